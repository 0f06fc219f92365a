import { type Conflict, type ConflictSide, type Decision, type ManualPlaces, none, type StoredPerson } from './model';

/** The format before a decision and what holds a claim back named the place beside the group. */
export const earlierSnapshotFormat = 'scim-preflight/organisation-snapshot@1';

interface EarlierPerson extends Omit<StoredPerson, 'conflicts' | 'decisions' | 'manual'> {
  readonly conflicts: readonly (Omit<Conflict, 'blockers'> & { readonly blockers: readonly number[] })[];
  readonly decisions: readonly (Omit<Decision, 'winner' | 'loser'> & { readonly winner: number; readonly loser: number })[];
  readonly manual: Omit<ManualPlaces, 'attributeAge'> | null;
}

/** The place of the first blocker is told by the conflict; of the others, and of old decisions, the group is enough. */
export function upgradePerson(given: unknown): StoredPerson {
  const person = given as EarlierPerson;
  return {
    ...person,
    conflicts: person.conflicts.map((conflict) => ({
      ...conflict,
      blockers: conflict.blockers.map((groupId, at) => (at === 0 ? { ...conflict.current, groupId } : groupAlone(groupId))),
    })),
    decisions: person.decisions.map((decision) => ({
      ...decision,
      winner: groupAlone(decision.winner),
      loser: groupAlone(decision.loser),
    })),
    manual: person.manual === null ? null : { ...person.manual, attributeAge: none },
  };
}

const groupAlone = (groupId: number): ConflictSide => ({ groupId, entityId: none });
