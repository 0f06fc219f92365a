import { endsStep, type Steps } from '../steps';
import { groupRole } from '../vendor/effective-role';
import type { Role } from '../vendor/event';
import { nothing, type Person } from '../vendor/model';
import { compareText, userKey } from '../vendor/names';
import { groupById, must, type Organisation, personById } from '../vendor/organisation';
import { viewPerson } from '../vendor/view-person';
import { marks } from './person-marks';
import type { PlanWarning } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';

/** That nobody who could repair it would be left. */
export function lastAdminWarnings({ baseline, outcome }: Planned, of: PlanPeople): readonly PlanWarning[] {
  if (hasActiveAdmin(outcome)) return [];
  const gone = of.changed.filter((id) => isActiveAdmin(personById(baseline, id))).map(of.userName);
  return gone.length === 0
    ? []
    : [{ code: 'last-admin-lost', people: gone, why: 'no active Admin is left: nobody could repair it at the vendor' }];
}

const isActiveAdmin = (person: Person | undefined): boolean => person?.role === 'Admin' && person.active;

function hasActiveAdmin(org: Organisation): boolean {
  for (const person of org.people.values()) if (isActiveAdmin(person)) return true;
  return false;
}

/** Who of these loses Admin, and who gains it. */
export function* adminWarnings({ baseline, outcome }: Planned, of: PlanPeople, ids: readonly number[]): Steps<readonly PlanWarning[]> {
  const losing: PlanWarning[] = [];
  const gaining: PlanWarning[] = [];
  for (const [at, id] of ids.entries()) {
    if (endsStep(at)) yield;
    const admin = of.marks(id) & (marks.wasAdmin | marks.isAdmin);
    if (admin !== marks.wasAdmin && admin !== marks.isAdmin) continue;
    const loses = admin === marks.wasAdmin;
    const reason = of.lastRoleReason(id);
    const change = loses ? `Admin → ${personById(outcome, id)?.role ?? 'gone'}` : `${personById(baseline, id)?.role ?? 'new'} → Admin`;
    const warning: PlanWarning = {
      code: loses ? 'loses-admin' : 'gains-admin',
      userName: of.userName(id),
      why: reason === null ? change : `${change}: ${reason.why}`,
    };
    const leansOn = reason?.assumptions ?? nothing;
    (loses ? losing : gaining).push(leansOn.length === 0 ? warning : { ...warning, assumptions: leansOn });
  }
  return [...losing, ...gaining];
}

/** Who of these is deactivated, and who is moved to another sub-organisation or back to the root. */
export function* placeWarnings({ baseline, outcome }: Planned, of: PlanPeople, ids: readonly number[]): Steps<readonly PlanWarning[]> {
  const deactivated: PlanWarning[] = [];
  const moved: PlanWarning[] = [];
  for (const [at, id] of ids.entries()) {
    if (endsStep(at)) yield;
    const marked = of.marks(id);
    if ((marked & marks.isThere) === 0) continue;
    if ((marked & (marks.wasActive | marks.isActive)) === marks.wasActive)
      deactivated.push({ code: 'deactivated', userName: of.userName(id), why: lastWhy(of, id, 'deactivated') });
    if ((marked & marks.inSubOrganization) === 0) continue;
    const was = personById(baseline, id);
    const is = must(personById(outcome, id));
    const from = was === undefined ? null : viewPerson(baseline, was).subOrganization;
    const to = viewPerson(outcome, is).subOrganization;
    if (from === to) continue;
    moved.push({
      code: 'sub-organisation-moved',
      userName: of.userName(id),
      why: `${from ?? 'root organisation'} → ${to ?? 'root organisation'}`,
    });
  }
  return [...deactivated, ...moved];
}

const lastWhy = (of: PlanPeople, id: number, effect: string): string =>
  of
    .because(id)
    .filter((entry) => entry.effect === effect)
    .at(-1)?.why ?? 'was active, would be inactive';

/** People who were pushed without `active` and are deactivated: whether that activates them is not documented (A19). Sorted. */
export function staysInactive({ baseline, outcome, events }: Planned, isAsked: (id: number) => boolean): readonly string[] {
  if (outcome.settings.A19 === 'other') return [];
  const asked = new Map<string, string>();
  for (const person of outcome.people.values())
    if (!person.active && isAsked(person.id) && personById(baseline, person.id)?.active === false)
      asked.set(userKey(person.userName), person.userName);
  if (asked.size === 0) return [];
  const people = new Set<string>();
  for (const event of events) {
    if (event.type !== 'pushUser' || event.active !== undefined) continue;
    const userName = asked.get(userKey(event.userName));
    if (userName !== undefined) people.add(userName);
  }
  return [...people].sort(compareText);
}

