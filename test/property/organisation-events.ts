import fc from 'fast-check';
import { type EntityRef, type EntityType, entityTypes, type Role, type RuleSpec, roles, type VendorEvent } from '../../shared/vendor/event';
import type { OrganisationSpec } from '../../shared/vendor/scenario';

/** Few names, so that random events meet each other: in other case, taken, deleted, of another type. */
const userName = fc.constantFrom(
  'ann@x.example',
  'bob@x.example',
  'cy@x.example',
  'dee@x.example',
  'ANN@x.example',
  'far@x.example',
  'no-email',
);
const displayName = fc.constantFrom('eng-a', 'eng-b', 'qa-a', 'ENG-A', 'ops', 'EU');
const entityName = fc.constantFrom('eng-a', 'eng-b', 'qa-a', 'QA Pool', 'EU', 'US', 'Default');
const role: fc.Arbitrary<Role> = fc.constantFrom(...roles);
const entityType: fc.Arbitrary<EntityType> = fc.constantFrom(...entityTypes);
const entity: fc.Arbitrary<EntityRef> = fc.record({ type: entityType, name: entityName });
const members = fc.array(userName, { maxLength: 4 });
const target = { target: entityType, autoApprove: fc.boolean(), priority: fc.integer({ min: 1, max: 4 }) };
const rule: fc.Arbitrary<RuleSpec> = fc.oneof(
  fc.record({ type: fc.constant('prefix' as const), pattern: fc.constantFrom('eng-', 'qa-', ''), ...target }),
  fc.record({ type: fc.constant('regex' as const), pattern: fc.constantFrom('^qa-.*$', 'a$', '('), ...target }),
  fc.record({ type: fc.constant('matchAll' as const), ...target }),
);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** Any event of formats.md section 1. */
export const vendorEvent: fc.Arbitrary<VendorEvent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('pushUser' as const),
      userName,
      role: optional(role),
      active: optional(fc.boolean()),
      concurrencyGroup: optional(entityName),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('pushGroup' as const),
      displayName,
      members: optional(members),
      roles: optional(fc.array(role, { maxLength: 2 })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('addMembers' as const, 'removeMembers' as const, 'setMembers' as const),
      displayName,
      members,
    }),
  },
  fc.record({ type: fc.constant('deactivateUser' as const), userName }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('renameGroup' as const), displayName, to: displayName }) },
  fc.record({ type: fc.constant('setGroupRoles' as const), displayName, roles: fc.array(role, { maxLength: 2 }) }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('deleteGroup' as const), displayName }) },
  fc.constant({ type: 'sync' as const }),
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('createEntity' as const, 'deleteEntity' as const), entity }) },
  fc.record({ type: fc.constant('renameEntity' as const), entity, to: entityName }),
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('approveMapping' as const, 'rejectMapping' as const), displayName, entity }) },
  fc.record({ type: fc.constantFrom('addRule' as const, 'removeRule' as const), rule }),
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('resolveConflict' as const),
      userName,
      use: fc.constantFrom('current' as const, 'incoming' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('assign' as const, 'unassign' as const), userName, entity }) },
  fc.record({ type: fc.constant('setRole' as const), userName, role }),
  fc.record({ type: fc.constant('setGroupProvisioning' as const), on: fc.boolean() }),
);

/** Something of everything to begin with. */
export const startingOrganisation: OrganisationSpec = {
  name: 'Acme',
  entities: [
    { type: 'Team', name: 'eng-a' },
    { type: 'ConcurrencyGroup', name: 'QA Pool' },
    { type: 'SubOrganization', name: 'EU' },
  ],
  users: [
    { userName: 'ann@x.example', role: 'Admin', teams: ['eng-a'], concurrencyGroup: 'QA Pool' },
    { userName: 'bob@x.example', active: false },
    { userName: 'cy@x.example', subOrganization: 'EU' },
  ],
  usersInOtherOrganisations: ['far@x.example'],
  groups: [
    {
      displayName: 'eng-a',
      members: ['ann@x.example', 'bob@x.example'],
      roles: ['User'],
      mappings: [{ type: 'Team', name: 'eng-a', status: 'Approved' }],
    },
  ],
  rules: [
    { type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: true, priority: 3 },
    { type: 'regex', pattern: '^qa-', target: 'ConcurrencyGroup', autoApprove: true, priority: 2 },
    { type: 'matchAll', target: 'SubOrganization', autoApprove: true, priority: 1 },
  ],
};
