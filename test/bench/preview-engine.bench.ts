import { readFileSync } from 'node:fs';
import { buildPlan } from '../../shared/plan/build-plan';
import { plan as playAll } from '../../shared/plan/planned';
import { apply } from '../../shared/vendor/apply';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import { fork, groups, isApproved, people, release } from '../../shared/vendor/organisation';
import { readScenario } from '../../shared/vendor/scenario';

/**
 * The preview engine against the floor that no program that reads and writes these bytes can go below: JSON.parse of the scenario and
 * JSON.stringify of its plan, in the same process. Everything is told as a ratio, so that machines and their load compare.
 * Started by build/bench-preview.mjs with the scenario's path; prints a table.
 */
const path = process.argv[2];
if (path === undefined) throw new Error('expected the path of a scenario');

interface Timed<T> {
  readonly ms: number;
  readonly value: T;
}

/** Processor time of this process: what else the machine does does not count. */
function timed<T>(work: () => T): Timed<T> {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, value };
}

const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

const rounds = Number(process.argv[3] ?? 3);
const text = readFileSync(path, 'utf8');
const rows: {
  readonly parse: number;
  readonly stringify: number;
  readonly read: number;
  readonly load: number;
  readonly play: number;
  readonly build: number;
}[] = [];
let peak = 0;
let last: { readonly plan: ReturnType<typeof buildPlan>; readonly baseline: ReturnType<typeof fork> } | null = null;
for (let round = 0; round < rounds; round += 1) {
  last = null;
  globalThis.gc?.();
  const parse = timed(() => JSON.parse(text) as object).ms;
  const scenario = timed(() => must(readScenario(text)));
  const baseline = timed(() => must(loadOrganisation(scenario.value.organisation, scenario.value.assumptions)));
  const played = timed(() => playAll({ baseline: baseline.value, events: scenario.value.events }));
  const built = timed(() => buildPlan(played.value));
  const stringify = timed(() => JSON.stringify(built.value).length).ms;
  rows.push({ parse, stringify, read: scenario.ms, load: baseline.ms, play: played.ms, build: built.ms });
  last = { plan: built.value, baseline: played.value.outcome };
  // Of one whole run; further rounds only add what is not collected yet.
  if (round === 0) peak = process.resourceUsage().maxRSS / 1024;
}
if (last === null) throw new Error('expected at least one round');

const best = [...rows].sort((a, b) => whole(a) / floor(a) - whole(b) / floor(b))[0] as (typeof rows)[number];
function floor(row: (typeof rows)[number]): number {
  return row.parse + row.stringify;
}
function whole(row: (typeof rows)[number]): number {
  return row.read + row.load + row.play + row.build;
}

/** One further membership with its effects: somebody who is not in the (mapped) group yet, a thousand times over different people. */
const outcome = fork(last.baseline);
const group = [...groups(outcome)].find((each) => each.members.size > 10 && each.members.size < 1000 && each.mappings.some(isApproved));
if (group === undefined) throw new Error('expected a group of ordinary size');
const others = [...people(outcome)].filter((person) => !group.members.has(person.id)).slice(0, 1000);
let effects = 0;
const event =
  timed(() => {
    for (const [at, { userName }] of others.entries())
      effects += apply(outcome, { type: 'addMembers', displayName: group.displayName, members: [userName] }, at).effects.length;
  }).ms / others.length;
release(outcome);
if (effects < others.length) throw new Error('expected every membership event to have an effect');

const forks = 20;
const whatIf =
  timed(() => {
    for (let at = 0; at < forks; at += 1) release(fork((last as { readonly baseline: ReturnType<typeof fork> }).baseline));
  }).ms / forks;

const ratio = (value: number): string => value.toFixed(2);
process.stdout.write(
  `${[
    `people ${last.plan.people.length} changed, ${last.plan.groups.length} groups, ${last.plan.conflicts.length} conflicts; best of ${rounds} rounds, processor time`,
    '',
    'what                                          | ratio       | goal',
    '--------------------------------------------- | ----------- | ----------',
    `read + load + play + build, to the floor      | ${ratio(whole(best) / floor(best)).padEnd(11)} | at most 3`,
    `  each round, the first one cold              | ${rows.map((row) => ratio(whole(row) / floor(row))).join(', ')} |`,
    `  the floor: JSON.parse / JSON.stringify      | ${ratio(best.parse / floor(best))} / ${ratio(best.stringify / floor(best))} |`,
    `  reading the scenario                        | ${ratio(best.read / floor(best)).padEnd(11)} |`,
    `  loading the organisation                    | ${ratio(best.load / floor(best)).padEnd(11)} |`,
    `  playing the events, with fingerprints       | ${ratio(best.play / floor(best)).padEnd(11)} |`,
    `  putting the plan into words                 | ${ratio(best.build / floor(best)).padEnd(11)} |`,
    `whole run, to one more membership event       | ${Math.round(whole(best) / event)
      .toString()
      .padEnd(11)} | 1000 or more`,
    `a what-if fork, in percent of the whole run   | ${((100 * whatIf) / whole(best)).toFixed(4).padEnd(11)} | under 1`,
    `peak resident memory, MB                      | ${Math.round(peak).toString().padEnd(11)} | under 1200`,
    '',
    `for scale: floor ${Math.round(floor(best))} ms, whole ${Math.round(whole(best))} ms, one event ${event.toFixed(3)} ms, fork ${whatIf.toFixed(3)} ms`,
  ].join('\n')}\n`,
);
