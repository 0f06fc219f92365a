import { describe, expect, it } from 'vitest';
import type { AssumptionId } from '../../../../shared/vendor/assumptions';
import type { EntityRef, EntityType, Role, RuleSpec } from '../../../../shared/vendor/event';
import type { PersonView } from '../../../../shared/vendor/organisation';
import { planScenario, type ScenarioEvent, type ScenarioText } from '../plan/play-scenario';

/** One sentence of the documents, a scenario that it speaks of, and what it says must come out. */
export interface Case {
  readonly says: string;
  readonly given: ScenarioText;
  readonly gives: Outcome;
}

/** Only what is named is compared; what is named is compared whole. */
export interface Outcome {
  /** null: the person is not there. */
  readonly people?: Readonly<Record<string, Partial<PersonView> | null>>;
  /** Group → its mappings as "type name status", sorted, with "deleted" after a deleted target; "soft-deleted" for a deleted group. */
  readonly groups?: Readonly<Record<string, readonly string[] | 'soft-deleted'>>;
  readonly noGroup?: string;
  /** "type name", created ones with a plus before. */
  readonly entities?: readonly string[];
  /** "event status". */
  readonly refusals?: readonly string[];
  /** "person: current-group / incoming-group type status"; `LambdatestGroup` stands where a side is no group. */
  readonly conflicts?: readonly string[];
  readonly warnings?: readonly string[];
  /** Assumptions that effects on this person say they depend on. */
  readonly assumes?: Readonly<Record<string, readonly AssumptionId[]>>;
  readonly reason?: Readonly<Record<string, string>>;
}

export function caseTable(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    it.each(cases.map((row) => [row.says, row] as const))('%s', (_, { given, gives }) => {
      expect(outcomeOf(given, gives)).toEqual(gives);
    });
  });
}

function outcomeOf(given: ScenarioText, wanted: Outcome): Outcome {
  const plan = planScenario(given);
  const found: { -readonly [K in keyof Outcome]: Outcome[K] } = {};
  if (wanted.people !== undefined) {
    const people: Record<string, Partial<PersonView> | null> = {};
    for (const [userName, view] of Object.entries(wanted.people)) {
      const after = plan.people.find((person) => person.userName === userName)?.after ?? null;
      people[userName] =
        after === null || view === null
          ? after
          : (Object.fromEntries(Object.keys(view).map((key) => [key, after[key as keyof PersonView]])) as Partial<PersonView>);
    }
    found.people = people;
  }
  if (wanted.groups !== undefined) {
    const groups: Record<string, readonly string[] | 'soft-deleted'> = {};
    for (const displayName of Object.keys(wanted.groups)) {
      const group = plan.groups.find((candidate) => candidate.displayName === displayName);
      if (group === undefined) continue;
      groups[displayName] =
        group.state === 'deleted'
          ? 'soft-deleted'
          : group.mappings.map(({ type, name, status, targetDeleted }) => `${type} ${name} ${status}${targetDeleted ? ' deleted' : ''}`);
    }
    found.groups = groups;
  }
  if (wanted.noGroup !== undefined)
    found.noGroup = plan.groups.some((group) => group.displayName === wanted.noGroup) ? `${wanted.noGroup} is there` : wanted.noGroup;
  if (wanted.entities !== undefined)
    found.entities = plan.entities.map(({ type, name, created }) => `${created ? '+' : ''}${type} ${name}`);
  if (wanted.refusals !== undefined) found.refusals = plan.refusals.map(({ event, status }) => `${event} ${status}`);
  if (wanted.conflicts !== undefined)
    found.conflicts = plan.conflicts.map(
      ({ userName, current, incoming, type, status }) =>
        `${userName}: ${current.displayName ?? 'LambdatestGroup'} / ${incoming.displayName ?? 'LambdatestGroup'} ${type} ${status}`,
    );
  if (wanted.warnings !== undefined) found.warnings = plan.warnings.map((warning) => warning.code);
  if (wanted.assumes !== undefined) {
    const assumes: Record<string, readonly AssumptionId[]> = {};
    for (const userName of Object.keys(wanted.assumes)) {
      const because = plan.people.find((person) => person.userName === userName)?.because ?? [];
      assumes[userName] = [...new Set(because.flatMap((entry) => entry.assumptions))].sort();
    }
    found.assumes = assumes;
  }
  if (wanted.reason !== undefined) {
    const reason: Record<string, string> = {};
    for (const [displayName, part] of Object.entries(wanted.reason)) {
      const text = plan.groups.find((group) => group.displayName === displayName)?.mappings[0]?.reason ?? '';
      reason[displayName] = text.includes(part) ? part : text;
    }
    found.reason = reason;
  }
  return found;
}

