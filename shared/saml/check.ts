/** Every check of a login response, in the order in which they are shown. */
export const CHECK_CODES = [
  'xml-safe',
  'response-root',
  'no-comments',
  'unique-ids',
  'one-assertion',
  'not-encrypted',
  'signature-present',
  'signature-place',
  'signature-reference',
  'signature-transforms',
  'signature-algorithm',
  'digest-algorithm',
  'signature-certificate',
  'signature-value',
  'certificate-dates',
  'status',
  'issuer',
  'destination',
  'in-response-to',
  'issue-instant',
  'subject-confirmation',
  'recipient',
  'subject-not-on-or-after',
  'not-before',
  'not-on-or-after',
  'audience',
  'name-id',
  'name-id-format',
  'name-id-domain',
  'authn-statement',
  'attributes',
  'replay',
] as const;

export type CheckCode = (typeof CHECK_CODES)[number];
export type CheckResult = 'pass' | 'fail' | 'skipped';

/** One line of the verdict, as `saml-check --json` prints it (`formats.md` section 4). */
export interface Check {
  readonly code: CheckCode;
  readonly result: CheckResult;
  readonly expected: string;
  readonly found: string;
}

export const pass = (code: CheckCode, expected: string, found: string): Check => ({ code, result: 'pass', expected, found });
export const fail = (code: CheckCode, expected: string, found: string): Check => ({ code, result: 'fail', expected, found });
export const skipped = (code: CheckCode, expected: string, found: string): Check => ({ code, result: 'skipped', expected, found });

export type Verdict = 'accepted' | 'rejected';

/** In the order of `CHECK_CODES`; a code with several results (two signatures) keeps all of them, in the order given. */
export function sortChecks(checks: readonly Check[]): readonly Check[] {
  const rank = new Map<CheckCode, number>(CHECK_CODES.map((code, index) => [code, index]));
  return [...checks].sort((a, b) => (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0));
}

/** Accepted needs a signature that was verified: no number of passed checks makes up for it. */
export function verdictOf(checks: readonly Check[]): Verdict {
  const failed = checks.some((check) => check.result === 'fail');
  const verified = checks.some((check) => check.code === 'signature-value' && check.result === 'pass');
  return !failed && verified ? 'accepted' : 'rejected';
}
