import type { Trigger } from './effect';
import { membershipMayChangeRole, recomputeRole } from './effective-role';
import type { EntityType } from './event';
import type { Group } from './model';
import type { Organisation } from './organisation';
import { isApproved, must, type WritableGroup, type WritablePerson, writeGroup, writePerson } from './organisation';
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
  const joined = enter(org, group, personIds, seq);
  const approved = group.mappings.filter(isApproved);
  const trigger: Trigger = { kind: 'joined', group: group.displayName };
  const claim = ({ id, manual }: WritablePerson): void => {
    if (manual !== null) for (const mapping of approved) endManualStand(org, id, mapping.type);
    replace(run, id, trigger);
  };
  const withholds = org.settings.A13 === 'other' && approved.length > 0 && joined.length > 0;
  for (const person of joined) {
    if (membershipMayChangeRole(org, person, group)) recomputeRole(run, person.id);
    if (approved.length > 0 && !withholds) claim(person);
  }
  if (withholds) {
    const others = withholdWhereNeeded(run, groupId);
    for (const person of joined) claim(person);
    if (others) replaceMembers(run, must(org.groups.get(groupId)), { kind: 'mapping-withheld', group: group.displayName });
  }
  return joined.length;
}

/**
 * Those who were not members before. Each loop does little: people of a group lie scattered in memory, and a processor fetches many
 * records at once only where a loop is short.
 */
function enter(org: Organisation, group: WritableGroup, personIds: Iterable<number>, seq: number): readonly WritablePerson[] {
  const { members } = group;
  const newcomers: number[] = [];
  for (const personId of personIds) {
    const before = members.size;
    if (members.add(personId).size > before) newcomers.push(personId);
  }
  org.memberships.enter(newcomers, group.id, seq);
  return newcomers.map((personId) => writePerson(org, personId));
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
