import { escapeXml } from './escape-xml';
import { formatInstant } from './instant';
import type { NameId, SamlAttribute } from './response';
import { ATTRIBUTE_NAME_FORMAT_BASIC, AUTHN_CONTEXT_PASSWORD, CONFIRMATION_BEARER, NS, STATUS_SUCCESS } from './uris';

/** Everything a login response says, so that a rehearsal can change exactly one thing of it. */
export interface LoginResponse {
  readonly responseId: string;
  readonly assertionId: string;
  readonly issuer: string;
  readonly destination: string;
  readonly recipient: string;
  readonly audience: string;
  /** Null when the identity provider starts the login. */
  readonly inResponseTo: string | null;
  readonly issuedAtMs: number;
  readonly notBeforeMs: number;
  readonly notOnOrAfterMs: number;
  readonly nameId: NameId;
  readonly attributes: readonly Pick<SamlAttribute, 'name' | 'values'>[];
}

const optional = (name: string, value: string | null): string => (value === null ? '' : ` ${name}="${escapeXml(value)}"`);

/** The response as JumpCloud arranges it: issuer, status, one assertion with subject, conditions, authentication and attributes. */
export function writeLoginResponse(response: LoginResponse): string {
  const { responseId, destination, inResponseTo, issuer, issuedAtMs } = response;
  const head = `ID="${escapeXml(responseId)}" Version="2.0" IssueInstant="${formatInstant(issuedAtMs)}" Destination="${escapeXml(destination)}"${optional('InResponseTo', inResponseTo)}`;
  return (
    `<samlp:Response xmlns:samlp="${NS.protocol}" xmlns:saml="${NS.assertion}" ${head}>` +
    `<saml:Issuer>${escapeXml(issuer)}</saml:Issuer>` +
    `<samlp:Status><samlp:StatusCode Value="${STATUS_SUCCESS}"/></samlp:Status>` +
    `${writeAssertion(response)}</samlp:Response>`
  );
}

function writeAssertion(response: LoginResponse): string {
  const { nameId, inResponseTo } = response;
  const issued = formatInstant(response.issuedAtMs);
  const until = formatInstant(response.notOnOrAfterMs);
  return (
    `<saml:Assertion xmlns:saml="${NS.assertion}" ID="${escapeXml(response.assertionId)}" Version="2.0" IssueInstant="${issued}">` +
    `<saml:Issuer>${escapeXml(response.issuer)}</saml:Issuer>` +
    `<saml:Subject><saml:NameID${optional('Format', nameId.format)}>${escapeXml(nameId.value)}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="${CONFIRMATION_BEARER}"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${escapeXml(response.recipient)}"${optional('InResponseTo', inResponseTo)}/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${formatInstant(response.notBeforeMs)}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${escapeXml(response.audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${issued}" SessionIndex="${escapeXml(response.assertionId)}"><saml:AuthnContext><saml:AuthnContextClassRef>${AUTHN_CONTEXT_PASSWORD}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `${writeAttributes(response.attributes)}</saml:Assertion>`
  );
}

function writeAttributes(attributes: LoginResponse['attributes']): string {
  if (attributes.length === 0) return '';
  const each = attributes.map(({ name, values }) => {
    const inner = values.map((value) => `<saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue>`).join('');
    return `<saml:Attribute Name="${escapeXml(name)}" NameFormat="${ATTRIBUTE_NAME_FORMAT_BASIC}">${inner}</saml:Attribute>`;
  });
  return `<saml:AttributeStatement>${each.join('')}</saml:AttributeStatement>`;
}
