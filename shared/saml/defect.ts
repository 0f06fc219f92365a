import type { CheckCode } from './check';
import type { LoginFlow, LoginPlan } from './rehearsal';

/** One thing wrong with a login, and nothing else. */
export interface Defect {
  readonly id: string;
  readonly title: string;
  readonly flows: readonly LoginFlow[];
  /** The checks that must fail, and the only ones that may. */
  readonly fails: readonly CheckCode[];
  /** Whether the login has what the defect spoils; always, when it is not given. */
  readonly applies?: (plan: LoginPlan) => boolean;
  readonly change: (plan: LoginPlan) => LoginPlan;
  /** Neither vendor documents its message for each case: what is said here follows from who checks what (inferred). */
  readonly inJumpCloud: string;
  readonly inTestMu: string;
  readonly cause: string;
  readonly fix: string;
}

export const BOTH_FLOWS: readonly LoginFlow[] = ['sp-initiated', 'idp-initiated'];
export const SENT_ON = 'Nothing: the login counts as successful there, the browser is sent on.';
export const REFUSED = 'The login page again, or an error page after the redirect; no session is opened.';

/** Changes the statements of the identity provider only. */
export const changeLogin =
  (change: (plan: LoginPlan) => Partial<LoginPlan['login']>): Defect['change'] =>
  (plan) => ({ ...plan, login: { ...plan.login, ...change(plan) } });

/** The other case for the first letter that has one: `JumpCloud` → `jumpCloud`. */
export function flipCase(text: string): string {
  const index = [...text].findIndex((character) => character.toLowerCase() !== character.toUpperCase());
  if (index === -1) return `${text}A`;
  const characters = [...text];
  const letter = characters[index] ?? '';
  characters[index] = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  return characters.join('');
}
