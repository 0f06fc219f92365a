import { groupRole } from '../vendor/effective-role';
import type { Group, Person } from '../vendor/model';
import { none } from '../vendor/model';
import { compareText } from '../vendor/names';
import { findPerson, groupById, must, type Organisation, personById } from '../vendor/organisation';
import { viewPerson } from '../vendor/view-person';
import type { PlanWarning } from './plan';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';

/** Who becomes or stays Admin, and whether anybody does. */
export function adminWarnings(planned: Planned, of: PlanPeople): readonly PlanWarning[] {
  const { baseline, outcome } = planned;
  const losing: PlanWarning[] = [];
  const gaining: PlanWarning[] = [];
  const gone: string[] = [];
  for (const id of of.changed) {
    const was = personById(baseline, id);
    const is = personById(outcome, id);
    const wasAdmin = was?.role === 'Admin';
    const isAdmin = is?.role === 'Admin';
    if (wasAdmin && was.active && !(isAdmin && is.active)) gone.push(of.userName(id));
    if (wasAdmin === isAdmin) continue;
    const reason = of.lastRoleReason(id);
    const because = reason === null ? '' : `: ${reason.why}`;
    const rest = reason === null || reason.assumptions.length === 0 ? {} : { assumptions: reason.assumptions };
    const userName = of.userName(id);
    if (wasAdmin) losing.push({ code: 'loses-admin', userName, why: `Admin → ${is?.role ?? 'gone'}${because}`, ...rest });
    else gaining.push({ code: 'gains-admin', userName, why: `${was?.role ?? 'new'} → Admin${because}`, ...rest });
  }
  const last: readonly PlanWarning[] =
    gone.length > 0 && !hasActiveAdmin(outcome)
      ? [{ code: 'last-admin-lost', people: gone, why: 'no active Admin is left: nobody could repair it at the vendor' }]
      : [];
  return [...last, ...losing, ...gaining];
}

function hasActiveAdmin(org: Organisation): boolean {
  for (const person of org.people.values()) if (person.role === 'Admin' && person.active) return true;
  return false;
}

/** Who is deactivated, and who is moved to another sub-organisation or back to the root. */
export function placeWarnings(planned: Planned, of: PlanPeople): readonly PlanWarning[] {
  const { baseline, outcome } = planned;
  const deactivated: PlanWarning[] = [];
  const moved: PlanWarning[] = [];
  for (const id of of.changed) {
    const was = personById(baseline, id);
    const is = personById(outcome, id);
    if (is === undefined) continue;
    if (was?.active === true && !is.active)
      deactivated.push({ code: 'deactivated', userName: of.userName(id), why: lastWhy(of, id, 'deactivated') });
    if ((was?.placement.subOrganization ?? none) === none && is.placement.subOrganization === none) continue;
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

/** People who were pushed without `active` and are deactivated: whether that activates them is not documented (A19). */
export function inactivityWarnings({ baseline, outcome, events }: Planned): readonly PlanWarning[] {
  if (outcome.settings.A19 === 'other') return [];
  const people = new Set<string>();
  for (const event of events) {
    if (event.type !== 'pushUser' || event.active !== undefined) continue;
    const is = findPerson(outcome, event.userName);
    if (is !== undefined && !is.active && personById(baseline, is.id)?.active === false) people.add(is.userName);
  }
  if (people.size === 0) return [];
  return [
    {
      code: 'stays-inactive',
      people: [...people].sort(compareText),
      why: 'deactivated at the vendor, and pushed without active',
      assumptions: ['A19'],
    },
  ];
}

/** Roles that JumpCloud cannot send (J7, I7), and Admins who stay Admin only under A2's default. */
export function roleWarnings(planned: Planned, of: PlanPeople): readonly PlanWarning[] {
  const { outcome } = planned;
  const byGroup = new Map<number, string[]>();
  for (const effect of planned.widerEffects) if (effect.kind === 'group-roles' && effect.roles.length > 0) byGroup.set(effect.groupId, []);
  const pushed: string[] = [];
  for (const id of of.changed) {
    const person = personById(outcome, id);
    if (person === undefined || person.role === (personById(planned.baseline, id)?.role ?? 'User')) continue;
    const giving = givingGroups(outcome, person);
    for (const group of giving) byGroup.get(group.id)?.push(of.userName(id));
    if (giving.length === 0 && person.sentRole === person.role) pushed.push(of.userName(id));
  }
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
  return [...warnings, ...restingOnOwnRole(planned, of)];
}

/** The groups whose role is the person's effective one. */
function givingGroups(org: Organisation, person: Person): readonly Group[] {
  const giving: Group[] = [];
  for (const groupId of person.groupIds) {
    const group = must(groupById(org, groupId));
    if (groupRole(org, group) === person.role) giving.push(group);
  }
  return giving;
}

function restingOnOwnRole({ baseline, outcome }: Planned, of: PlanPeople): readonly PlanWarning[] {
  if (outcome.settings.A2 === 'other') return [];
  const people: string[] = [];
  for (const person of outcome.people.values()) {
    if (person.role !== 'Admin' || person.groupIds.length === 0) continue;
    if (!person.joinSeqs.some((seq) => seq > baseline.seq)) continue;
    if (person.groupIds.every((id) => must(groupById(outcome, id)).roles.length === 0)) people.push(of.userName(person.id));
  }
  if (people.length === 0) return [];
  people.sort(compareText);
  return [
    {
      code: 'admin-rests-on-own-role',
      people,
      why: 'Admin by their own OrganizationRole, in pushed groups that carry no role: if the vendor then sets User, they are demoted',
      assumptions: ['A2'],
    },
  ];
}
