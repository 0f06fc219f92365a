import { type Role, roles } from '../vendor/event';
import type { RosterProblem, RosterProblemCode } from './roster';

interface State {
  readonly active: boolean;
  readonly staged: boolean;
}

const each = (words: readonly string[], state: State): Readonly<Record<string, State>> =>
  Object.fromEntries(words.map((word) => [word, state]));

/** Who is active, in the words that exports and people use; Excel writes true and false in its own language. JumpCloud's states too (J13). */
const activeWords: Readonly<Record<string, State>> = {
  true: { active: true, staged: false },
  yes: { active: true, staged: false },
  y: { active: true, staged: false },
  '1': { active: true, staged: false },
  active: { active: true, staged: false },
  activated: { active: true, staged: false },
  ...each(['wahr', 'ja', 'vrai', 'oui', 'verdadero', 'sí', 'si', 'vero', 'sì'], { active: true, staged: false }),
  false: { active: false, staged: false },
  no: { active: false, staged: false },
  n: { active: false, staged: false },
  '0': { active: false, staged: false },
  inactive: { active: false, staged: false },
  suspended: { active: false, staged: false },
  disabled: { active: false, staged: false },
  ...each(['falsch', 'nein', 'faux', 'non', 'falso'], { active: false, staged: false }),
  staged: { active: false, staged: true },
};

/** Null when the word is none of those known; an empty field means active. */
export function readActive(text: string): State | null {
  const word = text.trim().toLowerCase();
  if (word === '') return { active: true, staged: false };
  return Object.hasOwn(activeWords, word) ? (activeWords[word] ?? null) : null;
}

export function readRole(text: string): Role | null {
  const word = text.trim().toLowerCase();
  return roles.find((role) => role.toLowerCase() === word) ?? null;
}

/** `a; b;a` → a, b. */
export function readGroups(text: string): readonly string[] {
  if (text === '') return [];
  const names = text.split(';').map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

export const rowError = (line: number, code: RosterProblemCode, message: string, fix: string): RosterProblem => ({
  line,
  severity: 'error',
  code,
  message,
  fix,
});

export const rowWarning = (line: number, code: RosterProblemCode, message: string, fix: string): RosterProblem => ({
  line,
  severity: 'warning',
  code,
  message,
  fix,
});

/** Long foreign text is cut, so that a message stays a message. */
export const quoted = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 77)}…` : text}"`;
