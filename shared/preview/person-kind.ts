import type { PlanPerson } from '../plan/plan';

/** What a plan does to a person, as one filters for it. A person may be of several kinds. */
export const personKinds = [
  'created',
  'gains-admin',
  'loses-admin',
  'other-role',
  'deactivated',
  'activated',
  'sub-organisation',
  'concurrency-group',
  'joins-team',
  'leaves-team',
  'conflict',
] as const;
export type PersonKind = (typeof personKinds)[number];

/** From what was to what will be: the admin's words for it, nothing about why. */
export function kindsOf({ before, after }: Pick<PlanPerson, 'before' | 'after'>, hasConflict: boolean): readonly PersonKind[] {
  const kinds: PersonKind[] = [];
  if (before === null) kinds.push('created');
  const roleBefore = before?.role ?? null;
  const roleAfter = after?.role ?? null;
  if (roleAfter !== roleBefore) {
    if (roleAfter === 'Admin') kinds.push('gains-admin');
    else if (roleBefore === 'Admin') kinds.push('loses-admin');
    else if (before !== null) kinds.push('other-role');
  }
  if (before?.active === true && after?.active !== true) kinds.push('deactivated');
  if (before !== null && !before.active && after?.active === true) kinds.push('activated');
  if ((before?.subOrganization ?? null) !== (after?.subOrganization ?? null)) kinds.push('sub-organisation');
  if (before !== null && after !== null && before.concurrencyGroup !== after.concurrencyGroup) kinds.push('concurrency-group');
  if (after?.teams.some((team) => before?.teams.includes(team) !== true) === true) kinds.push('joins-team');
  if (before?.teams.some((team) => after?.teams.includes(team) !== true) === true) kinds.push('leaves-team');
  if (hasConflict) kinds.push('conflict');
  return kinds;
}
