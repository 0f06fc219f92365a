import fc from 'fast-check';
import { type AssumptionSettings, assumptionIds } from '../../../shared/vendor/assumptions';
import {
  conflictTypes,
  type EntityRef,
  type EntityType,
  entityTypes,
  type Role,
  type RuleSpec,
  roles,
  type VendorEvent,
} from '../../../shared/vendor/event';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';

/** Small alphabets, so that names collide, people share groups and events meet each other. */
const people = ['ann@x.example', 'bob@x.example', 'cid@x.example', 'Ann@X.example'];
const elsewhere = 'old@y.example';
const userName = fc.constantFrom(...people, ...people, elsewhere, 'dot@x.example', 'nobody');
const groupNames = ['eng-a', 'Eng-A', 'qa-b', 'eu-c', 'ops', 'qa-d'];
const groupName = fc.constantFrom('eng-a', 'eng-a', 'qa-b', 'qa-b', 'eu-c', ...groupNames);
const entityName = fc.constantFrom('eng-a', 'qa-b', ...groupNames, 'Pool', 'EU', 'Default');

const role = fc.constantFrom<Role>(...roles);
const entityType = fc.constantFrom<EntityType>(...entityTypes);
const entityRef: fc.Arbitrary<EntityRef> = fc.record({ type: entityType, name: entityName });
const someRoles = fc.array(role, { maxLength: 2 });
const someMembers = fc.array(fc.constantFrom(...people), { maxLength: 4 });
const anyMembers = fc.oneof({ weight: 6, arbitrary: someMembers }, { weight: 1, arbitrary: fc.array(userName, { maxLength: 3 }) });

const ruleFields = { target: entityType, autoApprove: fc.boolean(), priority: fc.integer({ min: 1, max: 3 }) };
export const rule: fc.Arbitrary<RuleSpec> = fc.oneof(
  fc.record({ type: fc.constant('prefix' as const), pattern: fc.constantFrom('eng-', 'QA-', 'e', ''), ...ruleFields }),
  fc.record({ type: fc.constant('regex' as const), pattern: fc.constantFrom('^qa-', '-[ac]$', '^E', 'a|b'), ...ruleFields }),
  fc.record({ type: fc.constant('matchAll' as const), ...ruleFields }),
);

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const type = <T extends string>(text: T): fc.Arbitrary<T> => fc.constant(text);

export const providerEvent: fc.Arbitrary<VendorEvent> = fc.oneof(
  fc.record({
    type: type('pushUser'),
    userName,
    role: optional(role),
    active: optional(fc.boolean()),
    concurrencyGroup: fc.option(entityName, { nil: undefined, freq: 1 }),
  }),
  fc.record({ type: type('deactivateUser'), userName }),
  fc.record({ type: type('pushGroup'), displayName: groupName, members: optional(anyMembers), roles: optional(someRoles) }),
  fc.record({ type: type('pushGroup'), displayName: groupName, members: someMembers, roles: optional(someRoles) }),
  fc.record({ type: type('renameGroup'), displayName: groupName, to: groupName }),
  fc.record({
    type: fc.constantFrom('addMembers' as const, 'removeMembers' as const, 'setMembers' as const),
    displayName: groupName,
    members: anyMembers,
  }),
  fc.record({ type: type('setGroupRoles'), displayName: groupName, roles: someRoles }),
  fc.record({ type: type('deleteGroup'), displayName: groupName }),
  fc.record({ type: type('sync') }),
);

export const adminEvent: fc.Arbitrary<VendorEvent> = fc.oneof(
  fc.record({ type: fc.constantFrom('createEntity' as const, 'deleteEntity' as const), entity: entityRef }),
  fc.record({ type: type('renameEntity'), entity: entityRef, to: entityName }),
  fc.record({ type: type('approveMapping'), displayName: groupName, entity: entityRef }),
  fc.record({ type: type('approveMapping'), displayName: groupName, entity: entityRef }),
  fc.record({ type: type('rejectMapping'), displayName: groupName, entity: entityRef }),
  fc.record({ type: fc.constantFrom('addRule' as const, 'removeRule' as const), rule }),
  fc.record({
    type: type('resolveConflict'),
    userName: fc.constantFrom(...people),
    use: fc.constantFrom('current' as const, 'incoming' as const),
    conflictType: optional(fc.constantFrom(...conflictTypes)),
  }),
  fc.record({ type: fc.constantFrom('assign' as const, 'unassign' as const), userName, entity: entityRef }),
  fc.record({ type: type('setRole'), userName, role }),
  fc.record({
    type: type('setGroupProvisioning'),
    on: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  }),
);

