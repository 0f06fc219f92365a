import type { Trigger } from './effect';
import { membershipMayChangeRole, recomputeRole } from './effective-role';
import type { EntityType } from './event';
import type { Group } from './model';
import type { Organisation } from './organisation';
import { isApproved, must, writeGroup, writePerson } from './organisation';
import { replace } from './placement';
import type { Run } from './run';
import { withholdWhereNeeded } from './withhold-early';

/**
 * People join a group: roles are recomputed and every approved mapping of the group claims its place for them. A new claim of
 * a kind ends the stand of a manual assignment of that kind (section 7). Joining twice changes nothing (J17). Answers how many
 * were not members before.
 */
export function joinGroup(run: Run, personIds: Iterable<number>, groupId: number, seq: number): number {
  const { org } = run;
  const group = writeGroup(org, groupId);
  const approved = group.mappings.filter(isApproved);
  const trigger: Trigger = { kind: 'joined', group: group.displayName };
  const before = group.members.size;
  const joined: number[] | null = org.settings.A13 === 'other' ? [] : null;
  const claim = (personId: number): void => {
    const { manual } = must(org.people.get(personId));
    if (manual !== null) for (const mapping of approved) endManualStand(org, personId, mapping.type);
    replace(run, personId, trigger);
  };
  for (const personId of personIds) {
    if (group.members.has(personId)) continue;
    group.members.add(personId);
    const person = writePerson(org, personId);
    if (person.groupIds.length === 0) {
      // One place is enough for most: an empty array would grow to seventeen.
      person.groupIds = [groupId];
      person.joinSeqs = [seq];
    } else {
      person.groupIds.push(groupId);
      person.joinSeqs.push(seq);
    }
    if (membershipMayChangeRole(org, person, group)) recomputeRole(run, personId);
    if (approved.length === 0) continue;
    if (joined === null) claim(personId);
    else joined.push(personId);
  }
  if (joined !== null && joined.length > 0) {
    const others = withholdWhereNeeded(run, groupId);
    for (const personId of joined) claim(personId);
    if (others) replaceMembers(run, must(org.groups.get(groupId)), { kind: 'mapping-withheld', group: group.displayName });
  }
  return group.members.size - before;
}

/** People leave a group: additive places go, exclusive ones fall back, roles are recomputed (sections 4 and 6). */
export function leaveGroup(run: Run, personIds: Iterable<number>, groupId: number, trigger: Trigger): number {
  const { org } = run;
  const group = writeGroup(org, groupId);
  const before = group.members.size;
  for (const personId of personIds) {
    if (!group.members.delete(personId)) continue;
    const person = writePerson(org, personId);
    const at = person.groupIds.indexOf(groupId);
    person.groupIds.splice(at, 1);
    person.joinSeqs.splice(at, 1);
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
