import { describe, expect, it } from 'vitest';
import { createLocalKey } from '../../../../../electron/node/saml/local-key';
import { explainMetadataRefusal, readIdpMetadata } from '../../../../../electron/node/saml/read-metadata';
import { explainMetadataProblem } from '../../../../../shared/saml/explain-metadata-problem';
import { findMetadataProblems } from '../../../../../shared/saml/find-metadata-problems';
import { writeSpMetadata } from '../../../../../shared/saml/sp-metadata-text';
import { BINDING } from '../../../../../shared/saml/uris';
import { IDP_SAMPLES } from '../../../../fixtures/saml/idp-samples';
import { NOW_MS, VALUES } from '../../../../fixtures/saml/sample-login';

const DAY_MS = 86_400_000;
const keys = new Map<string, Promise<string>>();

/** The base64 of a certificate that ends so many days after the sample's moment. */
function certificate(days: number, bits: 1024 | 2048 = 2048, hash: 'SHA-1' | 'SHA-256' = 'SHA-256', startDays = -400): Promise<string> {
  const id = `${days} ${bits} ${hash} ${startDays}`;
  const made =
    keys.get(id) ??
    createLocalKey({
      commonName: 'sso.jumpcloud.example',
      notBeforeMs: NOW_MS + startDays * DAY_MS,
      notAfterMs: NOW_MS + days * DAY_MS,
      bits,
      hash,
    }).then((key) => key.certificate.base64);
  keys.set(id, made);
  return made;
}

const JUMPCLOUD = IDP_SAMPLES[0]!;

function codesOf(xml: string, ledgerEntityId: string | null = null): readonly string[] {
  const read = readIdpMetadata(xml);
  if (!read.ok) throw new Error(explainMetadataRefusal(read.error).message);
  const { document, idp } = read.value;
  return findMetadataProblems(document, idp, { nowMs: NOW_MS, ledgerEntityId }).map((problem) => explainMetadataProblem(problem).code);
}

describe('metadata of every identity provider', () => {
  it.each(IDP_SAMPLES)('$vendor is read without findings', async ({ xml, entityId, redirect, post }) => {
    const base64 = await certificate(400);
    const read = readIdpMetadata(new TextEncoder().encode(xml(base64)));
    if (!read.ok) throw new Error(explainMetadataRefusal(read.error).message);
    const { idp } = read.value;
    const at = (binding: string) => idp.ssoServices.find((service) => service.binding === binding)?.location ?? null;
    expect([idp.entityId, at(BINDING.redirect), at(BINDING.post)]).toEqual([entityId, redirect, post]);
    expect(idp.keys.map((key) => (key.reading.kind === 'certificate' ? key.reading.certificate.base64 : key.reading.reason))).toEqual(
      idp.keys.map(() => base64),
    );
    expect(codesOf(xml(base64))).toEqual([]);
  });

  it('reads a file that Windows saved as UTF-16', async () => {
    const text = `\uFEFF${JUMPCLOUD.xml(await certificate(400)).replace('UTF-8', 'utf-16')}`;
    expect(readIdpMetadata(Buffer.from(text, 'utf16le')).ok).toBe(true);
    expect(readIdpMetadata(Buffer.from(text, 'utf16le').swap16()).ok).toBe(true);
  });
});

describe('what is handed over in place of metadata is named', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['a certificate in PEM', async () => bytesOf(`-----BEGIN CERTIFICATE-----\n${await certificate(400)}`), 'a certificate'],
    ['the same without its armour', async () => bytesOf(await certificate(400)), 'a certificate'],
    ['the same as DER', async () => new Uint8Array(Buffer.from(await certificate(400), 'base64')), 'a certificate'],
    ['the address', async () => bytesOf('https://sso.jumpcloud.com/saml2/metadata/x'), 'an address'],
    ['an answer of an API', async () => bytesOf('{"error":"not found"}'), 'JSON'],
    ['a PDF', async () => bytesOf('%PDF-1.7\n'), 'a PDF'],
    ['an archive', async () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'a packed file'],
    ['metadata in base64', async () => bytesOf(Buffer.from(JUMPCLOUD.xml('')).toString('base64')), 'XML in base64'],
    ['a page of a browser', async () => bytesOf(`This XML file does not appear to have any style\n${JUMPCLOUD.xml('')}`), 'a browser'],
  ])('%s', async (_, bytes, found) => {
    const read = readIdpMetadata(await bytes());
    expect(read.ok ? '' : explainMetadataRefusal(read.error)).toMatchObject({
      code: 'other-file',
      message: expect.stringContaining(found),
    });
  });

  it('metadata of another provider is told where JumpCloud’s is asked for', async () => {
    const problems = (sample: (typeof IDP_SAMPLES)[number], xml: string) => {
      const read = readIdpMetadata(xml);
      if (!read.ok) throw new Error(sample.vendor);
      const { document, idp } = read.value;
      return findMetadataProblems(document, idp, { nowMs: NOW_MS, ledgerEntityId: null, providerDomain: 'jumpcloud.com' });
    };
    for (const sample of IDP_SAMPLES) {
      const kinds = problems(sample, sample.xml(await certificate(400))).map(({ kind }) => kind);
      expect(kinds).toEqual(sample.vendor === 'JumpCloud' ? [] : ['other-provider']);
    }
  });

  it('a certificate that was cut off is told in plain words', async () => {
    const read = readIdpMetadata(JUMPCLOUD.xml((await certificate(400)).slice(0, 300)));
    expect(read).toMatchObject({ value: { idp: { keys: [{ reading: { reason: 'it is no certificate, or a part of it is missing' } }] } } });
  });
});

