/** Where the vendor's documents are silent or disagree: vendor-behaviour.md section 8, each a setting with two values. */

export type AssumptionValue = 'default' | 'other';

export interface Assumption {
  readonly id: string;
  readonly question: string;
  readonly default: string;
  readonly other: string;
  /** The word for `default` and for `other` that people may write instead: `A2=user`. */
  readonly words: readonly [string, string];
  /** `document`: numbered in the facts. `ours`: the engine met it while being written; numbered on from there. */
  readonly source: 'document' | 'ours';
}

const row = (
  id: string,
  question: string,
  whenDefault: string,
  other: string,
  words: readonly [string, string],
  source: 'document' | 'ours' = 'document',
): Assumption => ({ id, question, default: whenDefault, other, words, source });

const rows = [
  row(
    'A1',
    'A group is renamed, its mapping was made by hand, and a rule matches the new name',
    'the mapping stays',
    'the mapping goes back to Pending',
    ['stays', 'pending'],
  ),
  row(
    'A2',
    'Role of a person whose groups carry no roles but whose own OrganizationRole was set',
    'the own role is kept',
    'User: an Admin is demoted',
    ['own', 'user'],
  ),
  row(
    'A3',
    'Auto-approve finds an entity that another group already owns',
    'the mapping is Pending and says who owns it',
    'the mapping is Rejected',
    ['pending', 'rejected'],
  ),
  row(
    'A4',
    'A rename would give an entity a name that another one has',
    'the entity keeps its old name, with a warning',
    'the entity gets the name with a suffix',
    ['keep', 'suffix'],
  ),
  row('A5', 'Which side of a conflict is current when both arrive in one sync', 'the one pushed first', 'the older mapping', [
    'first',
    'older',
  ]),
  row('A6', 'A deactivated person', 'keeps memberships and assignments, counted inactive', 'loses the assignments', ['keeps', 'removed']),
  row('A7', 'Several values in LambdatestRoles', 'the highest counts', 'the first counts', ['highest', 'first']),
  row('A8', 'A member id that does not exist', 'refused with 400 invalidValue, nothing applied', 'ignored, with a warning', [
    'refuse',
    'ignore',
  ]),
  row('A9', 'Reading groups while group provisioning is off', 'allowed', 'refused with 403', ['allowed', 'refused']),
  row('A10', 'Group and entity names that differ in case only', 'are the same name', 'are two names', ['insensitive', 'sensitive']),
  row(
    'A11',
    'Scope of a remembered conflict decision',
    'the person, the two groups (of one group: its two places) and the type',
    'the person and the type',
    ['groups', 'person'],
  ),
  row(
    'A12',
    'A manual exclusive assignment was overridden by SCIM, then the mapping goes',
    'back to the default group or the root organisation',
    'the earlier manual assignment comes back',
    ['default', 'restore'],
  ),
  row(
    'A13',
    'A sub-organisation conflicts with a team or concurrency group: what is withheld',
    'only the incoming assignment of that person',
    'the whole incoming mapping',
    ['person', 'mapping'],
  ),
  row('A14', 'When the mapping to a deleted entity goes back to Pending', 'at once', 'at the next sync', ['now', 'sync']),
  row(
    'A15',
    'One group mapped to a sub-organisation and to a team or concurrency group',
    'no conflict: the sub-organisation holds, the other place is invalid',
    'a cross-type conflict',
    ['holds', 'conflict'],
  ),
  row(
    'A16',
    'A rule or an admin maps to an entity type that is not enabled',
    'a rule leaves it Pending, by hand it is refused',
    'it is created anyway',
    ['pending', 'created'],
  ),
  row('A17', 'LambdatestGroup names a concurrency group that does not exist', 'ignored, with a warning', 'refused with 400 invalidValue', [
    'ignore',
    'refuse',
  ]),
  row('A18', "LambdatestGroup against a SCIM group's exclusive mapping", 'the mapping wins', 'a conflict', ['mapping', 'conflict']),
  row(
    'A19',
    'A person who is there already is pushed without `active`',
    '`active` stays as it is',
    'the person is activated',
    ['unchanged', 'activate'],
    'ours',
  ),
  row(
    'A20',
    'A person leaves a group whose team they were also in by hand before',
    'they leave the team',
    'they stay in the team',
    ['leave', 'stay'],
    'ours',
  ),
] as const satisfies readonly Assumption[];

export const assumptions: readonly Assumption[] = rows;

const ids = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9',
  'A10',
  'A11',
  'A12',
  'A13',
  'A14',
  'A15',
  'A16',
  'A17',
  'A18',
  'A19',
  'A20',
] as const;
export type AssumptionId = (typeof ids)[number];
export const assumptionIds: readonly AssumptionId[] = ids;

export type AssumptionSettings = Readonly<Record<AssumptionId, AssumptionValue>>;

export const defaultAssumptions: AssumptionSettings = Object.freeze(
  Object.fromEntries(ids.map((id) => [id, 'default'])) as Record<AssumptionId, AssumptionValue>,
);

/** Both values with the words for them: `"default" (own) or "other" (user)`. */
export function assumptionWords(id: AssumptionId): string {
  const [whenDefault, other] = assumptions.find((assumption) => assumption.id === id)?.words ?? ['', ''];
  return `"default" ("${whenDefault}") or "other" ("${other}")`;
}

/** `default`, `other`, or one of the assumption's own two words; null when it is none of them. */
export function readAssumptionValue(id: AssumptionId, text: string): AssumptionValue | null {
  if (text === 'default' || text === 'other') return text;
  const words = assumptions.find((assumption) => assumption.id === id)?.words;
  if (words?.[0] === text) return 'default';
  if (words?.[1] === text) return 'other';
  return null;
}
