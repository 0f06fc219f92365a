import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { rules } from './rules.mjs';

const rooms = ['shared', 'electron', 'renderer', 'test', 'build'];

/**
 * Every import that a rule forbids, in the project at `folder`.
 * @param {string} folder
 * @returns {Promise<{ violations: { rule: string, from: string, to: string, why: string }[], modules: number }>}
 */
export async function findViolations(folder) {
  const { output } = await cruise(
    rooms.filter((room) => existsSync(join(folder, room))),
    {
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: rules },
      tsPreCompilationDeps: true,
      doNotFollow: { path: '(^|/)node_modules/' },
      exclude: { path: '\\.(css|svg|png)$' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'require', 'node', 'default', 'types'],
        extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      },
    },
  );
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered text: ${output.slice(0, 200)}`);
  const why = new Map(rules.map(({ name, comment }) => [name, comment ?? '']));
  return {
    modules: output.modules.length,
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to, why: why.get(rule.name) ?? '' })),
  };
}
