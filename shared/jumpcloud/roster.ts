import type { Role } from '../vendor/event';
import { compareText } from '../vendor/names';

/** One person as JumpCloud knows them (formats.md section 2). */
export interface RosterPerson {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  /** False for suspended people: JumpCloud deactivates them at the service (J13). */
  readonly active: boolean;
  /** State STAGED: JumpCloud does not provision them at all (J13). */
  readonly staged?: boolean | undefined;
  /** Absent when the source has no role; JumpCloud itself cannot send one (J7). */
  readonly role?: Role | undefined;
  /** Names of the groups, in the order of the source, each once. */
  readonly groups: readonly string[];
  /** Line in the file, from 1; entry in the list, from 1, where the source is the API. */
  readonly line: number;
}

export type RosterProblemCode =
  | 'empty-file'
  | 'no-people'
  | 'no-email-column'
  | 'duplicate-column'
  | 'unknown-column'
  | 'wrong-field-count'
  | 'broken-quotes'
  | 'too-many-broken-quotes'
  | 'no-email'
  | 'bad-email'
  | 'duplicate-email'
  | 'missing-name'
  | 'bad-active'
  | 'bad-role'
  | 'hidden-character'
  | 'bad-json'
  | 'incomplete-list'
  | 'unknown-member'
  | 'duplicate-group'
  | 'bad-entry'
  | 'not-read';

export interface RosterProblem {
  readonly line: number;
  /** `error`: the row, or the file, was not read. `warning`: it was. */
  readonly severity: 'error' | 'warning';
  readonly code: RosterProblemCode;
  readonly message: string;
  readonly fix: string;
}

export interface Roster {
  readonly people: readonly RosterPerson[];
  /** Groups that hold nobody: JumpCloud does not create them (J11). A CSV cannot name any. */
  readonly emptyGroups: readonly string[];
  /** False where the source has no names at all; then a missing name says nothing (J18). */
  readonly hasNames: boolean;
  readonly problems: readonly RosterProblem[];
}

/** Names of all groups that somebody is in, by name: the order of a roster's rows says nothing. */
export function rosterGroups(roster: Roster): readonly string[] {
  return [...new Set(roster.people.flatMap((person) => person.groups))].sort(compareText);
}
