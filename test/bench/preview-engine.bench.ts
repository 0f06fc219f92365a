import { readFileSync } from 'node:fs';
import { buildPlan } from '../../shared/plan/build-plan';
import { plan as playAll } from '../../shared/plan/planned';
import { apply } from '../../shared/vendor/apply';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import { fork, groups, isApproved, people, release } from '../../shared/vendor/organisation';
import { readScenario } from '../../shared/vendor/scenario';

/**
 * The preview engine against the floor that no program that reads and writes these bytes can go below: JSON.parse of the scenario and
 * JSON.stringify of its plan, in the same process. Started by build/bench-preview.mjs with the scenario's path and how often to do it
 * all; prints what it measured as JSON. The first round of a process is the cold one.
 */
const path = process.argv[2];
const rounds = Number(process.argv[3] ?? 1);
if (path === undefined) throw new Error('expected the path of a scenario');

/** In milliseconds; processor time counts the collector's threads and not what else the machine does. */
interface Took {
  readonly wall: number;
  readonly processor: number;
}

function timed<T>(work: () => T): { readonly took: Took; readonly value: T } {
  const started = performance.now();
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { took: { wall: performance.now() - started, processor: (user + system) / 1000 }, value };
}

const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

const text = readFileSync(path, 'utf8');

function round() {
  const parse = timed(() => JSON.parse(text) as object).took;
  const read = timed(() => must(readScenario(text)));
  const load = timed(() => must(loadOrganisation(read.value.organisation, read.value.assumptions)));
  const play = timed(() => playAll({ baseline: load.value, events: read.value.events }));
  const build = timed(() => buildPlan(play.value));
  const stringify = timed(() => JSON.stringify(build.value).length).took;
  return {
    row: { parse, read: read.took, load: load.took, play: play.took, build: build.took, stringify },
    plan: build.value,
    outcome: play.value.outcome,
  };
}

const first = round();
const rows = [first.row];
// Of one whole run; further rounds only add what is not collected yet.
const peakMb = process.resourceUsage().maxRSS / 1024;
let last = first;
for (let more = 1; more < rounds; more += 1) {
  globalThis.gc?.();
  last = round();
  rows.push(last.row);
}

/** One further membership with its effects: somebody who is not in the (mapped) group yet, a thousand times over different people. */
function oneEvent(): Took {
  const outcome = fork(last.outcome);
  const group = [...groups(outcome)].find((each) => each.members.size > 10 && each.members.size < 1000 && each.mappings.some(isApproved));
  if (group === undefined) throw new Error('expected a group of ordinary size');
  const others = [...people(outcome)].filter((person) => !group.members.has(person.id)).slice(0, 1000);
  let effects = 0;
  const { took } = timed(() => {
    for (const [at, { userName }] of others.entries())
      effects += apply(outcome, { type: 'addMembers', displayName: group.displayName, members: [userName] }, at).effects.length;
  });
  release(outcome);
  if (effects < others.length) throw new Error('expected every membership event to have an effect');
  return { wall: took.wall / others.length, processor: took.processor / others.length };
}

function oneFork(): Took {
  const forks = 20;
  const { took } = timed(() => {
    for (let at = 0; at < forks; at += 1) release(fork(last.outcome));
  });
  return { wall: took.wall / forks, processor: took.processor / forks };
}

const { plan } = last;
process.stdout.write(
  `${JSON.stringify({
    rows,
    event: oneEvent(),
    fork: oneFork(),
    peakMb,
    size: { people: plan.people.length, groups: plan.groups.length, conflicts: plan.conflicts.length },
  })}\n`,
);
