import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import * as samlify from 'samlify';
import { describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { createLocalKey, type LocalKey } from '../../../../../electron/node/saml/local-key';
import { readIdpMetadata, readMetadata } from '../../../../../electron/node/saml/read-metadata';
import { checkRequest } from '../../../../../electron/node/saml/rehearse-request';
import { LOCAL_SSO_URL } from '../../../../../electron/node/saml/samlify-entities';
import { toPem } from '../../../../../shared/saml/certificate';
import { writeIdpMetadata } from '../../../../../shared/saml/idp-metadata-text';
import { planLogin, type SignMode } from '../../../../../shared/saml/rehearsal';
import { writeSpMetadata } from '../../../../../shared/saml/sp-metadata-text';
import { BINDING } from '../../../../../shared/saml/uris';
import { ANN, failedCodes, inspect, sampleIdp, samplePlan, signPlan, VALUES } from '../../../../fixtures/saml/sample-login';

/** The other libraries read the machine's clock, so these logins happen now. */
function planNow(sign: SignMode) {
  return planLogin({
    values: VALUES,
    person: ANN,
    flow: 'idp-initiated',
    sign,
    nowMs: Date.now(),
    ids: { response: '_r', assertion: '_a', request: null },
  });
}

function nodeSaml(idpCert: string, wanted: SignMode): SAML {
  return new SAML({
    idpCert,
    issuer: VALUES.spEntityId,
    audience: VALUES.spEntityId,
    callbackUrl: VALUES.acsUrl,
    entryPoint: LOCAL_SSO_URL,
    idpIssuer: VALUES.idpEntityId,
    identifierFormat: VALUES.nameIdFormat,
    wantAssertionsSigned: wanted !== 'Response',
    wantAuthnResponseSigned: wanted !== 'Assertion',
    validateInResponseTo: ValidateInResponseTo.never,
  });
}

describe('@node-saml/node-saml', () => {
  it.each(['Assertion', 'both'] as const)('accepts our response with the %s signed', async (mode) => {
    const idp = await sampleIdp();
    const xml = signPlan(idp, planNow(mode));
    const { profile } = await nodeSaml(toPem(idp.current.certificate), mode).validatePostResponseAsync({
      SAMLResponse: Buffer.from(xml).toString('base64'),
    });
    expect(profile).toMatchObject({ nameID: 'ann@acme.example', issuer: VALUES.idpEntityId, firstName: 'Ann' });
  });

  it('refuses our response under the old certificate, as we do', async () => {
    const idp = await sampleIdp();
    const xml = signPlan(idp, planNow('both'));
    const checked = nodeSaml(toPem(idp.old.certificate), 'both').validatePostResponseAsync({
      SAMLResponse: Buffer.from(xml).toString('base64'),
    });
    await expect(checked).rejects.toThrow('Invalid');
  });

  it('asks a question that our identity provider reads', async () => {
    const idp = await sampleIdp();
    const url = await nodeSaml(toPem(idp.current.certificate), 'both').getAuthorizeUrlAsync('', undefined, {});
    const checks = checkRequest(url, 'any', VALUES);
    expect(checks.slice(1).map((check) => [check.title, check.isRight])).toEqual([
      ['Issuer is the SP entity ID', true],
      ['Reply address is the ACS URL', true],
      ['Destination is the sign-in URL of the local identity provider', true],
    ]);
  });

  it('writes service provider metadata that we read', async () => {
    const idp = await sampleIdp();
    const read = readMetadata(nodeSaml(toPem(idp.current.certificate), 'both').generateServiceProviderMetadata(null));
    expect(read.ok && read.value.sps[0]).toMatchObject({
      entityId: VALUES.spEntityId,
      acsServices: [{ binding: BINDING.post, location: VALUES.acsUrl }],
    });
  });
});

describe('samlify', () => {
  it('makes a response that we accept', async () => {
    const key = await createLocalKey({ commonName: 'samlify', notBeforeMs: Date.now() - 60_000, notAfterMs: Date.now() + 86_400_000 });
    const idp = samlify.IdentityProvider({
      entityID: VALUES.idpEntityId,
      signingCert: toPem(key.certificate),
      privateKey: key.privateKey,
      singleSignOnService: [{ Binding: BINDING.redirect, Location: LOCAL_SSO_URL }],
      singleLogoutService: [{ Binding: BINDING.redirect, Location: LOCAL_SSO_URL }],
      nameIDFormat: [VALUES.nameIdFormat ?? ''],
    });
    const sp = samlify.ServiceProvider({
      entityID: VALUES.spEntityId,
      wantAssertionsSigned: true,
      assertionConsumerService: [{ Binding: BINDING.post, Location: VALUES.acsUrl }],
      nameIDFormat: [VALUES.nameIdFormat ?? ''],
    });
    const response = await idp.createLoginResponse(sp, { extract: { request: { id: '_request-1' } } }, 'post', {
      email: 'ann@acme.example',
    });
    const xml = Buffer.from(response.context, 'base64').toString();
    const expectations = { ...samplePlan('sp-initiated').expectations, nowMs: Date.now(), requiredAttributes: [] };
    const plan = { ...samplePlan('sp-initiated'), expectations };
    const inspection = inspect(xml, [key.certificate], plan);
    expect(failedCodes(inspection)).toEqual([]);
    expect(inspection.nameId).toBe('ann@acme.example');
  });

  it('reads the metadata we write, for both sides', async () => {
    const { current } = await sampleIdp();
    const idpText = writeIdpMetadata({
      entityId: VALUES.idpEntityId,
      ssoServices: [{ binding: BINDING.redirect, location: LOCAL_SSO_URL }],
      nameIdFormats: [VALUES.nameIdFormat ?? ''],
      keys: [{ use: 'signing', reading: { kind: 'certificate', certificate: current.certificate } }],
      validUntil: null,
      wantAuthnRequestsSigned: false,
    });
    expect(readIdpMetadata(idpText)).toMatchObject({
      ok: true,
      value: { idp: { entityId: VALUES.idpEntityId, keys: [{ reading: { certificate: current.certificate } }] } },
    });
    const theirs = samlify.IdPMetadata(idpText);
    expect(theirs.getEntityID()).toBe(VALUES.idpEntityId);
    const sp = samlify.SPMetadata(writeSpMetadata(VALUES));
    expect([sp.getEntityID(), sp.getAssertionConsumerService('post')]).toEqual([VALUES.spEntityId, VALUES.acsUrl]);
  });
});

describe('xml-crypto used directly, in arrangements of other identity providers', () => {
  const plan = samplePlan('sp-initiated', 'Response');
  const base = (xml: string): string => xml;
  const ARRANGEMENTS: readonly {
    readonly name: string;
    readonly text: (xml: string) => string;
    readonly c14n: string;
    readonly algorithm: string;
  }[] = [
    {
      name: 'exclusive canonical XML',
      text: base,
      c14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
      algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    },
    {
      name: 'inclusive canonical XML',
      text: base,
      c14n: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
      algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    },
    {
      name: 'SHA-512',
      text: base,
      c14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
      algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
    },
    {
      name: 'other prefixes, as Okta writes them',
      text: (xml) =>
        xml
          .replaceAll('saml:', 'saml2:')
          .replaceAll('samlp:', 'saml2p:')
          .replaceAll('xmlns:samlp', 'xmlns:saml2p')
          .replaceAll(':saml=', ':saml2='),
      c14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
      algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    },
    {
      name: 'an XML declaration and indentation',
      text: (xml) => `<?xml version="1.0" encoding="UTF-8"?>\n${xml.replace(/></g, '>\n  <')}`,
      c14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
      algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    },
  ];

  it.each(ARRANGEMENTS)('accepts $name', async ({ text, c14n, algorithm }) => {
    const { current } = await sampleIdp();
    const xml = signDirectly(text(signPlan({ current, old: current }, { ...plan, sign: 'none' })), current, c14n, algorithm);
    const inspection = inspect(xml, [current.certificate], plan);
    expect(failedCodes(inspection)).toEqual([]);
    expect(inspection.nameId).toBe('ann@acme.example');
  });
});

function signDirectly(xml: string, key: LocalKey, c14n: string, algorithm: string): string {
  const signedXml = new SignedXml({
    privateKey: key.privateKey,
    publicCert: toPem(key.certificate),
    canonicalizationAlgorithm: c14n,
    signatureAlgorithm: algorithm,
  });
  signedXml.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', c14n],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signedXml.computeSignature(xml, { location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } });
  return signedXml.getSignedXml();
}
