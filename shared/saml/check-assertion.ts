import { type Check, type CheckCode, fail, pass, skipped } from './check';
import { checkAttributes, checkNameId } from './check-identity';
import type { Expectations } from './expectations';
import { formatSpan, parseInstant } from './instant';
import { describeFound } from './near-miss';
import type { AssertionView, Read, SubjectConfirmation } from './response';
import { CONFIRMATION_BEARER } from './uris';

export const NOT_COVERED = 'not covered by a verified signature';

/** Passes only what a verified signature covers; a wrong value fails either way (see `Read`). */
export function judge(code: CheckCode, isRight: boolean, expected: string, found: string, covered: boolean): Check {
  if (!isRight) return fail(code, expected, found);
  return covered ? pass(code, expected, found) : skipped(code, expected, `${found} (${NOT_COVERED})`);
}

/** The assertion's own rules: saml-profiles-2.0 section 4.1.4.2 and saml-core-2.0 section 2.5. */
export function checkAssertion(read: Read<AssertionView>, expectations: Expectations): readonly Check[] {
  const { value: assertion, covered } = read;
  const issuer = assertion.issuer ?? 'none';
  return [
    judge(
      'issuer',
      assertion.issuer === expectations.idpEntityId,
      expectations.idpEntityId,
      describeFound(expectations.idpEntityId, issuer),
      covered,
    ),
    checkIssueInstant(assertion, expectations, covered),
    ...checkConfirmation(assertion.confirmations, expectations, covered),
    ...checkConditions(assertion, expectations, covered),
    ...checkNameId(read, expectations),
    checkAuthnStatement(assertion, expectations, covered),
    checkAttributes(read, expectations),
    checkReplay(assertion, expectations, covered),
  ];
}

function checkIssueInstant(assertion: AssertionView, expectations: Expectations, covered: boolean): Check {
  const expected = `not later than ${describeClock(expectations)}`;
  const ms = assertion.issueInstant === null ? null : parseInstant(assertion.issueInstant);
  if (ms === null) return fail('issue-instant', expected, assertion.issueInstant ?? 'none');
  return judge(
    'issue-instant',
    ms <= expectations.nowMs + expectations.skewMs,
    expected,
    describeInstant(assertion.issueInstant, ms, expectations),
    covered,
  );
}

function checkConfirmation(all: readonly SubjectConfirmation[], expectations: Expectations, covered: boolean): readonly Check[] {
  const bearers = all.filter((confirmation) => confirmation.method === CONFIRMATION_BEARER);
  const bearer = bearers.find((one) => one.recipient === expectations.acsUrl) ?? bearers[0];
  if (!bearer) {
    const found = all.length === 0 ? 'none' : all.map((one) => one.method ?? 'no method').join(', ');
    return [
      fail('subject-confirmation', CONFIRMATION_BEARER, found),
      skipped('recipient', expectations.acsUrl, 'no bearer confirmation'),
      skipped('subject-not-on-or-after', 'a time in the future', 'no bearer confirmation'),
    ];
  }
  const late = bearer.notBefore === null;
  return [
    judge(
      'subject-confirmation',
      late,
      `${CONFIRMATION_BEARER} without NotBefore`,
      late ? CONFIRMATION_BEARER : `NotBefore ${bearer.notBefore}`,
      covered,
    ),
    judge(
      'recipient',
      bearer.recipient === expectations.acsUrl,
      expectations.acsUrl,
      describeFound(expectations.acsUrl, bearer.recipient ?? 'none'),
      covered,
    ),
    checkBefore('subject-not-on-or-after', bearer.notOnOrAfter, true, expectations, covered),
    ...checkConfirmedRequest(bearer, expectations, covered),
  ];
}

function checkConfirmedRequest(bearer: SubjectConfirmation, expectations: Expectations, covered: boolean): readonly Check[] {
  const { inResponseTo } = expectations;
  const found = bearer.inResponseTo ?? 'none';
  if (inResponseTo === undefined) return [skipped('in-response-to', 'the id of the request, which was not given', found)];
  if (inResponseTo === null)
    return [judge('in-response-to', bearer.inResponseTo === null, 'none: the identity provider started the login', found, covered)];
  return [judge('in-response-to', bearer.inResponseTo === inResponseTo, inResponseTo, found, covered)];
}