export const inactivityWarnings = (people: readonly string[]): readonly PlanWarning[] =>
  people.length === 0
    ? []
    : [{ code: 'stays-inactive', people, why: 'deactivated at the vendor, and pushed without active', assumptions: ['A19'] }];

/** Who has a role from which pushed group, and who from their own push. By name. */
export interface RoleGivers {
  readonly byGroup: ReadonlyMap<number, readonly string[]>;
  readonly pushed: readonly string[];
}

export function* roleGivers(planned: Planned, of: PlanPeople, ids: readonly number[]): Steps<RoleGivers> {
  const { outcome } = planned;
  const byGroup = new Map<number, string[]>();
  for (const effect of planned.widerEffects) if (effect.kind === 'group-roles' && effect.roles.length > 0) byGroup.set(effect.groupId, []);
  const gives = rolesOfGroups(outcome);
  const pushed: string[] = [];
  for (const [at, id] of ids.entries()) {
    if (endsStep(at)) yield;
    if ((of.marks(id) & marks.otherRole) === 0) continue;
    const { role, sentRole } = must(personById(outcome, id));
    const groups = outcome.memberships.count(id);
    let given = false;
    for (let at = 0; at < groups; at += 1) {
      const groupId = outcome.memberships.groupAt(id, at);
      if (gives(groupId) !== role) continue;
      given = true;
      byGroup.get(groupId)?.push(of.userName(id));
    }
    if (!given && sentRole === role) pushed.push(of.userName(id));
  }
  return { byGroup, pushed };
}

/** The role that a group gives, worked out once for all its members; null where it gives none. */
function rolesOfGroups(org: Organisation): (groupId: number) => Role | null {
  const known: (Role | null | undefined)[] = [];
  return (groupId) => {
    let role = known[groupId];
    if (role === undefined) {
      role = groupRole(org, must(groupById(org, groupId)));
      known[groupId] = role;
    }
    return role;
  };
}

/** Roles that JumpCloud cannot send (J7, I7), and Admins who stay Admin only under A2's default (`resting`). */
export function roleWarnings({ outcome }: Planned, { byGroup, pushed }: RoleGivers, resting: readonly string[]): readonly PlanWarning[] {
  const warnings: PlanWarning[] = [];
  for (const [groupId, people] of byGroup) {
    const group = must(groupById(outcome, groupId));
    if (group.state === 'deleted' || group.roles.length === 0) continue;
    warnings.push({
      code: 'role-not-sendable',
      group: group.displayName,
      people,
      why: `group ${group.displayName} carries ${group.roles.join(', ')}; JumpCloud sends no LambdatestRoles, so ${people.length === 1 ? 'one person' : `${people.length} people`} would not get the role from there`,
    });
  }
  warnings.sort((a, b) => compareText(a.group ?? '', b.group ?? ''));
  if (pushed.length > 0)
    warnings.push({
      code: 'role-not-sendable',
      people: pushed,
      why: 'their OrganizationRole was pushed; JumpCloud sends none, so they would be User, or stay what they are',
    });
  return [...warnings, ...restingWarnings(resting)];
}

/** Admins by their own role, in pushed groups without one. Sorted. */
export function restsOnOwnRole({ baseline, outcome }: Planned, of: PlanPeople, ids: Iterable<number>): readonly string[] {
  if (outcome.settings.A2 === 'other') return [];
  const gives = rolesOfGroups(outcome);
  const people: string[] = [];
  for (const id of ids)
    if ((of.marks(id) & marks.isAdmin) !== 0 && isInPushedGroupsWithoutRole(outcome, id, gives, baseline.seq)) people.push(of.userName(id));
  return people.sort(compareText);
}

/** Of somebody who joined one of their groups after `seq`. */
function isInPushedGroupsWithoutRole(
  { memberships }: Organisation,
  id: number,
  gives: (groupId: number) => Role | null,
  seq: number,
): boolean {
  const groups = memberships.count(id);
  let joined = false;
  for (let at = 0; at < groups; at += 1) {
    if (gives(memberships.groupAt(id, at)) !== null) return false;
    if (memberships.seqAt(id, at) > seq) joined = true;
  }
  return joined;
}

const restingWarnings = (people: readonly string[]): readonly PlanWarning[] =>
  people.length === 0
    ? []
    : [
        {
          code: 'admin-rests-on-own-role',
          people,
          why: 'Admin by their own OrganizationRole, in pushed groups that carry no role: if the vendor then sets User, they are demoted',
          assumptions: ['A2'],
        },
      ];
