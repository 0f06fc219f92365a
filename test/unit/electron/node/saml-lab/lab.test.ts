import { describe, expect, it } from 'vitest';
import { createCallLedger } from '../../../../../electron/node/net/call-ledger';
import { createNetDoor } from '../../../../../electron/node/net/net-door';
import { createSamlLab, type SamlLab } from '../../../../../electron/node/saml-lab/lab';
import type { SamlLedger } from '../../../../../electron/node/saml-lab/ports';
import { samlDocument } from '../../../../../electron/node/saml-lab/record';
import { MemoryDocuments } from '../../../../../electron/node/stores/memory-documents';
import { toPem } from '../../../../../shared/saml/certificate';
import { DEFECTS } from '../../../../../shared/saml/defects';
import { startLoopbackServer } from '../../../../fakes/loopback-server';
import { IDP_SAMPLES } from '../../../../fixtures/saml/idp-samples';
import { ANN, NOW_MS, sampleIdp, samplePlan, signPlan, VALUES } from '../../../../fixtures/saml/sample-login';

const LEDGER: SamlLedger = {
  idpEntityId: VALUES.idpEntityId,
  spEntityId: VALUES.spEntityId,
  acsUrl: VALUES.acsUrl,
  loginUrl: 'https://sso.jumpcloud.com/saml2/testmu-acme',
  nameIdFormat: VALUES.nameIdFormat,
  ssoDomains: VALUES.ssoDomains,
  metadataUrl: null,
};
const W = 'acme';
const [jumpCloud] = IDP_SAMPLES;
const jumpCloudXml = async (): Promise<string> => jumpCloud!.xml((await sampleIdp()).current.certificate.base64);

interface Desk {
  readonly lab: SamlLab;
  readonly documents: MemoryDocuments;
}

function desk(ledger: SamlLedger = LEDGER): Desk {
  const documents = new MemoryDocuments();
  let ids = 0;
  const lab = createSamlLab({
    ledger: async () => ledger,
    documents,
    people: async () => [ANN, { email: 'bob@acme.example', firstname: 'Bob', lastname: 'Ray' }],
    otherExpiries: async () => [{ id: 'token', title: 'Bearer token', description: '', atMs: NOW_MS }],
    net: createNetDoor({
      isOffline: () => false,
      proxyFor: async () => null,
      extraCa: () => [],
      ledger: createCallLedger(),
      now: () => NOW_MS,
    }),
    now: () => NOW_MS,
    newId: () => {
      ids += 1;
      return `offer-${ids}`;
    },
  });
  return { lab, documents };
}

const value = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

async function ready(): Promise<Desk> {
  const made = desk();
  const offer = value(await made.lab.readMetadata(W, { kind: 'text', text: await jumpCloudXml() }));
  value(await made.lab.adoptMetadata(W, offer.offerId, 'JumpCloud-Acme'));
  value(await made.lab.setPerson(W, ANN));
  return made;
}

