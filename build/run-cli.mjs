import { buildChanged } from './build.mjs';
import { endWith } from './end-with.mjs';
import { root } from './root.mjs';
import { runInFront } from './run-in-front.mjs';
import { installPackages } from './set-up/install-packages.mjs';

/** Standard output belongs to the command alone. @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

await endWith(async () => {
  await installPackages(root, say);
  await buildChanged(['cli'], () => {});
  return runInFront(
    [process.execPath, `${root}dist/cli/cli.cjs`, ...process.argv.slice(2)],
    process.env,
    process.env['INIT_CWD'] ?? process.cwd(),
  );
});