export const events = (maxLength: number): fc.Arbitrary<VendorEvent[]> =>
  fc.array(fc.oneof({ weight: 2, arbitrary: providerEvent }, { weight: 1, arbitrary: adminEvent }), { maxLength, size: 'max' });

/** Half of the runs on the defaults, with one or two turned; the others with any. */
export const settings: fc.Arbitrary<AssumptionSettings> = fc
  .oneof(fc.uniqueArray(fc.constantFrom(...assumptionIds), { maxLength: 2 }), fc.subarray([...assumptionIds]))
  .map((turned) => Object.fromEntries(assumptionIds.map((id) => [id, turned.includes(id) ? 'other' : 'default'])) as AssumptionSettings);

const mapping = fc.record({
  entity: fc.nat(),
  status: fc.constantFrom('Pending' as const, 'Approved' as const, 'Auto-Approved' as const, 'Rejected' as const),
});
const givenUser = fc.record({
  active: fc.boolean(),
  role: optional(role),
  teams: fc.array(fc.nat(), { maxLength: 2 }),
  concurrencyGroup: fc.option(fc.nat()),
  subOrganization: fc.option(fc.nat(), { freq: 1 }),
});
const givenGroup = fc.record({
  members: fc.array(fc.nat(), { maxLength: 3 }),
  roles: someRoles,
  mappings: fc.array(mapping, { maxLength: 2 }),
});

/**
 * An organisation that can exist: names unique without case, each entity held by one approved mapping at most, a person either in
 * a sub-organisation or in teams and a concurrency group of the parent.
 */
export const organisation: fc.Arbitrary<OrganisationSpec> = fc
  .record({
    provisioning: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    enabled: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.subarray([...entityTypes]) }),
    entities: fc.uniqueArray(entityRef, { maxLength: 6, size: 'max', selector: (each) => `${each.type} ${each.name.toLowerCase()}` }),
    users: fc.array(givenUser, { maxLength: 3, size: 'max' }),
    groups: fc.array(givenGroup, { maxLength: 3, size: 'max' }),
    names: fc.shuffledSubarray(['eng-a', 'qa-b', 'eu-c', 'ops', 'qa-d'], { minLength: 3 }),
    rules: fc.uniqueArray(rule, { maxLength: 4, selector: (each) => JSON.stringify(each) }),
  })
  .map((raw) => {
    const entities = raw.entities.filter((each) => !(each.type === 'ConcurrencyGroup' && each.name === 'Default'));
    const at = (kind: EntityType, index: number): string | null => {
      const all = entities.filter((each) => each.type === kind);
      return all.length === 0 ? null : all[index % all.length]!.name;
    };
    const users = raw.users.map((user, index) => {
      const subOrganization = user.subOrganization === null ? null : at('SubOrganization', user.subOrganization);
      const teams = user.teams.map((team) => at('Team', team)).filter((team) => team !== null);
      return {
        userName: people[index]!,
        active: user.active,
        ...(user.role === undefined ? {} : { role: user.role }),
        teams: subOrganization === null ? [...new Set(teams)] : [],
        concurrencyGroup: subOrganization === null && user.concurrencyGroup !== null ? at('ConcurrencyGroup', user.concurrencyGroup) : null,
        subOrganization,
      };
    });
    const held = new Set<EntityRef>();
    const groups = raw.groups.map((group, index) => {
      const mappings = group.mappings.flatMap((each) => {
        const entity = entities.length === 0 ? undefined : entities[each.entity % entities.length]!;
        if (entity === undefined || held.has(entity)) return [];
        held.add(entity);
        return [{ ...entity, status: each.status }];
      });
      return {
        displayName: raw.names[index]!,
        members: users.length === 0 ? [] : [...new Set(group.members.map((member) => people[member % users.length]!))],
        roles: group.roles,
        mappings,
      };
    });
    return {
      groupProvisioning: raw.provisioning,
      ...(raw.enabled === undefined ? {} : { enabledTypes: raw.enabled }),
      entities,
      users,
      usersInOtherOrganisations: [elsewhere],
      groups,
      rules: raw.rules,
    };
  });
