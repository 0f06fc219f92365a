import type { AssumptionSettings } from '../../shared/vendor/assumptions';
import { type EntityType, entityTypes } from '../../shared/vendor/event';
import type { OrganisationSpec } from '../../shared/vendor/scenario';
import { mark } from './derive-places';
import { type Facts, findEntity, findUser, is, isMember, type MappingFact, sameName, type UserFact } from './facts';
import { claimsOf, foldClaims } from './fold-claims';
import { addEntity } from './match-rules';

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
    givenBy: [],
    syncs: [],
    users: [],
    groups: [],
    entities: (spec.entities ?? []).map((entity, id) => ({ id, type: entity.type, name: entity.name, deleted: false })),
    rules: [...(spec.rules ?? [])],
    decisions: [],
    held: { users: [], groups: [] },
    history: [],
  };
  // The default concurrency group is there whether or not it is listed.
  if (findEntity(facts, 'ConcurrencyGroup', facts.defaultConcurrencyGroup) === undefined)
    addEntity(facts, { type: 'ConcurrencyGroup', name: facts.defaultConcurrencyGroup });
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
        createdAt: facts.now,
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
  for (const user of facts.users) loadPlaces(facts, user, (spec.users ?? []).find((each) => each.userName === user.userName)!);
  // A6 = other: somebody deactivated has no assignments to begin with.
  if (is(facts, 'A6')) for (const user of facts.users) if (!user.active) user.manual = [];
  facts.syncs.push(facts.now);
  mark(facts, false);
  return facts;
}

/** What a person has and groups explain came from those groups first; the rest was set, or taken away, by hand. */
function loadPlaces(facts: Facts, user: UserFact, given: NonNullable<OrganisationSpec['users']>[number]): void {
  const { concurrencyGroup, subOrganization } = given;
  const isDefault = concurrencyGroup == null || sameName(facts, concurrencyGroup, facts.defaultConcurrencyGroup);
  const group = isDefault ? null : findEntity(facts, 'ConcurrencyGroup', concurrencyGroup)!.id;
  const sub = subOrganization == null ? null : findEntity(facts, 'SubOrganization', subOrganization)!.id;
  const teams = (given.teams ?? []).map((name) => findEntity(facts, 'Team', name)!.id);
  // Also for somebody inactive (A6): what was there comes back in that order.
  for (const claim of claimsOf(facts, { ...user, active: true }))
    if ([group, sub, ...teams].includes(claim.entity)) facts.givenBy.push({ userName: user.userName, group: claim.group });
  const { accepted } = foldClaims(facts, user, claimsOf(facts, user));
  const byHand = (type: EntityType, entity: number | null, act: 'assign' | 'unassign'): void =>
    void user.manual.push({ at: facts.now, kind: 'given', act, type, entity });
  const mapped = (type: EntityType): number | null => accepted.find((claim) => claim.type === type)?.entity ?? null;
  if (sub !== mapped('SubOrganization')) byHand('SubOrganization', sub, sub === null ? 'unassign' : 'assign');
  const mappedTeams = accepted.filter((claim) => claim.type === 'Team').map((claim) => claim.entity);
  for (const team of teams) if (!mappedTeams.includes(team)) byHand('Team', team, 'assign');
  // Who is in a sub-organisation has no team or concurrency group to miss.
  if (sub !== null) return;
  if (group !== mapped('ConcurrencyGroup')) byHand('ConcurrencyGroup', group, group === null ? 'unassign' : 'assign');
  for (const team of mappedTeams) if (!teams.includes(team)) byHand('Team', team, 'unassign');
}
