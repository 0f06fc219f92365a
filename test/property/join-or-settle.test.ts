import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apply } from '../../shared/vendor/apply';
import type { AssumptionSettings } from '../../shared/vendor/assumptions';
import type { Effect } from '../../shared/vendor/effect';
import { membershipMayChangeRole, recomputeRole } from '../../shared/vendor/effective-role';
import type { EntityType, VendorEvent } from '../../shared/vendor/event';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import { endManualStand, joinGroup } from '../../shared/vendor/membership';
import {
  findGroup,
  fork,
  isApproved,
  must,
  type Organisation,
  people,
  personById,
  release,
  writeGroup,
} from '../../shared/vendor/organisation';
import { replace } from '../../shared/vendor/placement';
import { nextSeq, type Run, startRun } from '../../shared/vendor/run';
import type { OrganisationSpec } from '../../shared/vendor/scenario';
import { snapshot } from '../../shared/vendor/snapshot';
import { conflictEvents, conflictSettings, contested } from './organisations/arbitrary-conflicts';
import { events, organisation, settings } from './organisations/arbitrary-scenario';
import { seed } from './organisations/seed';

const newcomer = 'newcomers';

/** A group of no members, which gives a place that nobody has yet. */
const groupThatGives = (type: EntityType): readonly VendorEvent[] => [
  { type: 'setGroupProvisioning', on: true },
  { type: 'pushGroup', displayName: newcomer, roles: ['Guest'] },
  { type: 'createEntity', entity: { type, name: 'A place of its own' } },
  { type: 'approveMapping', displayName: newcomer, entity: { type, name: 'A place of its own' } },
];

/** Everybody who joins is settled by all that they claim, which is what a join may do without. */
function settleAll(run: Run, ids: readonly number[], groupId: number): void {
  const { org } = run;
  const group = writeGroup(org, groupId);
  group.members.append(org.memberships.enter(ids, groupId, nextSeq(org)));
  for (const id of ids) {
    if (membershipMayChangeRole(org, must(personById(org, id)), group)) recomputeRole(run, id);
    const approved = group.mappings.filter(isApproved);
    for (const mapping of approved) endManualStand(org, id, mapping.type);
    if (approved.length > 0) replace(run, id, { kind: 'joined', group: group.displayName });
  }
}

/** What comes of it: all that a snapshot keeps, and the effects. */
function after(org: Organisation, join: (run: Run, ids: readonly number[], groupId: number) => void): unknown {
  const child = fork(org);
  const run = startRun(child, 99);
  const group = must(findGroup(child, newcomer));
  join(
    run,
    [...people(child)].map(({ id }) => id),
    group.id,
  );
  const effects: readonly Effect[] = run.effects;
  const kept = structuredClone({ state: snapshot(child), effects });
  // The order of teams says nothing: those set by hand come first where all are settled.
  for (const person of kept.state.people) (person?.placement.teams as number[] | undefined)?.sort((a, b) => a - b);
  release(child);
  return kept;
}

function compare(spec: OrganisationSpec, assumed: AssumptionSettings, sequence: readonly VendorEvent[], type: EntityType): void {
  const loaded = loadOrganisation(spec, { ...assumed, A13: 'default' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const org = loaded.value;
  for (const [index, event] of [...sequence, ...groupThatGives(type)].entries()) apply(org, event, index);
  if (findGroup(org, newcomer)?.members.size !== 0) return;
  expect(after(org, (run, ids, groupId) => joinGroup(run, ids, groupId, nextSeq(run.org)))).toEqual(after(org, settleAll));
}

const type = fc.constantFrom<EntityType>('Team', 'ConcurrencyGroup', 'SubOrganization');

it(`whoever joins a group comes to what settling all their claims comes to (${seed.words})`, () => {
  const asGiven = fc.tuple(organisation, settings, events(12), type);
  const contest = fc.tuple(fc.constant(contested), conflictSettings, conflictEvents(14), type);
  fc.assert(
    fc.property(fc.oneof(asGiven, contest), ([spec, assumed, sequence, of]) => compare(spec, assumed, sequence, of)),
    { numRuns: 600, seed: seed.value },
  );
});
