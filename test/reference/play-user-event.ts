import type { VendorEvent } from '../../shared/vendor/event';
import { groupsOf } from './derive-role';
import { type Facts, findEntity, findUser, is, isDefaultGroup, sameUser, type UserFact } from './facts';

const isElsewhere = (facts: Facts, userName: string): boolean => facts.otherOrganisations.some((other) => sameUser(other, userName));

/** Choice: one @ between two non-empty parts, no spaces. */
const isEmail = (text: string): boolean => /^[^@\s]+@[^@\s]+$/.test(text);

/** Section 2: created, or updated in role and active, or refused. */
export function pushUser(facts: Facts, event: Extract<VendorEvent, { type: 'pushUser' }>): number | null {
  if (isElsewhere(facts, event.userName)) return 400;
  let user = findUser(facts, event.userName);
  if (user === undefined && !isEmail(event.userName)) return 400;
  const wanted = event.concurrencyGroup;
  const place = wanted === undefined ? undefined : findEntity(facts, 'ConcurrencyGroup', wanted);
  const toDefault = wanted !== undefined && isDefaultGroup(facts, { type: 'ConcurrencyGroup', name: wanted });
  // A17.
  if (wanted !== undefined && place === undefined && !toDefault && is(facts, 'A17')) return 400;
  if (user === undefined) {
    const ownRole = event.role ?? 'User';
    user = { userName: event.userName, active: event.active ?? true, ownRole, roleWritten: ownRole, manual: [] };
    facts.users.push(user);
  } else {
    setActive(facts, user, event.active ?? (is(facts, 'A19') ? true : user.active));
    if (event.role !== undefined) writeRole(facts, user, event.role);
  }
  if (place === undefined && !toDefault) return null;
  const entity = toDefault ? null : place!.id;
  const last = user.manual.filter((fact) => fact.type === 'ConcurrencyGroup').at(-1);
  // A18 = other: pushed again, it is the same claim as before.
  if (is(facts, 'A18') && last?.kind === 'attribute' && last.entity === entity) return null;
  user.manual.push({ at: facts.now, kind: 'attribute', act: 'assign', type: 'ConcurrencyGroup', entity });
  return null;
}

/** DELETE, or `active` false: the record stays. */
export function deactivateUser(facts: Facts, userName: string): number | null {
  if (isElsewhere(facts, userName)) return 400;
  const user = findUser(facts, userName);
  if (user === undefined) return 404;
  setActive(facts, user, false);
  return null;
}

function setActive(facts: Facts, user: UserFact, active: boolean): void {
  if (user.active === active) return;
  user.active = active;
  // A6 = other: assignments are removed. Choice: what mappings give comes back with the person, what was set by hand does not.
  if (!active && is(facts, 'A6')) user.manual = [];
}

/** Section 2: the role is updated. Section 6: for who is in a group, the groups have the say. */
function writeRole(facts: Facts, user: UserFact, role: UserFact['ownRole']): void {
  user.ownRole = role;
  user.roleWritten = groupsOf(facts, user).length > 0 ? null : role;
}