describe('metadata in the lab', () => {
  it('is shown before it is used, and used only when the admin takes it over', async () => {
    const { lab, documents } = desk();
    const offer = value(await lab.readMetadata(W, { kind: 'text', text: await jumpCloudXml() }));
    expect(offer.readings.map((reading) => reading.idp.entityId)).toEqual(['JumpCloud-Acme']);
    expect(await documents.of(W).read(samlDocument)).toEqual({ ok: true, value: null });
    const view = value(await lab.adoptMetadata(W, offer.offerId, 'JumpCloud-Acme'));
    expect(view.idp?.source).toBe('pasted text');
    expect(view.expiries.map((expiry) => expiry.title)).toEqual(['JumpCloud signing certificate expires', 'Bearer token']);
  });

  it('offered to one workspace cannot be taken over by another, nor twice', async () => {
    const { lab } = desk();
    const offer = value(await lab.readMetadata(W, { kind: 'text', text: await jumpCloudXml() }));
    expect(await lab.adoptMetadata('other', offer.offerId, 'JumpCloud-Acme')).toMatchObject({ ok: false, error: { code: 'offer-gone' } });
    value(await lab.adoptMetadata(W, offer.offerId, 'JumpCloud-Acme'));
    expect(await lab.adoptMetadata(W, offer.offerId, 'JumpCloud-Acme')).toMatchObject({ ok: false, error: { code: 'offer-gone' } });
  });

  it('with several identity providers lets the admin choose, and says nothing of several once chosen', async () => {
    const { lab } = desk();
    const certificate = (await sampleIdp()).current.certificate.base64;
    const inner = [IDP_SAMPLES[0], IDP_SAMPLES[1]].map((sample) => sample!.xml(certificate).replace(/<\?xml[^>]*\?>/, ''));
    const both = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${inner.join('')}</md:EntitiesDescriptor>`;
    const offer = value(await lab.readMetadata(W, { kind: 'text', text: both }));
    expect(offer.readings.map((reading) => reading.idp.entityId)).toEqual(['JumpCloud-Acme', 'http://www.okta.com/exkacme1']);
    const view = value(await lab.adoptMetadata(W, offer.offerId, 'http://www.okta.com/exkacme1'));
    expect(view.idp?.findings.map((finding) => finding.code)).toContain('entity-id-differs');
    expect(view.idp?.findings.map((finding) => finding.code)).not.toContain('several-idps');
  });

  it('read again with another certificate tells of the rotation', async () => {
    const { lab } = await ready();
    const rotated = jumpCloud!.xml((await sampleIdp()).old.certificate.base64);
    const offer = value(await lab.readMetadata(W, { kind: 'text', text: rotated }));
    expect(offer.changes.map((finding) => finding.code)).toEqual(['certificate-rotated']);
  });

  it.each([
    ['an HTML page', '<!doctype html><html><body>Sign in</body></html>', /HTML|web page/i],
    [
      "the service provider's metadata",
      '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="sp"><md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://a.example/acs" index="0"/></md:SPSSODescriptor></md:EntityDescriptor>',
      /service provider sp/,
    ],
    ['nothing', '  ', /nothing|empty/i],
  ])('refuses %s with the reason', async (_, text, reason) => {
    const { lab } = desk();
    const read = await lab.readMetadata(W, { kind: 'text', text });
    expect(read.ok ? '' : `${read.error.message} ${read.error.fix}`).toMatch(reason);
  });

  it('comes from an address that the admin gave, and says when nobody answers there', async () => {
    const { lab } = desk();
    const xml = await jumpCloudXml();
    const server = await startLoopbackServer((_, response) => response.end(xml));
    try {
      const read = value(await lab.readMetadata(W, { kind: 'address', url: `${server.origin}/metadata`, privateNetwork: true }));
      expect(read.source).toBe(`${server.origin}/metadata`);
    } finally {
      await server.close();
    }
    const gone = await lab.readMetadata(W, { kind: 'address', url: `${server.origin}/metadata`, privateNetwork: true });
    expect(gone).toMatchObject({ ok: false, error: { path: `${server.origin}/metadata` } });
  });
});

describe('the values of both sides', () => {
  it('stand in the order of JumpCloud’s form, with the service provider’s metadata as a file', async () => {
    const view = value(await desk().lab.view(W));
    expect(view.form.map((field) => field.label).slice(0, 3)).toEqual(['IdP Entity ID', 'SP Entity ID', 'ACS URL']);
    expect(view.form.find((field) => field.id === 'acs-url')?.value).toBe(VALUES.acsUrl);
    expect(view.spMetadataText).toContain(`entityID="${VALUES.spEntityId}"`);
  });

  it('that are missing are named, and a rehearsal says so instead of failing', async () => {
    const { lab } = desk({ ...LEDGER, acsUrl: null });
    expect(value(await lab.view(W)).missing).toEqual(['ACS URL', 'a person to sign in']);
    expect(await lab.rehearse(W, 'sp-initiated')).toMatchObject({ ok: false, error: { code: 'values-missing' } });
  });

  it('are compared with the certificate that was uploaded at TestMu AI, in PEM and in DER', async () => {
    const { lab } = await ready();
    const { current, old } = await sampleIdp();
    const check = async (bytes: Uint8Array) =>
      value(await lab.setVendorCertificate(W, bytes)).crossChecks.find((one) => one.code === 'vendor-certificate')?.result;
    expect(await check(Buffer.from(toPem(current.certificate)))).toBe('pass');
    expect(await check(Buffer.from(old.certificate.base64, 'base64'))).toBe('fail');
    expect(await lab.setVendorCertificate(W, Buffer.from('no certificate'))).toMatchObject({
      ok: false,
      error: { code: 'certificate-broken' },
    });
  });

  it('are compared with the Sign In URL that was entered at TestMu AI, not with TestMu AI’s own Login URL', async () => {
    const { lab } = await ready();
    const check = async (url: string) => value(await lab.setSignInUrl(W, url)).crossChecks.find((one) => one.code === 'login-url')?.result;
    expect(await check('')).toBe('skipped');
    expect(await check('https://sso.jumpcloud.com/saml2/testmu-acme')).toBe('pass');
    expect(await check('https://console.jumpcloud.com/userconsole')).toBe('fail');
  });

  it('flag an attribute whose case differs, and show what the assertion would carry', async () => {
    const { lab } = await ready();
    const view = value(
      await lab.setAttributes(W, [
        { serviceName: 'Email', jumpCloudName: 'email' },
        { serviceName: 'given_name', jumpCloudName: 'firstname' },
        { serviceName: 'family_name', jumpCloudName: 'lastname' },
      ]),
    );
    expect(view.attributeFindings.map((finding) => finding.code)).toEqual(['attribute-case-trap']);
    expect(view.attributePreview.map((row) => row.value)).toEqual([
      { kind: 'value', text: 'ann@acme.example' },
      { kind: 'value', text: 'Ann' },
      { kind: 'value', text: 'Lee' },
    ]);
  });

  it('warn until somebody can get in without SSO', async () => {
    const { lab } = await ready();
    const result = (view: { crossChecks: readonly { code: string; result: string }[] }) =>
      view.crossChecks.find((one) => one.code === 'break-glass')?.result;
    expect(result(value(await lab.setBreakGlass(W, [], false)))).toBe('warn');
    expect(result(value(await lab.setBreakGlass(W, [], true)))).toBe('fail');
    expect(result(value(await lab.setBreakGlass(W, ['ann@acme.example'], true)))).toBe('pass');
  });
});

describe('a rehearsal in the lab', () => {
  it('signs in a person of the roster with a key marked as ours', async () => {
    const { lab } = await ready();
    const login = value(await lab.rehearse(W, 'sp-initiated'));
    expect(login.inspection.verdict).toBe('accepted');
    expect(login.inspection.nameId).toBe('ann@acme.example');
    expect(login.signedBy.subject).toContain('not JumpCloud');
    expect(await lab.lastJudged(W)).toMatchObject({ kind: 'rehearsal', verdict: 'accepted', failed: [] });
  });

  it('refuses every defect of the matrix by the check that names it', async () => {
    const { lab } = await ready();
    const rows = value(await lab.faultMatrix(W, 'sp-initiated'));
    expect(rows.length).toBeGreaterThanOrEqual(DEFECTS.filter((defect) => defect.flows.includes('sp-initiated')).length - 1);
    expect(rows.filter((row) => !row.caught)).toEqual([]);
  });

  it('shows the outage of a rotation between the two sides', async () => {
    const { lab } = await ready();
    const { moments, steps } = value(await lab.rotation(W));
    expect(Object.fromEntries(moments.map((moment) => [moment.id, moment.verdict]))).toEqual({
      before: 'accepted',
      'jumpcloud-first': 'rejected',
      'testmu-first': 'rejected',
      after: 'accepted',
      'side-by-side': 'accepted',
    });
    expect(steps.filter((step) => step.opensOutage)).not.toEqual([]);
  });
});

describe('a captured response', () => {
  it('is judged at the time of its own login, with every check', async () => {
    const { lab } = await ready();
    const xml = signPlan(await sampleIdp(), samplePlan());
    const judge = async (at: string | null, mask = false, skewMs = 60_000) =>
      value(await lab.checkCapture(W, { capture: Buffer.from(xml).toString('base64'), at, inResponseTo: null, skewMs, mask }));
    const own = await judge('own');
    expect([own.inspection.verdict, own.form, own.inspection.nameId]).toEqual(['rejected', 'base64', 'ann@acme.example']);
    // The sample sends firstName where the lab's table asks for given_name: the only thing that fails.
    expect(own.inspection.checks.filter((check) => check.result === 'fail').map((check) => check.code)).toEqual(['attributes']);
    value(await lab.setAttributes(W, VALUES.attributes));
    expect((await judge('own')).inspection.verdict).toBe('accepted');
    const late = await judge(new Date(NOW_MS + 3_600_000).toISOString());
    expect(late.inspection.checks.filter((check) => check.result === 'fail').map((check) => check.code)).toEqual([
      'subject-not-on-or-after',
      'not-on-or-after',
    ]);
    expect((await judge(new Date(NOW_MS + 3_600_000).toISOString(), false, 3_600_000)).inspection.verdict).toBe('accepted');
    const masked = await judge('own', true);
    expect(JSON.stringify(masked)).not.toContain('ann@acme.example');
    expect(masked.prettyXml.split('\n').length).toBeGreaterThan(10);
  });

  it.each([
    ['before any metadata was read', desk(), 'no-metadata'],
    ['that is no response', null, 'not-base64'],
  ])('%s is refused with what to do', async (_, made, code) => {
    const { lab } = made ?? (await ready());
    const judged = await lab.checkCapture(W, { capture: 'hello, world!', at: null, inResponseTo: null, skewMs: 60_000, mask: false });
    expect(judged).toMatchObject({ ok: false, error: { code } });
  });
});
