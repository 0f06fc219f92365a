import type { LoginRequest, RehearsalValues, RequestCheck } from '../../../shared/saml/rehearsal';
import { NS } from '../../../shared/saml/uris';
import { RESPONSE_LIMITS } from '../../../shared/saml/xml-refusal';
import { attribute, child, token } from './dom';
import { readCapture } from './read-capture';
import { type Entities, LOCAL_SSO_URL } from './samlify-entities';
import { openXml } from './xml-door';

export interface RehearsedRequest {
  readonly request: LoginRequest;
  readonly checks: readonly RequestCheck[];
}

/** The service provider asks by HTTP-Redirect, and the local identity provider reads the question as JumpCloud would. */
export function rehearseRequest({ idp, sp }: Entities, values: RehearsalValues): RehearsedRequest {
  const { id, context } = sp.createLoginRequest(idp, 'redirect');
  return { request: { id, url: context }, checks: checkRequest(context, id, values) };
}

/** What an identity provider checks before it answers: saml-profiles-2.0 section 4.1.4.1. */
export function checkRequest(url: string, id: string, values: RehearsalValues): readonly RequestCheck[] {
  const xml = readRequest(url);
  const opened = xml === null ? null : openXml(xml, RESPONSE_LIMITS);
  const root = opened?.ok ? opened.value.document.documentElement : null;
  const check = (title: string, expected: string, found: string | null): RequestCheck => ({
    title,
    isRight: found === expected,
    expected,
    found: found ?? 'none',
  });
  return [
    check('The request has an ID', id, root && attribute(root, 'ID')),
    check('Issuer is the SP entity ID', values.spEntityId, root && token(child(root, NS.assertion, 'Issuer'))),
    check('Reply address is the ACS URL', values.acsUrl, root && attribute(root, 'AssertionConsumerServiceURL')),
    check('Destination is the sign-in URL of the local identity provider', LOCAL_SSO_URL, root && attribute(root, 'Destination')),
  ];
}

function readRequest(url: string): string | null {
  const value = new URL(url).searchParams.get('SAMLRequest');
  if (value === null) return null;
  const decoded = readCapture(value);
  return decoded.ok ? decoded.value.xml : null;
}
