import type { Role } from '../../shared/vendor/event';
import { type Facts, type GroupFact, is, isMember, type UserFact } from './facts';

const order: readonly Role[] = ['Admin', 'User', 'Guest'];
const highest = (roles: readonly Role[]): Role => order.find((role) => roles.includes(role))!;

export const groupsOf = (facts: Facts, user: UserFact): GroupFact[] =>
  facts.groups.filter((group) => !group.deleted && isMember(group, user.userName));

/**
 * Section 6: Admin > User > Guest, the highest over all of a person's groups; else A2. A role that was written directly (pushed
 * for somebody in no group, or set by an admin) stands until the next recomputation.
 */
export function roleOf(facts: Facts, user: UserFact): Role {
  if (user.roleWritten !== null) return user.roleWritten;
  // A7: of several values in one group the highest counts, or the first.
  const roles = groupsOf(facts, user)
    .filter((group) => group.roles.length > 0)
    .map((group) => (is(facts, 'A7') ? group.roles[0]! : highest(group.roles)));
  if (roles.length > 0) return highest(roles);
  return is(facts, 'A2') ? 'User' : user.ownRole;
}
