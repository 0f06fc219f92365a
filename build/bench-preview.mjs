// `npm run bench:preview [-- SCENARIO [PROCESSES [ROUNDS]]]`: measures the preview engine on 100,000 people, 5,000 groups and 1,000,000
// memberships (docs/performance.md). Without a scenario it makes one in a temporary folder and takes it away again. Cold is the middle
// of so many fresh processes (5), as an admin's run is; warm the middle of so many further rounds (3) in one process.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './root.mjs';

/**
 * @typedef {{ wall: number, processor: number }} Took
 * @typedef {'parse' | 'read' | 'load' | 'play' | 'build' | 'stringify'} Part
 * @typedef {{ rows: Record<Part, Took>[], event: Took, fork: Took, peakMb: number, size: { people: number, groups: number, conflicts: number } }} Measured
 * @typedef {'wall' | 'processor'} Clock
 */

/** @param {number[]} values */
const middle = (values) => /** @type {number} */ ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]);
/** @param {Record<Part, Took>} row @param {Clock} clock */
const floor = (row, clock) => row.parse[clock] + row.stringify[clock];
/** @param {Record<Part, Took>} row @param {Clock} clock */
const whole = (row, clock) => row.read[clock] + row.load[clock] + row.play[clock] + row.build[clock];

/** @param {string} title @param {Record<Part, Took>[]} rows */
function told(title, rows) {
  /** @param {(row: Record<Part, Took>, clock: Clock) => number} of */
  const cells = (of) =>
    ['wall', 'processor'].map((clock) =>
      middle(rows.map((row) => of(row, /** @type {Clock} */ (clock))))
        .toFixed(2)
        .padEnd(10),
    );
  /** @param {string} what @param {(row: Record<Part, Took>, clock: Clock) => number} of */
  const line = (what, of) => `${what.padEnd(46)}| ${cells(of).join('| ')}|`;
  /** @param {Part} part */
  const share = (part) => line(`  ${part}`, (row, clock) => row[part][clock] / floor(row, clock));
  const all = rows.map((row) => (whole(row, 'wall') / floor(row, 'wall')).toFixed(2)).join(', ');
  return [
    line(`${title}: the whole run, to the floor`, (row, clock) => whole(row, clock) / floor(row, clock)),
    `  each, by the wall clock: ${all}`,
    .../** @type {Part[]} */ (['read', 'load', 'play', 'build']).map(share),
    line('  the floor itself, seconds', (row, clock) => floor(row, clock) / 1000),
    line('  the whole run, seconds', (row, clock) => whole(row, clock) / 1000),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'bench-preview-'));
/** @param {string[]} args */
const node = (...args) => execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'test/bench/preview-engine.bench.ts',
      outDir: join(root, 'node_modules/.cache/bench-preview'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'bench.mjs', format: 'es' } },
    },
  });
  let [scenario, processes = '5', rounds = '3'] = process.argv.slice(2);
  if (scenario === undefined) {
    node(join(root, '../shared/tools/make-organisation.mjs'), folder, '100000', '5000', '1000000');
    scenario = join(folder, 'scenario.json');
  }
  const options = (process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter((option) => option !== '');
  /** @param {number} times @returns {Measured} */
  const measure = (times) =>
    JSON.parse(
      node(
        '--expose-gc',
        ...options,
        join(root, 'node_modules/.cache/bench-preview/bench.mjs'),
        /** @type {string} */ (scenario),
        String(times),
      ),
    );
  const cold = Array.from({ length: Number(processes) }, () => measure(1));
  const warm = Number(rounds) === 0 ? null : measure(1 + Number(rounds));
  const firsts = cold.flatMap(({ rows }) => rows);
  /** @param {(of: Measured) => number} of */
  const middleOf = (of) => middle(cold.map(of));
  const run = middle(firsts.map((row) => whole(row, 'processor')));
  const { size } = /** @type {Measured} */ (cold[0]);
  const lines = [
    `${size.people} people changed, ${size.groups} groups, ${size.conflicts} conflicts; ${processes} fresh processes`,
    '',
    `${''.padEnd(46)}| wall      | processor |`,
    ...told('cold', firsts),
    ...(warm === null ? [] : told('warm', warm.rows.slice(1))),
    '',
    `whole run, to one more membership event:       ${Math.round(run / middleOf(({ event }) => event.processor))} (1000 or more)`,
    `a what-if fork, in percent of the whole run:   ${((100 * middleOf(({ fork }) => fork.processor)) / run).toFixed(4)} (under 1)`,
    `peak resident memory, MB:                      ${Math.round(Math.max(...cold.map(({ peakMb }) => peakMb)))} (under 1200)`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
