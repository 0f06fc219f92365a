import { type Check, fail, skipped } from './check';
import { judge } from './check-assertion';
import type { Expectations } from './expectations';
import { describeFound } from './near-miss';
import type { Read, ResponseView } from './response';
import { STATUS_SUCCESS } from './uris';

/** The response around the assertion: saml-core-2.0 section 3.2.2 and saml-bindings-2.0 section 3.5.5.2. */
export function checkMessage(read: Read<ResponseView>, expectations: Expectations): readonly Check[] {
  const { value: response, covered } = read;
  return [
    checkStatus(response, covered),
    ...checkIssuer(response, expectations, covered),
    checkDestination(response, expectations, covered),
    ...checkRequest(response, expectations),
  ];
}

function checkStatus(response: ResponseView, covered: boolean): Check {
  const { code, subCode, message } = response.status;
  if (code === null) return fail('status', STATUS_SUCCESS, 'none');
  const found = [code, subCode, message].filter((part) => part !== null).join(', ');
  return judge('status', code === STATUS_SUCCESS, STATUS_SUCCESS, found, covered);
}

/** The Issuer of the Response may be left out unless the Response is signed (saml-profiles-2.0 section 4.1.4.2). */
function checkIssuer(response: ResponseView, expectations: Expectations, covered: boolean): readonly Check[] {
  if (response.issuer === null || response.issuer === expectations.idpEntityId) return [];
  return [
    judge(
      'issuer',
      false,
      expectations.idpEntityId,
      `${describeFound(expectations.idpEntityId, response.issuer)} on the Response`,
      covered,
    ),
  ];
}

/** Left out, the assertion's Recipient says the same; present, it must be right. */
function checkDestination(response: ResponseView, expectations: Expectations, covered: boolean): Check {
  if (response.destination === null) return skipped('destination', expectations.acsUrl, 'none');
  const isRight = response.destination === expectations.acsUrl;
  return judge(
    'destination',
    isRight,
    expectations.acsUrl,
    describeFound(expectations.acsUrl, response.destination || 'an empty one'),
    covered,
  );
}

/** The assertion's own InResponseTo decides; a Response that names another request is refused on top of it. */
function checkRequest(response: ResponseView, expectations: Expectations): readonly Check[] {
  const { inResponseTo } = expectations;
  if (inResponseTo === undefined || response.inResponseTo === inResponseTo) return [];
  if (inResponseTo === null)
    return [fail('in-response-to', 'none: the identity provider started the login', `${response.inResponseTo} on the Response`)];
  return [fail('in-response-to', inResponseTo, `${response.inResponseTo ?? 'none'} on the Response`)];
}
