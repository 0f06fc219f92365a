import type { AppError } from '../../../shared/app-error';
import type { CaptureView, IdpReading, MetadataOffer, RotationView, SamlView } from '../../../shared/ipc/saml';
import { err, ok, type Result } from '../../../shared/result';
import type { AssertionPerson, AttributeMapping } from '../../../shared/saml/attribute-table';
import { CHECK_WORDS } from '../../../shared/saml/check-words';
import { compareMetadata, signingCertificates } from '../../../shared/saml/compare-metadata';
import { explainMetadataProblem } from '../../../shared/saml/explain-metadata-problem';
import type { Inspection } from '../../../shared/saml/inspection';
import type { LoginFlow, RehearsedDefect, RehearsedLogin } from '../../../shared/saml/rehearsal';
import { rotationSteps } from '../../../shared/saml/rotation';
import { readCertificate } from '../saml/read-certificate';
import { createLocalIdp, type LocalIdp, type RehearsalInput, rehearseDefects, rehearseLogin } from '../saml/rehearse-login';
import { rehearseRotation } from '../saml/rehearse-rotation';
import { type CaptureInput, judgeCapture } from './judge-capture';
import type { SamlLabPorts } from './ports';
import { type MetadataSource, readSource, type SourcedMetadata } from './read-source';
import { emptySamlRecord, type SamlRecord, samlDocument } from './record';
import { readingOf, storedIdp, viewOf } from './view';

type Answer<T> = Promise<Result<T, AppError>>;

/** The SAML lab of all workspaces: metadata in, values out, logins rehearsed and captures judged. */
export interface SamlLab {
  readonly view: (workspaceId: string) => Answer<SamlView>;
  readonly readMetadata: (workspaceId: string, source: MetadataSource) => Answer<MetadataOffer>;
  readonly adoptMetadata: (workspaceId: string, offerId: string, entityId: string) => Answer<SamlView>;
  readonly forgetMetadata: (workspaceId: string) => Answer<SamlView>;
  readonly readSpMetadata: (workspaceId: string, source: MetadataSource) => Answer<SamlView>;
  readonly setVendorCertificate: (workspaceId: string, bytes: Uint8Array | null) => Answer<SamlView>;
  /** '' forgets it. */
  readonly setSignInUrl: (workspaceId: string, url: string) => Answer<SamlView>;
  readonly setAttributes: (workspaceId: string, attributes: readonly AttributeMapping[]) => Answer<SamlView>;
  readonly setPerson: (workspaceId: string, person: AssertionPerson | null) => Answer<SamlView>;
  readonly setSign: (workspaceId: string, sign: SamlRecord['sign']) => Answer<SamlView>;
  readonly setBreakGlass: (workspaceId: string, exemptAdmins: readonly string[], enforceSso: boolean) => Answer<SamlView>;
  readonly findPeople: (workspaceId: string, text: string) => Promise<readonly AssertionPerson[]>;
  readonly rehearse: (workspaceId: string, flow: LoginFlow) => Answer<RehearsedLogin>;
  readonly faultMatrix: (workspaceId: string, flow: LoginFlow) => Answer<readonly RehearsedDefect[]>;
  readonly rotation: (workspaceId: string) => Answer<RotationView>;
  /** The last rehearsed or captured login; null where there is none. */
  readonly lastJudged: (workspaceId: string) => Promise<SamlRecord['judged']>;
  readonly checkCapture: (workspaceId: string, input: CaptureInput) => Answer<CaptureView>;
}

/** Offers wait for the admin's decision in memory only; more than these nobody has open. */
const maxOffers = 8;
const foundPeople = 20;

