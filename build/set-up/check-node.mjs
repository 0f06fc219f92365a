import { SetUpError } from './set-up-error.mjs';

/** The oldest Node that the tools of this project run on. */
const oldestNode = 20;

/** Fails on a Node that is too old, before anything is installed with it. */
export function checkNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return;
  throw new SetUpError({
    step: 'Checking Node',
    cause: `this is Node ${process.versions.node}; ${oldestNode} or newer is needed`,
    fix: 'Install a current Node LTS, then run the same command again.',
  });
}
