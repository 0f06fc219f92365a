import type { IdpReading, SamlView } from '../../../shared/ipc/saml';
import { findAttributeProblems, previewAttributes } from '../../../shared/saml/attribute-table';
import type { Expiry } from '../../../shared/saml/calendar';
import { formatFingerprint } from '../../../shared/saml/certificate';
import { signingCertificates } from '../../../shared/saml/compare-metadata';
import { crossCheck } from '../../../shared/saml/cross-check';
import { explainAttributeProblem } from '../../../shared/saml/explain-attribute-problem';
import { explainMetadataProblem } from '../../../shared/saml/explain-metadata-problem';
import { findMetadataProblems } from '../../../shared/saml/find-metadata-problems';
import { parseInstant } from '../../../shared/saml/instant';
import type { IdpMetadata, MetadataDocument, SpMetadata } from '../../../shared/saml/metadata';
import { spForm } from '../../../shared/saml/sp-form';
import { writeSpMetadata } from '../../../shared/saml/sp-metadata-text';
import { vendorAttributes } from '../../../shared/saml/vendor-attributes';
import { readCertificate } from '../saml/read-certificate';
import { readMetadata } from '../saml/read-metadata';
import type { SamlLedger } from './ports';
import type { SamlRecord } from './record';

/** The names without which TestMu AI could not make an account. */
export const requiredAttributes: readonly string[] = vendorAttributes.map(({ serviceName }) => serviceName);

/** Everything the lab shows, from what is stored and what the ledger holds now. */
export function viewOf(record: SamlRecord, ledger: SamlLedger, otherExpiries: readonly Expiry[], nowMs: number): SamlView {
  const idp = storedIdp(record, ledger, nowMs);
  const sp = storedSp(record);
  const certificate = record.vendorCertificate === null ? null : readCertificate(record.vendorCertificate);
  const vendorCertificate = certificate?.kind === 'certificate' ? certificate.certificate : null;
  const { spEntityId, acsUrl } = ledger;
  return {
    metadataUrl: ledger.metadataUrl,
    idp,
    sp,
    form: spForm({ ...ledger, attributes: record.attributes }, record.sign),
    spMetadataText:
      spEntityId === null || acsUrl === null ? null : writeSpMetadata({ spEntityId, acsUrl, nameIdFormat: ledger.nameIdFormat }),
    attributes: record.attributes,
    attributeFindings: findAttributeProblems(record.attributes, requiredAttributes).map(explainAttributeProblem),
    attributePreview: record.person === null ? [] : previewAttributes(record.attributes, record.person),
    person: record.person,
    sign: record.sign,
    crossChecks: crossCheck({
      ...ledger,
      // What the ledger calls Login URL is TestMu AI's own; the vendor's form asks for JumpCloud's under "Sign In URL".
      loginUrl: record.signInUrl,
      sampleNameId: record.person?.email ?? null,
      idpMetadata: idp?.idp ?? null,
      spMetadata: sp,
      vendorCertificate,
      exemptAdmins: record.exemptAdmins,
      enforceSso: record.enforceSso,
    }),
    signInUrl: record.signInUrl,
    vendorCertificate,
    exemptAdmins: record.exemptAdmins,
    enforceSso: record.enforceSso,
    expiries: [...(idp === null ? [] : expiriesOf(idp.idp)), ...otherExpiries],
    missing: missingValues(record, ledger),
  };
}

/** What a rehearsal cannot do without. The IdP entity ID may come from the metadata. */
function missingValues(record: SamlRecord, ledger: SamlLedger): readonly string[] {
  const missing: string[] = [];
  if (ledger.idpEntityId === null && record.idp === null) missing.push('IdP Entity ID');
  if (ledger.spEntityId === null) missing.push('SP Entity ID');
  if (ledger.acsUrl === null) missing.push('ACS URL');
  if (record.person === null) missing.push('a person to sign in');
  return missing;
}

export function storedIdp(record: SamlRecord, ledger: SamlLedger, nowMs: number): IdpReading | null {
  if (record.idp === null) return null;
  const read = readMetadata(record.idp.xml);
  if (!read.ok) return null;
  const idp = read.value.idps.find((one) => one.entityId === record.idp?.entityId);
  return idp === undefined ? null : readingOf(read.value, idp, record.idp, ledger, nowMs);
}

/** What is known of one identity provider of a document, with its findings. A document of several was chosen from: that is no finding any more. */
export function readingOf(
  document: MetadataDocument,
  idp: IdpMetadata,
  from: { readonly source: string; readonly readAt: string },
  ledger: SamlLedger,
  nowMs: number,
): IdpReading {
  const findings = findMetadataProblems({ ...document, idps: [idp] }, idp, {
    nowMs,
    ledgerEntityId: ledger.idpEntityId,
    providerDomain: 'jumpcloud.com',
  }).map(explainMetadataProblem);
  return { idp, findings, readAt: from.readAt, source: from.source };
}

function storedSp(record: SamlRecord): SpMetadata | null {
  if (record.sp === null) return null;
  const read = readMetadata(record.sp.xml);
  return read.ok ? (read.value.sps[0] ?? null) : null;
}

function expiriesOf(idp: IdpMetadata): readonly Expiry[] {
  const certificates = signingCertificates(idp).map(
    (certificate): Expiry => ({
      id: `certificate-${certificate.sha256}`,
      title: 'JumpCloud signing certificate expires',
      description: `${certificate.subject}, SHA-256 ${formatFingerprint(certificate.sha256)}. Renew it in JumpCloud and give the new one to TestMu AI: the change-over is hard, rehearse it first.`,
      atMs: Date.parse(certificate.notAfter),
    }),
  );
  const untilMs = idp.validUntil === null ? null : parseInstant(idp.validUntil);
  if (untilMs === null) return certificates;
  return [
    ...certificates,
    {
      id: `metadata-${idp.entityId}`,
      title: 'Identity provider metadata ends',
      description: 'Read the metadata again before then.',
      atMs: untilMs,
    },
  ];
}
