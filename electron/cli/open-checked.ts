import type { AppError } from '../../shared/app-error';
import { assertNever, type Result } from '../../shared/result';
import { explainUnchecked } from '../node/journal/explain-unchecked';
import { createScimServer, type ScimServer, type ScimServerOptions } from '../node/scim-server/scim-server';

type CheckOutcome = { readonly kind: 'sound' } | { readonly kind: 'damaged'; readonly found: string } | { readonly kind: 'left' };

/**
 * The server of `serve`, with `--check` after its journal was read through: a damaged one is set aside and recovered, as at opening.
 * null: it was left meanwhile (Ctrl-C).
 */
export async function openChecked(
  options: ScimServerOptions,
  check: boolean,
  left: () => boolean,
): Promise<Result<ScimServer, AppError> | null> {
  const server = createScimServer(options);
  if (!server.ok || !check) return server;
  const outcome = await readThrough(server.value, left);
  switch (outcome.kind) {
    case 'sound':
      process.stderr.write('The whole journal was read and is sound.\n');
      return server;
    case 'left':
      await server.value.close();
      return null;
    case 'damaged':
      process.stderr.write(`The journal is damaged: ${outcome.found}.\n`);
      await server.value.close();
      return createScimServer({ ...options, recover: true });
    default:
      return assertNever(outcome);
  }
}

async function readThrough(server: ScimServer, left: () => boolean): Promise<CheckOutcome> {
  const check = server.checkJournal();
  let told = 0;
  for (let step = check.next(); ; step = check.next()) {
    if (step.done === true) return step.value === null ? { kind: 'sound' } : { kind: 'damaged', found: step.value };
    const percent = Math.floor((100 * step.value.done) / Math.max(1, step.value.total));
    if (percent >= told + toldEveryPercent) {
      told = percent - (percent % toldEveryPercent);
      process.stderr.write(`Checking the journal: ${told} %\n`);
    }
    await new Promise((resolve) => setImmediate(resolve));
    if (left()) return { kind: 'left' };
  }
}

const toldEveryPercent = 10;

/** Where the journal was too large to be read through, and nobody asked for it. */
export function tellUnchecked({ uncheckedBytes }: ScimServer): void {
  if (uncheckedBytes !== null) process.stderr.write(`${explainUnchecked(uncheckedBytes)} \`serve --check\` reads it through first.\n`);
}
