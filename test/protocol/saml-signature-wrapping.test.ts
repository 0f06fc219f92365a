import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalKey } from '../../electron/node/saml/local-key';
import type { LocalIdp } from '../../electron/node/saml/rehearse-login';
import { signLoginResponse } from '../../electron/node/saml/sign-xml';
import { toPem } from '../../shared/saml/certificate';
import { failedCodes, inspect, NOW_MS, sampleIdp, samplePlan, signPlan } from '../fixtures/saml/sample-login';
import { ASSERTION_VECTORS, assertionOf, forge, signatureOf } from '../fixtures/saml/wrap-signature';

let idp: LocalIdp;
beforeAll(async () => {
  idp = await sampleIdp();
});

describe('the verdict is never better than the signature', () => {
  it.each(ASSERTION_VECTORS)('refuses $name, and shows no forged name', ({ build }) => {
    const signed = signPlan(idp, samplePlan());
    const wrapped = build(signed);
    expect(wrapped).not.toBe(signed);
    const inspection = inspect(wrapped, [idp.current.certificate]);
    expect(inspection.verdict).toBe('rejected');
    expect(failedCodes(inspection)).not.toEqual([]);
    expect(inspection.nameId).toBeNull();
    expect(inspection.attributes).toEqual({});
    expect(JSON.stringify(inspection.checks)).not.toContain('evil@');
  });

  it('refuses a signed response whose assertion was replaced', () => {
    const signed = signPlan(idp, samplePlan('idp-initiated', 'Response'));
    const forged = forge(`${assertionOf(signed)}${signatureOf(signed)}`).replace(signatureOf(signed), '');
    const inspection = inspect(
      signed.replace(assertionOf(signed), () => forged),
      [idp.current.certificate],
    );
    expect(failedCodes(inspection)).toContain('signature-value');
    expect(inspection.nameId).toBeNull();
  });

  it('refuses a response signed by a key that only the message itself vouches for', async () => {
    const stranger = await createLocalKey({ commonName: 'stranger', notBeforeMs: NOW_MS - 1000, notAfterMs: NOW_MS + 86_400_000 });
    const xml = signPlan({ current: stranger, old: stranger }, samplePlan());
    const inspection = inspect(xml, [idp.current.certificate]);
    expect(failedCodes(inspection)).toEqual(['signature-certificate', 'signature-value']);
  });

  it('refuses a good assertion inside a response signed by a stranger', async () => {
    const stranger = await createLocalKey({ commonName: 'stranger', notBeforeMs: NOW_MS - 1000, notAfterMs: NOW_MS + 86_400_000 });
    const xml = signLoginResponse(signPlan(idp, samplePlan()), { mode: 'Response', key: stranger });
    const inspection = inspect(xml, [idp.current.certificate]);
    expect(inspection.verdict).toBe('rejected');
    expect(inspection.nameId).toBeNull();
  });

  it('refuses an HMAC keyed with the public certificate', () => {
    const signed = signPlan(idp, samplePlan());
    const hmac = createHmac('sha1', toPem(idp.current.certificate)).update('anything').digest('base64');
    const xml = signed
      .replace(/(<ds:SignatureMethod Algorithm=")[^"]*/, '$1http://www.w3.org/2000/09/xmldsig#hmac-sha1')
      .replace(/(<ds:SignatureValue>)[^<]*/, `$1${hmac}`);
    expect(failedCodes(inspect(xml, [idp.current.certificate]))).toEqual(['signature-algorithm']);
  });

  it('refuses everything when the metadata has no certificate', () => {
    expect(failedCodes(inspect(signPlan(idp, samplePlan()), []))).toContain('signature-value');
  });

  it('does not pass what stands outside a signed assertion', () => {
    const inspection = inspect(signPlan(idp, samplePlan()), [idp.current.certificate]);
    expect(inspection.checks.find((check) => check.code === 'destination')).toMatchObject({ result: 'skipped' });
    expect(inspection.checks.find((check) => check.code === 'recipient')).toMatchObject({ result: 'pass' });
  });
});
