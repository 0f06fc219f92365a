import fc from 'fast-check';
import { type AssumptionId, type AssumptionSettings, assumptionIds } from '../../../shared/vendor/assumptions';
import type { EntityRef, VendorEvent } from '../../../shared/vendor/event';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';

/** One person whom three groups, each mapped to several places, pull to and fro: events are all about who wins. */
const person = 'ann@x.example';
const groups = ['g', 'h', 'i'];
const entities: readonly EntityRef[] = [
  { type: 'ConcurrencyGroup', name: 'P1' },
  { type: 'ConcurrencyGroup', name: 'P2' },
  { type: 'ConcurrencyGroup', name: 'P3' },
  { type: 'SubOrganization', name: 'S1' },
  { type: 'SubOrganization', name: 'S2' },
  { type: 'Team', name: 'T1' },
];

export const contested: OrganisationSpec = {
  users: [{ userName: person }],
  entities: [...entities],
  groups: groups.map((displayName) => ({ displayName, members: [person] })),
};

const displayName = fc.constantFrom(...groups);
const entity = fc.constantFrom(...entities);
const type = <T extends string>(text: T): fc.Arbitrary<T> => fc.constant(text);

const conflictEvent: fc.Arbitrary<VendorEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: type('approveMapping'), displayName, entity }) },
  { weight: 1, arbitrary: fc.record({ type: type('rejectMapping'), displayName, entity }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('addMembers' as const, 'removeMembers' as const),
      displayName,
      members: fc.constant([person]),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: type('resolveConflict'),
      userName: fc.constant(person),
      use: fc.constantFrom('current' as const, 'incoming' as const, 'incoming' as const),
      conflictType: fc.constantFrom('exclusiveGroup' as const, 'exclusiveGroup' as const, 'exclusiveSubOrg' as const, 'crossType' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: type('sync') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: type('pushUser'),
      userName: fc.constant(person),
      active: fc.option(fc.boolean(), { nil: undefined }),
      concurrencyGroup: fc.option(fc.constantFrom('P1', 'P2'), { nil: undefined, freq: 2 }),
    }),
  },
);

export const conflictEvents = (maxLength: number): fc.Arbitrary<VendorEvent[]> =>
  fc.array(conflictEvent, { minLength: 2, maxLength, size: 'max' });

/** Those that say who wins, and who competes at all. */
const touching: readonly AssumptionId[] = ['A5', 'A6', 'A11', 'A12', 'A13', 'A15', 'A18', 'A19'];

export const conflictSettings: fc.Arbitrary<AssumptionSettings> = fc
  .subarray([...touching])
  .map((turned) => Object.fromEntries(assumptionIds.map((id) => [id, turned.includes(id) ? 'other' : 'default'])) as AssumptionSettings);
