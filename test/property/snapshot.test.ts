import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../shared/result';
import { apply } from '../../shared/vendor/apply';
import { type AssumptionSettings, assumptionIds, defaultAssumptions } from '../../shared/vendor/assumptions';
import { earlierSnapshotFormat } from '../../shared/vendor/earlier-snapshot';
import type { VendorEvent } from '../../shared/vendor/event';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import type { Organisation } from '../../shared/vendor/organisation';
import { type OrganisationSnapshot, restoreSnapshot, snapshot } from '../../shared/vendor/snapshot';
import { stateHash } from '../../shared/vendor/state-hash';
import { startingOrganisation, vendorEvent } from './organisation-events';

const assumptions: fc.Arbitrary<AssumptionSettings> = fc
  .tuple(...assumptionIds.map(() => fc.boolean()))
  .map((others) => Object.fromEntries(assumptionIds.map((id, at) => [id, others[at] ? 'other' : 'default'])) as AssumptionSettings);

const value = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const onDisk = (org: Organisation): OrganisationSnapshot => JSON.parse(JSON.stringify(snapshot(org))) as OrganisationSnapshot;

describe('a snapshot', () => {
  test('read back goes on exactly as the original: same effects, same refusals, same state, for any further events', () => {
    fc.assert(
      fc.property(
        assumptions,
        fc.array(vendorEvent, { maxLength: 40 }),
        fc.array(vendorEvent, { maxLength: 25 }),
        (settings, before, after) => {
          const original = value(loadOrganisation(startingOrganisation, settings));
          for (const [at, event] of before.entries()) apply(original, event, at);
          const restored = value(restoreSnapshot(onDisk(original)));
          expect(stateHash(restored)).toBe(stateHash(original));
          expect(onDisk(restored)).toEqual(onDisk(original));
          for (const [at, event] of after.entries()) expect(apply(restored, event, at)).toEqual(apply(original, event, at));
          expect(stateHash(restored)).toBe(stateHash(original));
          expect(onDisk(restored)).toEqual(onDisk(original));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('of two deleted groups of one name restores the last', () => {
    const org = value(loadOrganisation({}, defaultAssumptions));
    for (const [at, event] of [
      { type: 'pushGroup', displayName: 'a' },
      { type: 'pushGroup', displayName: 'b' },
      { type: 'deleteGroup', displayName: 'a' },
      { type: 'renameGroup', displayName: 'b', to: 'a' },
      { type: 'deleteGroup', displayName: 'a' },
    ].entries())
      apply(org, event as never, at);
    const restored = value(restoreSnapshot(onDisk(org)));
    const { effects } = apply(restored, { type: 'pushGroup', displayName: 'a' }, 0);
    expect(effects[0]).toMatchObject({ kind: 'group-restored', groupId: 1 });
  });

  test('of the format before is read: an answer goes on counting', () => {
    const events: readonly VendorEvent[] = [
      { type: 'pushUser', userName: 'a@x.example' },
      { type: 'addRule', rule: { type: 'matchAll', target: 'ConcurrencyGroup', autoApprove: true, priority: 1 } },
      { type: 'pushGroup', displayName: 'p', members: ['a@x.example'] },
      { type: 'pushGroup', displayName: 'q', members: ['a@x.example'] },
      { type: 'resolveConflict', userName: 'a@x.example', use: 'incoming' },
      { type: 'pushGroup', displayName: 'r', members: ['a@x.example'] },
    ];
    const org = value(loadOrganisation({}, defaultAssumptions));
    for (const [at, event] of events.entries()) apply(org, event, at);
    const now = onDisk(org);
    const groupsOnly = now.people.map((person) => ({
      ...person,
      conflicts: person?.conflicts.map((conflict) => ({ ...conflict, blockers: conflict.blockers.map(({ groupId }) => groupId) })),
      decisions: person?.decisions.map((each) => ({ ...each, winner: each.winner.groupId, loser: each.loser.groupId })),
    }));
    const restored = value(restoreSnapshot({ ...now, format: earlierSnapshotFormat, people: groupsOnly as never }));
    for (const after of [
      { type: 'resolveConflict', userName: 'a@x.example', use: 'current' },
      { type: 'removeMembers', displayName: 'q', members: ['a@x.example'] },
      { type: 'addMembers', displayName: 'q', members: ['a@x.example'] },
    ] as const)
      expect(apply(restored, after, 0)).toEqual(apply(org, after, 0));
  });

  test('keeps the ids of removed people: none is given twice', () => {
    const org = value(loadOrganisation({ users: [{ userName: 'a@x.example' }, { userName: 'b@x.example' }] }, defaultAssumptions));
    apply(org, { type: 'deleteUser', userName: 'b@x.example' }, 0);
    const restored = value(restoreSnapshot(onDisk(org)));
    const { effects } = apply(restored, { type: 'createUser', userName: 'c@x.example' }, 0);
    expect(effects[0]).toMatchObject({ kind: 'person-created', personId: 2 });
  });

  test.each([
    ['another format', { format: 'x' }, 'format'],
    ['people that are no list', { people: 5 }, 'people'],
    ['a missing setting', { settings: {} }, 'settings.A1'],
  ])('%s is refused with its place', (_name, change, path) => {
    const org = value(loadOrganisation(startingOrganisation, defaultAssumptions));
    const restored = restoreSnapshot({ ...onDisk(org), ...(change as object) } as OrganisationSnapshot);
    expect(restored).toMatchObject({ ok: false, error: { code: 'invalid-snapshot', path } });
  });
});
