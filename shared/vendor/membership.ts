import type { Trigger } from './effect';
import { recomputeRole } from './effective-role';
import type { EntityType } from './event';
import type { Group } from './model';
import type { Organisation } from './organisation';
import { isApproved, must, writeGroup, writePerson } from './organisation';
import { replace } from './placement';
import type { Run } from './run';

/**
 * A person joins a group: the role is recomputed and every approved mapping of the group claims its place for them. A new
 * claim of a kind ends the stand of a manual assignment of that kind (section 7). Joining twice changes nothing (J17).
 */
export function joinGroup(run: Run, personId: number, groupId: number, seq: number): boolean {
  const { org } = run;
  const group = must(org.groups.get(groupId));
  if (group.members.has(personId)) return false;
  writeGroup(org, groupId).members.add(personId);
  const person = writePerson(org, personId);
  person.groupIds = [...person.groupIds, groupId];
  person.joinSeqs = [...person.joinSeqs, seq];
  recomputeRole(run, personId);
  if (group.mappings.some(isApproved)) {
    for (const mapping of group.mappings) if (isApproved(mapping)) endManualStand(org, personId, mapping.type);
    replace(run, personId, { kind: 'joined', group: group.displayName });
  }
  return true;
}

/** A person leaves a group: additive places go, exclusive ones fall back, the role is recomputed (sections 4 and 6). */
export function leaveGroup(run: Run, personId: number, groupId: number, trigger: Trigger): boolean {
  const { org } = run;
  const group = must(org.groups.get(groupId));
  if (!group.members.has(personId)) return false;
  writeGroup(org, groupId).members.delete(personId);
  const person = writePerson(org, personId);
  const at = person.groupIds.indexOf(groupId);
  person.groupIds = person.groupIds.filter((_, index) => index !== at);
  person.joinSeqs = person.joinSeqs.filter((_, index) => index !== at);
  recomputeRole(run, personId);
  replace(run, personId, trigger);
  return true;
}

/** A manual exclusive assignment stood above SCIM until now. */
export function endManualStand(org: Organisation, personId: number, type: EntityType): void {
  const manual = must(org.people.get(personId)).manual;
  if (manual === null) return;
  if (type === 'ConcurrencyGroup' && manual.concurrencyGroupHolds) writePerson(org, personId).manual = { ...manual, concurrencyGroupHolds: false };
  if (type === 'SubOrganization' && manual.subOrganizationHolds) writePerson(org, personId).manual = { ...manual, subOrganizationHolds: false };
}

/** After a mapping of the group changed: every member is placed anew. */
export function replaceMembers(run: Run, group: Group, trigger: Trigger): void {
  for (const personId of group.members) replace(run, personId, trigger);
}
