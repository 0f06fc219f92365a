import type { AssumptionSettings } from '../../shared/vendor/assumptions';
import { entityTypes } from '../../shared/vendor/event';
import type { OrganisationSpec } from '../../shared/vendor/scenario';
import { mark } from './derive-places';
import { type Facts, findEntity, findUser, is, isMember, type MappingFact, sameName } from './facts';
import { claimsOf } from './fold-claims';

/** The organisation "taken as given" (formats.md section 1): what no approved mapping explains was set by hand. */
export function loadFacts(spec: OrganisationSpec, settings: AssumptionSettings): Facts {
  const facts: Facts = {
    settings,
    defaultConcurrencyGroup: spec.defaultConcurrencyGroup ?? 'Default',
    enabledTypes: spec.enabledTypes ?? entityTypes,
    otherOrganisations: spec.usersInOtherOrganisations ?? [],
    provisioning: spec.groupProvisioning ?? true,
    now: 0,
    loadedAt: 0,
    givenPlaces: [],
    syncs: [],
    users: [],
    groups: [],
    entities: (spec.entities ?? []).map((entity, id) => ({ id, type: entity.type, name: entity.name, deleted: false })),
    rules: [...(spec.rules ?? [])],
    decisions: [],
    held: { users: [], groups: [] },
    history: [],
  };
  for (const user of spec.users ?? [])
    facts.users.push({
      userName: user.userName,
      active: user.active ?? true,
      ownRole: user.role ?? 'User',
      roleWritten: null,
      manual: [],
    });
  for (const [id, group] of (spec.groups ?? []).entries()) {
    const mappings: MappingFact[] = [];
    for (const given of group.mappings ?? []) {
      facts.now += 1;
      const entity = findEntity(facts, given.type, given.name)?.id ?? null;
      mappings.push({
        type: given.type,
        entity: given.targetDeleted ? null : entity,
        status: given.status,
        targetDeleted: given.targetDeleted ?? false,
        approvedAt: facts.now,
        madeBy: given.status === 'Auto-Approved' ? 'unknown' : 'admin',
        groupDeleted: false,
      });
    }
    facts.now += 1;
    const members = (group.members ?? []).map((name) => ({ userName: findUser(facts, name)!.userName, at: facts.now }));
    facts.groups.push({ id, displayName: group.displayName, deleted: false, deletedAt: 0, roles: group.roles ?? [], members, mappings });
  }
  // Choice: who is in no group has the own role as given; who is in a group has the role that the groups give (section 6, A2).
  for (const user of facts.users) if (!facts.groups.some((group) => isMember(group, user.userName))) user.roleWritten = user.ownRole;
  for (const group of facts.groups)
    facts.held.groups.push({
      name: group.displayName,
      vendorName: group.displayName,
      members: group.members.map((member) => member.userName),
      roles: undefined,
      gone: false,
      refusedAt: null,
    });
  facts.now += 1;
  facts.loadedAt = facts.now;
  for (const user of facts.users) {
    const given = (spec.users ?? []).find((each) => each.userName === user.userName)!;
    const claims = claimsOf(facts, user);
    const give = (type: 'ConcurrencyGroup' | 'SubOrganization', name: string | null | undefined): void => {
      const isDefault =
        name === null || name === undefined || (type === 'ConcurrencyGroup' && sameName(facts, name, facts.defaultConcurrencyGroup));
      const entity = isDefault ? null : findEntity(facts, type, name)!.id;
      const mapped = claims.filter((claim) => claim.type === type);
      if (entity !== null && mapped.some((claim) => claim.entity === entity)) facts.givenPlaces.push({ userName: user.userName, entity });
      else if (entity !== null || mapped.length > 0)
        user.manual.push({ at: facts.now, kind: 'given', act: entity === null ? 'unassign' : 'assign', type, entity });
    };
    give('SubOrganization', given.subOrganization);
    give('ConcurrencyGroup', given.concurrencyGroup);
    const teams = (given.teams ?? []).map((name) => findEntity(facts, 'Team', name)!.id);
    const mapped = claims.filter((claim) => claim.type === 'Team').map((claim) => claim.entity);
    for (const entity of teams) {
      if (mapped.includes(entity)) facts.givenPlaces.push({ userName: user.userName, entity });
      else user.manual.push({ at: facts.now, kind: 'given', act: 'assign', type: 'Team', entity });
    }
    // In a mapped group yet not in its team: someone took the person out, which the next sync undoes.
    for (const entity of mapped)
      if (!teams.includes(entity)) user.manual.push({ at: facts.now, kind: 'given', act: 'unassign', type: 'Team', entity });
  }
  // A6 = other: somebody deactivated has no assignments to begin with.
  if (is(facts, 'A6')) for (const user of facts.users) if (!user.active) user.manual = [];
  facts.syncs.push(facts.now);
  mark(facts, false);
  return facts;
}
