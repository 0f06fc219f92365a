import { recomputeRole } from './effective-role';
import type { Role } from './event';
import { WritableMembers } from './group-members';
import type { GroupEvent } from './held-pushes';
import { changeMapping, evaluateRules } from './mapping';
import { joinGroup, leaveGroup } from './membership';
import type { Group } from './model';
import { none } from './model';
import { nameKey } from './names';
import type { Organisation } from './organisation';
import { addGroup, findDeletedGroup, findGroup, must, setRoles, writeGroup } from './organisation';
import type { Refusal } from './refusal';
import { renameGroupTo } from './rename-group';
import type { Run } from './run';
import { nextSeq } from './run';

/** Any create, update or delete while group provisioning is off is refused with 403; what exists stays (section 3). */
export function applyGroupEvent(run: Run, event: GroupEvent): Refusal | null {
  if (!run.org.groupProvisioning) return { status: 403, kind: 'group-provisioning-off', groups: 1 };
  if (event.type === 'pushGroup') return pushGroup(run, event);
  const group = findGroup(run.org, event.displayName);
  if (group === undefined) return { status: 404, kind: 'unknown-group', displayName: event.displayName };
  switch (event.type) {
    case 'renameGroup':
      return renameGroupTo(run, group, event.to);
    case 'addMembers':
      return changeMembers(run, group, event.members, addMembers);
    case 'removeMembers':
      return changeMembers(run, group, event.members, removeMembers);
    case 'setMembers':
      return changeMembers(run, group, event.members, setMembers);
    case 'setGroupRoles':
      setGroupRoles(run, group, event.roles);
      return null;
    case 'deleteGroup':
      deleteGroup(run, group);
      return null;
  }
}

/** POST /Groups: 201, 409 for an active name, restoration for a soft-deleted one (section 3). */
function pushGroup(run: Run, event: Extract<GroupEvent, { type: 'pushGroup' }>): Refusal | null {
  const { org } = run;
  const existing = findGroup(org, event.displayName);
  if (existing !== undefined) return { status: 409, kind: 'group-exists', displayName: event.displayName, existing: existing.displayName };
  const members = resolveMembers(run, event.displayName, event.members ?? []);
  if ('status' in members) return members;
  const deleted = findDeletedGroup(org, event.displayName);
  const groupId = deleted === undefined ? createGroup(org, event.displayName) : restoreGroup(org, deleted, event.displayName);
  const groupBase = { event: run.event, groupId, displayName: event.displayName };
  run.effects.push({ ...groupBase, kind: deleted === undefined ? 'group-created' : 'group-restored', assumptions: [] });
  const roles = event.roles ?? [];
  if (roles.length > 0) {
    setRoles(org, groupId, roles);
    run.effects.push({ ...groupBase, kind: 'group-roles', roles, assumptions: [] });
  }
  evaluateRules(run, groupId);
  addMembers(run, must(org.groups.get(groupId)), members.ids);
  return null;
}

function createGroup(org: Organisation, displayName: string): number {
  const id = addGroup(org, { id: org.groups.size, displayName, state: 'active', roles: [], members: new WritableMembers(), mappings: [] });
  org.writes += 1;
  org.groupIndex.set(nameKey(org.settings, displayName), id);
  return id;
}

/** Back under its old id, without its members: they must be pushed again, and the rules run again (section 3). */
function restoreGroup(org: Organisation, deleted: Group, displayName: string): number {
  const group = writeGroup(org, deleted.id);
  group.state = 'active';
  group.displayName = displayName;
  setRoles(org, deleted.id, []);
  const key = nameKey(org.settings, displayName);
  org.deletedGroupIndex.remove(key);
  org.groupIndex.set(key, deleted.id);
  return deleted.id;
}

interface Members {
  readonly ids: readonly number[];
}

/** Member ids must exist: 400 and nothing applied, or ignored with a warning (A8). */
function resolveMembers(run: Run, displayName: string, userNames: readonly string[]): Members | Refusal {
  const ids = run.org.personIndex.findAll(userNames);
  if (!ids.includes(none)) return { ids };
  const missing = userNames.filter((_, at) => ids[at] === none);
  if (run.org.settings.A8 === 'default') return { status: 400, kind: 'unknown-members', displayName, members: missing };
  run.effects.push({ kind: 'unknown-members-ignored', event: run.event, group: displayName, members: missing, assumptions: ['A8'] });
  return { ids: ids.filter((id) => id !== none) };
}

type MemberChange = (run: Run, group: Group, ids: readonly number[]) => void;

function changeMembers(run: Run, group: Group, userNames: readonly string[], change: MemberChange): Refusal | null {
  const members = resolveMembers(run, group.displayName, userNames);
  if ('status' in members) return members;
  change(run, group, members.ids);
  return null;
}

function addMembers(run: Run, group: Group, ids: readonly number[]): void {
  reportMembers(run, group, joinGroup(run, ids, group.id, nextSeq(run.org)), 0);
}

function removeMembers(run: Run, group: Group, ids: readonly number[]): void {
  reportMembers(run, group, 0, leaveGroup(run, ids, group.id, { kind: 'left', group: group.displayName }));
}

/** PUT: the whole membership; those missing are unassigned from everything the group maps to (section 3). */
function setMembers(run: Run, group: Group, ids: readonly number[]): void {
  const wanted = new Set(ids);
  const leaving = [...group.members].filter((id) => !wanted.has(id));
  const seq = nextSeq(run.org);
  leaveGroup(run, leaving, group.id, { kind: 'left', group: group.displayName });
  reportMembers(run, group, joinGroup(run, ids, group.id, seq), leaving.length);
}

function reportMembers(run: Run, group: Group, added: number, removed: number): void {
  if (added === 0 && removed === 0) return;
  run.effects.push({
    kind: 'members',
    event: run.event,
    groupId: group.id,
    displayName: group.displayName,
    added,
    removed,
    assumptions: [],
  });
}

function setGroupRoles(run: Run, group: Group, roles: readonly Role[]): void {
  const same = roles.length === group.roles.length && roles.every((role, at) => role === group.roles[at]);
  if (same) return;
  setRoles(run.org, group.id, roles);
  run.effects.push({ kind: 'group-roles', event: run.event, groupId: group.id, displayName: group.displayName, roles, assumptions: [] });
  for (const personId of group.members) recomputeRole(run, personId);
}

/** DELETE: soft; mappings rejected, members unassigned, roles recomputed, conflicts auto-resolved (section 3). */
function deleteGroup(run: Run, group: Group): void {
  const { org } = run;
  const key = nameKey(org.settings, group.displayName);
  const members = [...group.members];
  run.effects.push({ kind: 'group-deleted', event: run.event, groupId: group.id, displayName: group.displayName, assumptions: [] });
  writeGroup(org, group.id).state = 'deleted';
  org.groupIndex.remove(key);
  org.deletedGroupIndex.set(key, group.id);
  for (const mapping of must(org.groups.get(group.id)).mappings)
    changeMapping(
      run,
      group.id,
      mapping,
      { status: 'Rejected', reason: { kind: 'group-deleted' }, approvedSeq: none, withheld: false },
      [],
    );
  leaveGroup(run, members, group.id, { kind: 'group-deleted', group: group.displayName });
}
