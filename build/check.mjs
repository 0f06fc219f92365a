import { linters } from './checks.mjs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { runChecks } from './run-checks.mjs';
import { installPackages } from './set-up/install-packages.mjs';

await endWith(async () => {
  await installPackages(root, console.log);
  const { failed } = await runChecks(linters, console.log);
  return failed === 0 ? 0 : 1;
});
