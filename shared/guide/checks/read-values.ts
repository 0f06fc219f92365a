import { isSecret, type PlainValueId, plainValueIds, type ValueId, valueIds } from '../value-id';
import type { Workspace } from '../workspace';
import type { CheckContext, EmailOwner, RosterDomain } from './check-context';
import { checkValue } from './check-value';
import type { Finding, ValueReading } from './finding';
import { expiryState, soonDays } from './token-life-rules';

/** What only main knows: whether the token is still held, and who is who. */
export interface ValueFacts {
  readonly tokenHeld: boolean;
  readonly testEmailOwner: EmailOwner | null;
  readonly rosterDomains: readonly RosterDomain[];
}

export const noFacts: ValueFacts = { tokenHeld: true, testEmailOwner: null, rosterDomains: [] };

export function contextOf(workspace: Workspace, facts: ValueFacts, nowMs: number): CheckContext {
  const values: Partial<Record<PlainValueId, string>> = {};
  for (const id of plainValueIds) {
    const text = workspace.values[id]?.text;
    if (text !== undefined) values[id] = text;
  }
  const { testEmailOwner, rosterDomains } = facts;
  return { values, nowMs, burntEmails: workspace.burntEmails, testEmailOwner, rosterDomains };
}

/** Every value of a workspace, judged. */
export function readValues(workspace: Workspace, facts: ValueFacts, nowMs: number): Readonly<Record<ValueId, ValueReading>> {
  const context = contextOf(workspace, facts, nowMs);
  const entries = valueIds.map((id): [ValueId, ValueReading] => [
    id,
    isSecret(id) ? readKeptToken(workspace, facts.tokenHeld, nowMs) : checkValue(id, context.values[id] ?? '', context),
  ]);
  return Object.fromEntries(entries) as Record<ValueId, ValueReading>;
}

/** The token that is kept, of which only its facts are known here. It was checked when it was entered: main keeps no wrong one. */
function readKeptToken({ token }: Workspace, held: boolean, nowMs: number): ValueReading {
  const value = 'bearer-token';
  if (token === null) return { value, state: 'empty', findings: [] };
  if (!held) return { value, state: 'wrong', findings: [notHeld(token.last4)] };
  if (token.expiresAt === null) return { value, state: 'ok', findings: [] };
  const state = expiryState(Date.parse(token.expiresAt), nowMs);
  const found = token.expiresAt.slice(0, 10);
  if (state === 'later')
    return { value, state: 'ok', findings: [keptFinding('expiry', 'note', 'It says when it ends', 'an end in the future', found)] };
  const ended = state === 'expired';
  const expected = ended ? 'an end in the future' : `an end more than ${soonDays} days away`;
  const finding = keptFinding(
    ended ? 'expired' : 'ends-soon',
    ended ? 'error' : 'warning',
    ended ? 'It has ended' : 'It ends soon',
    expected,
    found,
  );
  return { value, state: ended ? 'wrong' : 'warned', findings: [finding] };
}

const keptFinding = (code: string, severity: Finding['severity'], title: string, expected: string, found: string): Finding => ({
  code,
  severity,
  title,
  expected,
  found,
  at: null,
  remedy:
    severity === 'note'
      ? 'Note the day: from then on provisioning stops with 401.'
      : 'Make a new one: TestMu AI › Organization Settings › Security.',
  fix: null,
  source: null,
});

const notHeld = (last4: string): Finding => ({
  code: 'not-held',
  severity: 'error',
  title: 'The token is not here any more',
  expected: `the token that ended in ${last4}`,
  found: 'nothing: it was kept in memory until the app was closed, or the system’s keyring lost it',
  at: null,
  remedy: 'Enter it again, or make a new one at TestMu AI.',
  fix: null,
  source: null,
});
