import { assertNever } from '../../shared/result';
import {
  type EntityFact,
  entityById,
  type Facts,
  findEntity,
  findGroup,
  findUser,
  type GroupFact,
  is,
  isApproved,
  isDefaultGroup,
  isMember,
  sameName,
  sameUser,
  type UserFact,
} from './facts';
import type { GroupEvent } from './hold';
import { applyRules, changeMapping, matchingRule, sameRule, standingMappings } from './match-rules';

/** Section 3. */
export function playGroupEvent(facts: Facts, event: GroupEvent): number | null {
  // Any create, update or delete while group provisioning is off.
  if (!facts.provisioning) return 403;
  if (event.type === 'pushGroup') return pushGroup(facts, event);
  const group = findGroup(facts, event.displayName);
  if (group === undefined) return 404;
  switch (event.type) {
    case 'renameGroup':
      return renameGroup(facts, group, event.to);
    case 'addMembers':
    case 'removeMembers':
    case 'setMembers': {
      const users = knownMembers(facts, event.members);
      if (users === null) return 400;
      if (event.type === 'setMembers') for (const user of facts.users) if (!users.includes(user)) leave(group, user);
      for (const user of users) event.type === 'removeMembers' ? leave(group, user) : join(facts, group, user);
      return null;
    }
    case 'setGroupRoles':
      setRoles(facts, group, event.roles);
      return null;
    case 'deleteGroup':
      for (const user of facts.users) leave(group, user);
      group.deleted = true;
      group.deletedAt = facts.now;
      for (const mapping of group.mappings) changeMapping(group, mapping, { status: 'Rejected', groupDeleted: true });
      return null;
    default:
      return assertNever(event);
  }
}

/** POST. */
function pushGroup(facts: Facts, event: Extract<GroupEvent, { type: 'pushGroup' }>): number | null {
  if (findGroup(facts, event.displayName) !== undefined) return 409;
  const members = knownMembers(facts, event.members ?? []);
  if (members === null) return 400;
  // Choice: of several deleted ones of the name, the last one deleted.
  const deleted = facts.groups
    .filter((each) => each.deleted && sameName(facts, each.displayName, event.displayName))
    .sort((a, b) => b.deletedAt - a.deletedAt)[0];
  const group: GroupFact = deleted ?? {
    id: facts.groups.length,
    displayName: '',
    deleted: false,
    deletedAt: 0,
    roles: [],
    members: [],
    mappings: [],
  };
  if (deleted === undefined) facts.groups.push(group);
  group.deleted = false;
  group.displayName = event.displayName;
  // Choice: a POST states the whole group, so roles that it does not send are not there.
  group.roles = event.roles ?? [];
  applyRules(facts, group);
  facts.now += 1;
  for (const user of members) join(facts, group, user);
  return null;
}

/** A8: null when an unknown member refuses the whole request. */
function knownMembers(facts: Facts, names: readonly string[]): UserFact[] | null {
  const found = names.map((name) => findUser(facts, name));
  if (found.includes(undefined) && !is(facts, 'A8')) return null;
  return found.filter((user): user is UserFact => user !== undefined);
}

/** Section 6: at any change of membership the role is recomputed. */
function join(facts: Facts, group: GroupFact, user: UserFact): void {
  if (isMember(group, user.userName)) return;
  group.members.push({ userName: user.userName, at: facts.now });
  user.roleWritten = null;
}

function leave(group: GroupFact, user: UserFact): void {
  if (!isMember(group, user.userName)) return;
  group.members = group.members.filter((member) => !sameUser(member.userName, user.userName));
  user.roleWritten = null;
}

/** Choice: the same roles again are no change. */
function setRoles(facts: Facts, group: GroupFact, roles: GroupFact['roles']): void {
  if (JSON.stringify(roles) === JSON.stringify(group.roles)) return;
  group.roles = roles;
  for (const user of facts.users) if (isMember(group, user.userName)) user.roleWritten = null;
}

/** Sections 4 and 5. */
function renameGroup(facts: Facts, group: GroupFact, to: string): number | null {
  const holder = findGroup(facts, to);
  if (holder !== undefined && holder !== group) return 409;
  if (to === group.displayName) return null;
  const ruleBefore = matchingRule(facts, group.displayName);
  group.displayName = to;
  for (const mapping of group.mappings) {
    if (!isApproved(mapping) || mapping.entity === null || mapping.type === 'SubOrganization') continue;
    const entity = entityById(facts, mapping.entity);
    if (entity.deleted || isDefaultGroup(facts, entity)) continue;
    if (!nameTaken(facts, entity.type, to, entity)) entity.name = to;
    // A4.
    else if (is(facts, 'A4')) entity.name = suffixed(facts, entity, to);
  }
  if (standingMappings(group).length === 0) {
    applyRules(facts, group);
    return null;
  }
  const rule = matchingRule(facts, to);
  if (rule === undefined) return null;
  for (const mapping of standingMappings(group)) {
    if (!isApproved(mapping)) continue;
    // Choice: a given Auto-Approved mapping was made by the rule that matched the name it has had.
    const madeBy = mapping.madeBy === 'unknown' ? ruleBefore : mapping.madeBy;
    const stays = madeBy === 'admin' ? !is(facts, 'A1') : madeBy !== undefined && sameRule(madeBy, rule);
    if (!stays) changeMapping(group, mapping, { status: 'Pending' });
  }
  return null;
}

export function nameTaken(facts: Facts, type: EntityFact['type'], name: string, self: EntityFact | null): boolean {
  const other = findEntity(facts, type, name);
  return (other !== undefined && other !== self) || isDefaultGroup(facts, { type, name });
}

/** A4 = other. Choice: the lowest free number from 2 behind the name. */
function suffixed(facts: Facts, entity: EntityFact, name: string): string {
  for (let number = 2; ; number += 1) if (!nameTaken(facts, entity.type, `${name} (${number})`, entity)) return `${name} (${number})`;
}
