import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { installPackages } from './set-up/install-packages.mjs';
import { runVitest } from './test-runners.mjs';

await endWith(async () => {
  await installPackages(root, console.log);
  const { failed } = await runVitest(process.argv.slice(2));
  return failed === 0 ? 0 : 1;
});