describe('findings', () => {
  it.each([
    [61, []],
    [60, ['certificate-expires-soon']],
    [30, ['certificate-expires-soon']],
    [7, ['certificate-expires-soon']],
    [1, ['certificate-expires-soon']],
    [0, ['certificate-expired']],
    [-3, ['certificate-expired']],
  ])('a certificate with %i days left gives %j', async (days, codes) => {
    expect(codesOf(JUMPCLOUD.xml(await certificate(days)))).toEqual(codes);
  });

  const replaced = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to);
  it.each([
    ['no redirect endpoint', replaced(/<md:SingleSignOnService Binding="[^"]*Redirect"[^>]*>/, ''), 'redirect-missing'],
    ['no endpoint at all', replaced(/<md:SingleSignOnService[^>]*>/g, ''), 'no-sso-endpoint'],
    ['an http endpoint', replaced('Location="https:', 'Location="http:'), 'endpoint-not-https'],
    ['a javascript endpoint', replaced(/Location="[^"]*"/, 'Location="javascript:alert(1)"'), 'endpoint-not-https'],
    ['a file endpoint', replaced(/Location="[^"]*"/, 'Location="file:///etc/passwd"'), 'endpoint-not-https'],
    ['a password in the endpoint', replaced('Location="https://', 'Location="https://user:pass@'), 'endpoint-not-https'],
    ['a broken certificate', replaced(/(<ds:X509Certificate>)[^<]*/, '$1MIIBAAAA'), 'certificate-broken'],
    ['a certificate that is no base64', replaced(/(<ds:X509Certificate>)/, '$1%%'), 'certificate-broken'],
    ['no certificate', replaced(/<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>/, ''), 'no-signing-certificate'],
    ['a certificate for encryption only', replaced('use="signing"', 'use="encryption"'), 'no-signing-certificate'],
    ['an empty entity ID', replaced('entityID="JumpCloud-Acme"', 'entityID=""'), 'no-entity-id'],
    ['a space in the entity ID', replaced('entityID="JumpCloud-Acme"', 'entityID="JumpCloud-Acme "'), 'entity-id-white-space'],
    [
      'a validUntil that has passed',
      replaced('<md:EntityDescriptor ', '<md:EntityDescriptor validUntil="2026-11-23T00:00:00Z" '),
      'valid-until-passed',
    ],
    [
      'a validUntil of tomorrow',
      replaced('<md:IDPSSODescriptor ', '<md:IDPSSODescriptor validUntil="2026-11-25T12:00:00Z" '),
      'valid-until-soon',
    ],
    [
      'a validUntil that is no time',
      replaced('<md:EntityDescriptor ', '<md:EntityDescriptor validUntil="tomorrow" '),
      'valid-until-unreadable',
    ],
  ])('%s', async (_, change, code) => {
    const xml = JUMPCLOUD.xml(await certificate(400));
    expect(codesOf(xml)).not.toContain(code);
    expect(codesOf(change(xml))).toContain(code);
  });

  it('names SHA-1, weak keys and certificates of the future', async () => {
    expect(codesOf(JUMPCLOUD.xml(await certificate(400, 2048, 'SHA-1')))).toEqual(['certificate-sha1']);
    expect(codesOf(JUMPCLOUD.xml(await certificate(400, 1024)))).toEqual(['certificate-weak-key']);
    expect(codesOf(JUMPCLOUD.xml(await certificate(400, 2048, 'SHA-256', 1)))).toEqual(['certificate-not-yet-valid']);
  });

  it('compares the entity ID with the ledger, character by character', async () => {
    const xml = JUMPCLOUD.xml(await certificate(400));
    expect(codesOf(xml, 'JumpCloud-Acme')).toEqual([]);
    expect(codesOf(xml, 'jumpcloud-acme')).toEqual(['entity-id-differs']);
  });

  it('asks for one identity provider where a file has several', async () => {
    const one = JUMPCLOUD.xml(await certificate(400)).replace(/<\?xml[^>]*>/, '');
    const federation = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${one}${one.replace('JumpCloud-Acme', 'other')}</md:EntitiesDescriptor>`;
    expect(codesOf(federation)).toEqual(['several-idps']);
  });
});

describe('what is no identity provider metadata', () => {
  it.each([
    ['an HTML page', '<!DOCTYPE html><html><head><title>JumpCloud</title></head></html>', 'html-page'],
    ['an HTML page without a doctype', '\n <html lang="en"><head></head></html>', 'html-page'],
    ['the other side', writeSpMetadata(VALUES), 'sp-metadata'],
    ['a response', '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>', 'not-metadata'],
    ['an entity with another role', '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>', 'no-idp'],
    ['JSON', '{"entityID":"x"}', 'other-file'],
    ['nothing', '  ', 'empty'],
    ['a file that was cut off', '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><md:IDP', 'malformed'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'doctype'],
    ['an external entity', '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', 'doctype'],
    ['an undeclared prefix', '<md:EntityDescriptor entityID="x"/>', 'malformed'],
  ])('%s is refused as such', (_, text, code) => {
    const read = readIdpMetadata(text);
    if (read.ok) throw new Error('it was read');
    expect(explainMetadataRefusal(read.error).code).toBe(code);
    expect(explainMetadataRefusal(read.error).fix).not.toBe('');
  });

  it('quotes the title of the page', () => {
    const read = readIdpMetadata('<!doctype html><title>Log in - JumpCloud</title>');
    expect(read.ok ? '' : explainMetadataRefusal(read.error).message).toContain('"Log in - JumpCloud"');
  });
});
