import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode } from './check-node.mjs';
import { differingPackages } from './compare-lock.mjs';
import { diskFix } from './disk-fix.mjs';
import { oneAtATime, projectLock } from './one-at-a-time.mjs';
import { npmCause, runNpm } from './run-program.mjs';
import { SetUpError } from './set-up-error.mjs';

const step = 'Installing the packages of package-lock.json';

/**
 * Installs exactly what the lock file says, when what is there differs from it. Every command of the project begins with this.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function installPackages(root, say) {
  checkNode();
  if (findDiffering(root).length > 0) await oneAtATime(projectLock(root), say, () => installDiffering(root, say));
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
async function installDiffering(root, say) {
  const differing = findDiffering(root);
  if (differing.length === 0) return;
  say(existsSync(join(root, 'node_modules')) ? `${step} (${differing.length} differ: ${differing[0]} …)` : `${step} (about a minute)`);
  const result = await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: root });
  if (result.code !== 0) {
    throw new SetUpError({
      step,
      cause: npmCause(result),
      fix:
        diskFix(result.output) ??
        'Check that npm can reach its registry (proxy, certificate, registry setting), then run the same command again.',
    });
  }
  const left = findDiffering(root);
  if (left.length > 0) {
    throw new SetUpError({
      step,
      cause: `after npm ci these still differ from package-lock.json: ${left.slice(0, 5).join(', ')}`,
      // npm only warns of files that it could not write.
      fix: diskFix(result.output) ?? 'Delete the folder node_modules and run the same command again.',
    });
  }
}

/** @param {string} root */
function findDiffering(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const note = join(root, 'node_modules', '.package-lock.json');
  const installed = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).packages : {};
  return differingPackages(packages, installed, (folder) => existsSync(join(root, folder, 'package.json')));
}