export function createSamlLab(ports: SamlLabPorts): SamlLab {
  const offers = new Map<string, SourcedMetadata & { readonly workspaceId: string; readonly readAt: string }>();
  let localIdp: Promise<LocalIdp> | null = null;
  /** One pair of keys for a run of the app: made when first needed, never written. */
  const idpOfOurs = (): Promise<LocalIdp> => {
    localIdp ??= createLocalIdp(ports.now());
    return localIdp;
  };

  const load = async (workspaceId: string): Answer<SamlRecord> => {
    const loaded = await ports.documents.of(workspaceId).read(samlDocument);
    return loaded.ok ? ok(loaded.value ?? emptySamlRecord) : loaded;
  };
  const show = async (workspaceId: string, record: SamlRecord): Promise<SamlView> =>
    viewOf(record, await ports.ledger(workspaceId), await ports.otherExpiries(workspaceId), ports.now());
  const change = async (workspaceId: string, changed: (record: SamlRecord) => SamlRecord): Answer<SamlView> => {
    const record = await load(workspaceId);
    if (!record.ok) return record;
    const next = changed(record.value);
    const saved = await ports.documents.of(workspaceId).write(samlDocument, next);
    return saved.ok ? ok(await show(workspaceId, next)) : saved;
  };

  const remember = (workspaceId: string, kind: 'rehearsal' | 'capture', { verdict, checks }: Inspection): Answer<SamlView> =>
    change(workspaceId, (record) => ({
      ...record,
      judged: {
        kind,
        verdict,
        at: new Date(ports.now()).toISOString(),
        failed: checks.flatMap((check) => (check.result === 'fail' ? [CHECK_WORDS[check.code].title] : [])),
      },
    }));

  const rehearsalInput = async (workspaceId: string, flow: LoginFlow): Answer<RehearsalInput> => {
    const record = await load(workspaceId);
    if (!record.ok) return record;
    const ledger = await ports.ledger(workspaceId);
    const view = viewOf(record.value, ledger, [], ports.now());
    const { person } = record.value;
    const idpEntityId = ledger.idpEntityId ?? view.idp?.idp.entityId ?? null;
    if (idpEntityId === null || ledger.spEntityId === null || ledger.acsUrl === null || person === null)
      return err({
        code: 'values-missing',
        message: `A rehearsal needs ${view.missing.join(', ')}.`,
        fix: 'Enter them in the guide (steps 9 and 10) or the values ledger, and choose a person here.',
      });
    const { spEntityId, acsUrl, nameIdFormat, ssoDomains } = ledger;
    return ok({
      values: { idpEntityId, spEntityId, acsUrl, nameIdFormat, ssoDomains, attributes: record.value.attributes },
      person,
      flow,
      sign: record.value.sign,
      nowMs: ports.now(),
    });
  };

  return {
    view: async (workspaceId) => {
      const record = await load(workspaceId);
      return record.ok ? ok(await show(workspaceId, record.value)) : record;
    },
    readMetadata: async (workspaceId, source) => {
      const read = await readSource(ports.net, source);
      if (!read.ok) return read;
      const { document } = read.value;
      if (document.idps.length === 0) return err(notAnIdp(read.value));
      const record = await load(workspaceId);
      if (!record.ok) return record;
      const ledger = await ports.ledger(workspaceId);
      const readAt = new Date(ports.now()).toISOString();
      const readings = document.idps.map((idp) => readingOf(document, idp, { source: read.value.source, readAt }, ledger, ports.now()));
      const offerId = ports.newId();
      offers.set(offerId, { ...read.value, workspaceId, readAt });
      for (const old of offers.keys()) if (offers.size > maxOffers) offers.delete(old);
      return ok({
        offerId,
        source: read.value.source,
        readings,
        changes: changesSince(storedIdp(record.value, ledger, ports.now()), readings),
      });
    },
    adoptMetadata: async (workspaceId, offerId, entityId) => {
      const offer = offers.get(offerId);
      if (offer === undefined || offer.workspaceId !== workspaceId || !offer.document.idps.some((idp) => idp.entityId === entityId))
        return err({ code: 'offer-gone', message: 'This metadata is no longer at hand.', fix: 'Read it once more.' });
      offers.delete(offerId);
      return change(workspaceId, (record) => ({
        ...record,
        idp: { xml: offer.xml, entityId, source: offer.source, readAt: offer.readAt },
      }));
    },
    forgetMetadata: (workspaceId) => change(workspaceId, (record) => ({ ...record, idp: null })),
    readSpMetadata: async (workspaceId, source) => {
      const read = await readSource(ports.net, source);
      if (!read.ok) return read;
      if (read.value.document.sps.length === 0)
        return err({
          code: 'not-sp-metadata',
          message: 'Expected metadata of a service provider; found an identity provider’s.',
          path: read.value.source,
          fix: "This is JumpCloud's side: read it above. TestMu AI's own is at https://auth.lambdatest.com/organization/…/saml/metadata.",
        });
      const sp = { xml: read.value.xml, source: read.value.source, readAt: new Date(ports.now()).toISOString() };
      return change(workspaceId, (record) => ({ ...record, sp }));
    },
    setVendorCertificate: async (workspaceId, bytes) => {
      if (bytes === null) return change(workspaceId, (record) => ({ ...record, vendorCertificate: null }));
      const reading = readCertificate(certificateText(bytes));
      if (reading.kind === 'broken')
        return err({
          code: 'certificate-broken',
          message: `Expected an X.509 certificate (PEM or DER); found ${reading.start} (${reading.reason}).`,
          fix: 'Choose the .pem or .cer file that you uploaded at TestMu AI.',
        });
      return change(workspaceId, (record) => ({ ...record, vendorCertificate: reading.certificate.base64 }));
    },
    setSignInUrl: (workspaceId, url) => change(workspaceId, (record) => ({ ...record, signInUrl: url === '' ? null : url })),
    setAttributes: (workspaceId, attributes) => change(workspaceId, (record) => ({ ...record, attributes: [...attributes] })),
    setPerson: async (workspaceId, person) => {
      const people = person === null ? [] : await ports.people(workspaceId);
      const source = people.some((one) => one.email === person?.email) ? 'roster' : 'typed';
      return change(workspaceId, (record) => ({ ...record, person: person === null ? null : { ...person, source } }));
    },
    setSign: (workspaceId, sign) => change(workspaceId, (record) => ({ ...record, sign })),
    setBreakGlass: (workspaceId, exemptAdmins, enforceSso) =>
      change(workspaceId, (record) => ({ ...record, exemptAdmins: [...exemptAdmins], enforceSso })),
    findPeople: async (workspaceId, text) => {
      const wanted = text.trim().toLowerCase();
      const found: AssertionPerson[] = [];
      for (const { email, firstname, lastname } of await ports.people(workspaceId)) {
        if (`${email} ${firstname} ${lastname}`.toLowerCase().includes(wanted)) found.push({ email, firstname, lastname });
        if (found.length === foundPeople) break;
      }
      return found;
    },
    rehearse: async (workspaceId, flow) => {
      const input = await rehearsalInput(workspaceId, flow);
      if (!input.ok) return input;
      const login = await rehearseLogin(await idpOfOurs(), input.value);
      const kept = await remember(workspaceId, 'rehearsal', login.inspection);
      return kept.ok ? ok(login) : kept;
    },
    faultMatrix: async (workspaceId, flow) => {
      const input = await rehearsalInput(workspaceId, flow);
      return input.ok ? ok(rehearseDefects(await idpOfOurs(), input.value)) : input;
    },
    rotation: async (workspaceId) => {
      const input = await rehearsalInput(workspaceId, 'idp-initiated');
      if (!input.ok) return input;
      const record = await load(workspaceId);
      if (!record.ok) return record;
      const idp = await idpOfOurs();
      const stored = storedIdp(record.value, await ports.ledger(workspaceId), ports.now());
      const [certificate = idp.old.certificate] =
        stored === null ? [] : [...signingCertificates(stored.idp)].sort((a, b) => (a.notAfter < b.notAfter ? -1 : 1));
      return ok({ moments: rehearseRotation(idp, input.value), steps: rotationSteps(certificate, ports.now()), certificate });
    },
    lastJudged: async (workspaceId) => {
      const record = await load(workspaceId);
      return record.ok ? record.value.judged : null;
    },
    checkCapture: async (workspaceId, input) => {
      const record = await load(workspaceId);
      if (!record.ok) return record;
      const ledger = await ports.ledger(workspaceId);
      const judged = judgeCapture(input, ledger, storedIdp(record.value, ledger, ports.now()), record.value.attributes, ports.now());
      if (!judged.ok) return judged;
      const kept = await remember(workspaceId, 'capture', judged.value.inspection);
      return kept.ok ? judged : kept;
    },
  };
}

function notAnIdp({ document, source }: SourcedMetadata): AppError {
  const sp = document.sps[0];
  return {
    code: sp === undefined ? 'no-idp' : 'sp-metadata',
    message: `Expected metadata of an identity provider; found ${sp === undefined ? 'none in the file' : `the service provider ${sp.entityId}`}.`,
    path: source,
    fix:
      sp === undefined
        ? 'Export the metadata of a SAML application.'
        : "That is TestMu AI's side. In JumpCloud, open the application's SSO tab and use Copy Metadata URL or Export Metadata.",
  };
}

/** Of a file with several, the one that was in use is compared; else the first. */
function changesSince(before: IdpReading | null, readings: readonly IdpReading[]): MetadataOffer['changes'] {
  const after = readings.find((reading) => reading.idp.entityId === before?.idp.entityId) ?? readings[0];
  return before === null || after === undefined ? [] : compareMetadata(before.idp, after.idp).map(explainMetadataProblem);
}

/** PEM is text; DER starts with an ASN.1 SEQUENCE (X.690 section 8.9). */
function certificateText(bytes: Uint8Array): string {
  return bytes[0] === 0x30
    ? Buffer.from(bytes).toString('base64')
    : Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, '');
}
