import type { Trigger } from './effect';
import { membershipMayChangeRole, recomputeRole, recomputeRoleOfJoined, roleOfJoined } from './effective-role';
import type { EntityType } from './event';
import { giftOf, give } from './give-place';
import { holdBack } from './hold-back';
import type { Group } from './model';
import type { Organisation } from './organisation';
import { isApproved, must, type WritableGroup, writeGroup, writePerson } from './organisation';
import { replace } from './placement';
import type { Run } from './run';
import { withholdWhereNeeded } from './withhold-early';

/**
 * People join a group: roles are recomputed and every approved mapping of the group claims its place for them. A new claim of
 * a kind ends the stand of a manual assignment of that kind (section 7). Joining twice changes nothing (J17). Answers how many
 * were not members before.
 */
export function joinGroup(run: Run, personIds: readonly number[], groupId: number, seq: number): number {
  const { org } = run;
  const group = writeGroup(org, groupId);
  const joined = enter(org, group, personIds, seq);
  const approved = group.mappings.filter(isApproved);
  const trigger: Trigger = { kind: 'joined', group: group.displayName };
  const gift = giftOf(org, group, approved, trigger);
  const role = roleOfJoined(org, group);
  const claim = (id: number): void => {
    if (gift !== null && (give(run, id, gift) || holdBack(run, id, gift))) return;
    for (const mapping of approved) endManualStand(org, id, mapping.type);
    replace(run, id, trigger);
  };
  const withholds = org.settings.A13 === 'other' && approved.length > 0 && joined.length > 0;
  const claims = approved.length > 0 && !withholds;
  if (role.mayChange || claims)
    for (const id of joined) {
      if (role.mayChange) recomputeRoleOfJoined(run, id, role);
      if (claims) claim(id);
    }
  if (withholds) {
    const others = withholdWhereNeeded(run, groupId);
    for (const id of joined) claim(id);
    if (others) replaceMembers(run, must(org.groups.get(groupId)), { kind: 'mapping-withheld', group: group.displayName });
  }
  return joined.length;
}

/** Those who were not members before. Their records are not touched: who is in which group is told by other means. */
function enter(org: Organisation, { id, members }: WritableGroup, personIds: readonly number[], seq: number): readonly number[] {
  const newcomers = org.memberships.enter(personIds, id, seq);
  members.append(newcomers);
  org.writes += newcomers.length;
  return newcomers;
}

/** People leave a group: additive places go, exclusive ones fall back, roles are recomputed (sections 4 and 6). */
export function leaveGroup(run: Run, personIds: Iterable<number>, groupId: number, trigger: Trigger): number {
  const { org } = run;
  const group = writeGroup(org, groupId);
  const before = group.members.size;
  for (const personId of personIds) {
    if (!group.members.delete(personId)) continue;
    const person = writePerson(org, personId);
    org.memberships.leave(personId, groupId);
    if (membershipMayChangeRole(org, person, group)) recomputeRole(run, personId);
    replace(run, personId, trigger);
  }
  return before - group.members.size;
}

/** A manual exclusive assignment stood above SCIM until now. */
export function endManualStand(org: Organisation, personId: number, type: EntityType): void {
  const manual = must(org.people.get(personId)).manual;
  if (manual === null) return;
  if (type === 'ConcurrencyGroup' && manual.concurrencyGroupHolds)
    writePerson(org, personId).manual = { ...manual, concurrencyGroupHolds: false };
  if (type === 'SubOrganization' && manual.subOrganizationHolds)
    writePerson(org, personId).manual = { ...manual, subOrganizationHolds: false };
}

/** After a mapping of the group changed: every member is placed anew. */
export function replaceMembers(run: Run, group: Group, trigger: Trigger): void {
  if (run.org.settings.A13 === 'other') withholdWhereNeeded(run, group.id);
  for (const personId of group.members) replace(run, personId, trigger);
}