function checkConditions(assertion: AssertionView, expectations: Expectations, covered: boolean): readonly Check[] {
  const { conditions } = assertion;
  if (conditions === null) {
    return [
      fail('audience', expectations.spEntityId, 'no Conditions'),
      skipped('not-before', 'a time in the past', 'no Conditions'),
      skipped('not-on-or-after', 'a time in the future', 'no Conditions'),
    ];
  }
  const { audienceRestrictions } = conditions;
  const isAudience = audienceRestrictions.length > 0 && audienceRestrictions.every((list) => list.includes(expectations.spEntityId));
  const audiences = audienceRestrictions.flat();
  const nearest = audiences.find((one) => one !== expectations.spEntityId);
  const found = isAudience
    ? expectations.spEntityId
    : audiences.length === 0
      ? 'none'
      : describeFound(expectations.spEntityId, nearest ?? audiences.join(', '));
  return [
    checkAfter('not-before', conditions.notBefore, expectations, covered),
    checkBefore('not-on-or-after', conditions.notOnOrAfter, false, expectations, covered),
    judge('audience', isAudience, expectations.spEntityId, found, covered),
  ];
}

function checkAfter(code: CheckCode, text: string | null, expectations: Expectations, covered: boolean): Check {
  const expected = `not after ${describeClock(expectations)}`;
  if (text === null) return skipped(code, expected, 'none');
  const ms = parseInstant(text);
  if (ms === null) return fail(code, expected, text);
  return judge(code, ms <= expectations.nowMs + expectations.skewMs, expected, describeInstant(text, ms, expectations), covered);
}

function checkBefore(code: CheckCode, text: string | null, isRequired: boolean, expectations: Expectations, covered: boolean): Check {
  const expected = `after ${describeClock(expectations)}`;
  if (text === null) return isRequired ? fail(code, expected, 'none') : skipped(code, expected, 'none');
  const ms = parseInstant(text);
  if (ms === null) return fail(code, expected, text);
  return judge(code, ms > expectations.nowMs - expectations.skewMs, expected, describeInstant(text, ms, expectations), covered);
}

/** The profile asks for one (saml-profiles-2.0 section 4.1.4.2), services live without it; a session that is over opens nothing. */
function checkAuthnStatement(assertion: AssertionView, expectations: Expectations, covered: boolean): Check {
  const expected = 'an AuthnStatement whose session is not over';
  const [first] = assertion.authnStatements;
  if (!first) return skipped('authn-statement', expected, 'none');
  if (first.sessionNotOnOrAfter === null) return judge('authn-statement', true, expected, first.context ?? 'one', covered);
  const ms = parseInstant(first.sessionNotOnOrAfter);
  const isOpen = ms !== null && ms > expectations.nowMs - expectations.skewMs;
  return judge('authn-statement', isOpen, expected, `session until ${first.sessionNotOnOrAfter}`, covered);
}

function checkReplay(assertion: AssertionView, expectations: Expectations, covered: boolean): Check {
  const expected = 'an assertion that was not used before';
  if (expectations.seenAssertionIds === undefined) return skipped('replay', expected, 'earlier logins are not known');
  if (assertion.id === null) return fail('replay', expected, 'an assertion without an ID');
  const isNew = !expectations.seenAssertionIds.includes(assertion.id);
  return judge('replay', isNew, expected, isNew ? assertion.id : `${assertion.id}, used before`, covered);
}

function describeClock(expectations: Expectations): string {
  return `${new Date(expectations.nowMs).toISOString()} (${formatSpan(expectations.skewMs)} of clock skew allowed)`;
}

function describeInstant(text: string | null, ms: number, expectations: Expectations): string {
  const difference = ms - expectations.nowMs;
  if (difference === 0) return `${text}`;
  return `${text} (${formatSpan(difference)} ${difference > 0 ? 'ahead' : 'ago'})`;
}