// Short words for scenarios: a, b, c, d are people without anything.

export const somePeople = ['a@x', 'b@x', 'c@x', 'd@x'].map((userName) => ({ userName }));

export const pushUser = (userName: string, more: Partial<Extract<ScenarioEvent, { type: 'pushUser' }>> = {}): ScenarioEvent => ({
  ...more,
  type: 'pushUser',
  userName,
});
export const push = (displayName: string, ...members: string[]): ScenarioEvent => ({ type: 'pushGroup', displayName, members });
export const pushWithRoles = (displayName: string, roles: Role[], ...members: string[]): ScenarioEvent => ({
  type: 'pushGroup',
  displayName,
  members,
  roles,
});
export const add = (displayName: string, ...members: string[]): ScenarioEvent => ({ type: 'addMembers', displayName, members });
export const remove = (displayName: string, ...members: string[]): ScenarioEvent => ({ type: 'removeMembers', displayName, members });
export const set = (displayName: string, ...members: string[]): ScenarioEvent => ({ type: 'setMembers', displayName, members });
export const rename = (displayName: string, to: string): ScenarioEvent => ({ type: 'renameGroup', displayName, to });
export const deleteGroup = (displayName: string): ScenarioEvent => ({ type: 'deleteGroup', displayName });
export const sync: ScenarioEvent = { type: 'sync' };
export const team = (name: string): EntityRef => ({ type: 'Team', name });
export const pool = (name: string): EntityRef => ({ type: 'ConcurrencyGroup', name });
export const subOrg = (name: string): EntityRef => ({ type: 'SubOrganization', name });
export const approve = (displayName: string, entity: EntityRef): ScenarioEvent => ({ type: 'approveMapping', displayName, entity });
export const reject = (displayName: string, entity: EntityRef): ScenarioEvent => ({ type: 'rejectMapping', displayName, entity });
export const assign = (userName: string, entity: EntityRef): ScenarioEvent => ({ type: 'assign', userName, entity });
export const unassign = (userName: string, entity: EntityRef): ScenarioEvent => ({ type: 'unassign', userName, entity });
export const resolve = (userName: string, use: 'current' | 'incoming'): ScenarioEvent => ({ type: 'resolveConflict', userName, use });
export const prefix = (pattern: string, target: EntityType, priority = 1, autoApprove = true): RuleSpec => ({
  type: 'prefix',
  pattern,
  target,
  autoApprove,
  priority,
});
export const regex = (pattern: string, target: EntityType, priority = 1, autoApprove = true): RuleSpec => ({
  type: 'regex',
  pattern,
  target,
  autoApprove,
  priority,
});
export const matchAll = (target: EntityType, priority = 1, autoApprove = true): RuleSpec => ({
  type: 'matchAll',
  target,
  autoApprove,
  priority,
});

/** t… become teams, p… concurrency groups, s… sub-organisations, of which s1 and s2 are there. */
export const threeKinds: NonNullable<ScenarioText['organisation']> = {
  users: somePeople,
  entities: [subOrg('s1'), subOrg('s2')],
  rules: [prefix('t', 'Team', 3), prefix('p', 'ConcurrencyGroup', 2), prefix('s', 'SubOrganization', 1)],
};
