import { type WarningKind, warningKinds } from '../plan/warning-kinds';
import type { PlanReading } from './plan-reading';

/** Something that going live will do, or that stands against it. Words come from explain-danger.ts. */
export type Danger =
  | {
      readonly kind: 'gains-admin' | 'loses-admin' | 'deactivated' | 'moves-sub-organisation' | 'open-conflict';
      readonly people: readonly string[];
    }
  | { readonly kind: 'refusals'; readonly reasons: readonly string[] }
  | { readonly kind: 'pending-mappings' | 'unmapped-groups'; readonly groups: readonly string[] }
  | { readonly kind: 'entities-created'; readonly count: number }
  | { readonly kind: 'plan-warning'; readonly code: string; readonly people: readonly string[]; readonly why: string };

/** A name for the danger that stays the same while its people change; acceptances carry it. */
export function dangerId(danger: Danger): string {
  return danger.kind === 'plan-warning' ? `plan-warning:${danger.code}` : danger.kind;
}

/** A plan may come from a version that knows other warnings: those count, under their code. */
export const kindOf = (code: string): WarningKind | undefined =>
  Object.hasOwn(warningKinds, code) ? warningKinds[code as keyof typeof warningKinds] : undefined;

/** Warnings that say the same as a danger read from the people themselves. */
const covered: ReadonlySet<string> = new Set([
  'gains-admin',
  'loses-admin',
  'deactivated',
  'sub-organisation-moved',
  // A blocker of its own: nobody can accept it.
  'last-admin-lost',
]);

export function dangersOf(plan: PlanReading): readonly Danger[] {
  const people = (matches: (person: PlanReading['people'][number]) => boolean): readonly string[] =>
    plan.people.filter(matches).map((person) => person.userName);
  const dangers: Danger[] = [];
  const addPeople = (
    kind: Extract<Danger, { readonly people: readonly string[] }>['kind'] &
      ('gains-admin' | 'loses-admin' | 'deactivated' | 'moves-sub-organisation' | 'open-conflict'),
    names: readonly string[],
  ): void => {
    if (names.length > 0) dangers.push({ kind, people: names });
  };
  addPeople(
    'loses-admin',
    people(({ before, after }) => before?.role === 'Admin' && after?.role !== 'Admin'),
  );
  addPeople(
    'gains-admin',
    people(({ before, after }) => before?.role !== 'Admin' && after?.role === 'Admin'),
  );
  addPeople(
    'deactivated',
    people(({ before, after }) => before?.active === true && after?.active !== true),
  );
  addPeople(
    'moves-sub-organisation',
    people(
      ({ before, after }) => before !== null && after !== null && (before.subOrganization ?? null) !== (after.subOrganization ?? null),
    ),
  );
  addPeople('open-conflict', [
    ...new Set(plan.conflicts.filter((conflict) => conflict.status === 'open').map((conflict) => conflict.userName)),
  ]);
  if (plan.refusals.length > 0)
    dangers.push({ kind: 'refusals', reasons: plan.refusals.map((refusal) => `${refusal.status}: ${refusal.reason}`) });
  const active = plan.groups.filter((group) => group.state === 'active');
  const pending = active
    .filter((group) => group.mappings.some((mapping) => mapping.status === 'Pending'))
    .map((group) => group.displayName);
  if (pending.length > 0) dangers.push({ kind: 'pending-mappings', groups: pending });
  const unmapped = active.filter((group) => group.mappings.length === 0).map((group) => group.displayName);
  if (unmapped.length > 0) dangers.push({ kind: 'unmapped-groups', groups: unmapped });
  if (plan.summary.entitiesCreated > 0) dangers.push({ kind: 'entities-created', count: plan.summary.entitiesCreated });
  const warnings = new Map<string, { readonly people: string[]; readonly why: string }>();
  for (const { code, userName, people, why } of plan.warnings) {
    if (covered.has(code) || kindOf(code)?.severity === 'notice') continue;
    const entry = warnings.get(code) ?? { people: [], why };
    if (userName !== undefined) entry.people.push(userName);
    for (const name of people ?? []) entry.people.push(name);
    warnings.set(code, entry);
  }
  for (const [code, { people: names, why }] of warnings) dangers.push({ kind: 'plan-warning', code, people: names, why });
  return dangers;
}
