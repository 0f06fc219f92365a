import type { AssumptionId } from './assumptions';
import type { RoleCause } from './effect';
import type { Role } from './event';
import { groupMark } from './group-marks';
import type { Group, Person } from './model';
import { nothing } from './model';
import type { Organisation } from './organisation';
import { must, writePerson } from './organisation';
import type { Run } from './run';

const rank: Readonly<Record<Role, number>> = { Admin: 0, User: 1, Guest: 2 };

export const higherRole = (a: Role, b: Role): Role => (rank[a] <= rank[b] ? a : b);

/** The role a group gives: of several values the highest, or the first (A7); null when it carries none. */
export function groupRole(org: Organisation, group: Group): Role | null {
  const first = group.roles[0];
  if (first === undefined) return null;
  return org.settings.A7 === 'default' ? group.roles.reduce(higherRole) : first;
}

/**
 * The effective role: the highest over all of a person's groups (Admin > User > Guest); where no group carries a role, the own
 * `OrganizationRole` or User (vendor-behaviour.md section 6, A2).
 */
export function roleOf(org: Organisation, person: Person): Role {
  let best: Role | null = null;
  const groups = org.memberships.count(person.id);
  for (let at = 0; at < groups; at += 1) {
    const groupId = org.memberships.groupAt(person.id, at);
    if (!org.groupMarks.has(groupId, groupMark.role)) continue;
    const role = groupRole(org, must(org.groups.get(groupId)));
    if (role !== null) best = best === null ? role : higherRole(best, role);
  }
  return best ?? (org.settings.A2 === 'default' ? person.ownRole : 'User');
}

/** Recomputed up and down at any change of membership or of a group's roles. */
export function recomputeRole(run: Run, personId: number): void {
  const person = must(run.org.people.get(personId));
  const to = roleOf(run.org, person);
  if (person.roleSetByHand) writePerson(run.org, personId).roleSetByHand = false;
  if (to === person.role) return;
  setEffectiveRole(run, person, to, causeOf(run.org, person));
}

/**
 * A group that carries no roles changes nobody's role, unless an admin's change waits to be overwritten or, with A2 = other,
 * the person had no group before or has none any more.
 */
export const membershipMayChangeRole = (org: Organisation, person: Person, group: Group): boolean =>
  group.roles.length > 0 || person.roleSetByHand || (org.settings.A2 === 'other' && org.memberships.count(person.id) <= 1);

/** What one group means for the role of those who join it. */
export interface RoleOfJoined {
  readonly group: Group;
  readonly gives: Role | null;
  /** False where nobody's role can change by joining. */
  readonly mayChange: boolean;
  /** Why somebody has it who is in no other group that gives one: the same for all of them. */
  readonly alone: RoleCause;
}

export function roleOfJoined(org: Organisation, group: Group): RoleOfJoined {
  const gives = groupRole(org, group);
  return {
    group,
    gives,
    mayChange: gives !== null || org.rolesSetByHand || org.settings.A2 === 'other',
    alone: { kind: 'groups', groups: gives === null ? nothing : [{ group: group.displayName, role: gives }] },
  };
}

/** The same as recomputing; where the group gives what the person has, or what stands above it, the others need not be asked. */
export function recomputeRoleOfJoined(run: Run, personId: number, { group, gives, alone }: RoleOfJoined): void {
  const { org } = run;
  const person = must(org.people.get(personId));
  if (!membershipMayChangeRole(org, person, group)) return;
  if (gives === null || person.roleSetByHand || rank[gives] > rank[person.role]) {
    recomputeRole(run, personId);
    return;
  }
  if (gives !== person.role) setEffectiveRole(run, person, gives, givesAlone(org, person, group) ? alone : causeOf(org, person));
}

function givesAlone(org: Organisation, { id }: Person, group: Group): boolean {
  const groups = org.memberships.count(id);
  for (let at = 0; at < groups; at += 1) {
    const groupId = org.memberships.groupAt(id, at);
    if (groupId !== group.id && org.groupMarks.has(groupId, groupMark.role)) return false;
  }
  return true;
}

export function setEffectiveRole(run: Run, person: Person, to: Role, cause: RoleCause): void {
  const from = person.role;
  if (from === to) return;
  writePerson(run.org, person.id).role = to;
  run.effects.push({
    kind: 'role',
    personId: person.id,
    event: run.event,
    from,
    to,
    cause,
    assumptions: roleAssumptions(run.org, person, cause),
  });
}

export function causeOf(org: Organisation, person: Person): RoleCause {
  const giving: { group: string; role: Role }[] = [];
  const groups = org.memberships.count(person.id);
  for (let at = 0; at < groups; at += 1) {
    const groupId = org.memberships.groupAt(person.id, at);
    if (!org.groupMarks.has(groupId, groupMark.role)) continue;
    const group = must(org.groups.get(groupId));
    const role = groupRole(org, group);
    if (role !== null) giving.push({ group: group.displayName, role });
  }
  // Copied to its length: an effect keeps it, and a list that grew keeps room for sixteen more.
  if (giving.length > 0) return { kind: 'groups', groups: giving.slice() };
  return org.settings.A2 === 'default' ? { kind: 'own' } : { kind: 'no-roles' };
}

/** A7 counts where a group has several values, A2 where no group has any and the own role is not User. */
export function roleAssumptions(org: Organisation, person: Person, cause: RoleCause): readonly AssumptionId[] {
  switch (cause.kind) {
    case 'groups':
      return givesDifferentRoles(org, person) ? ['A7'] : nothing;
    case 'own':
    case 'no-roles':
      return person.ownRole === 'User' ? nothing : ['A2'];
    case 'by-admin':
    case 'pushed':
      return nothing;
  }
}

function givesDifferentRoles(org: Organisation, { id }: Person): boolean {
  const groups = org.memberships.count(id);
  for (let at = 0; at < groups; at += 1) if (org.groupMarks.has(org.memberships.groupAt(id, at), groupMark.differentRoles)) return true;
  return false;
}
