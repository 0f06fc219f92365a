import type { AppError } from '../../../shared/app-error';
import type { CaptureView, IdpReading } from '../../../shared/ipc/saml';
import { err, ok, type Result } from '../../../shared/result';
import type { AttributeMapping } from '../../../shared/saml/attribute-table';
import { signingCertificates } from '../../../shared/saml/compare-metadata';
import { parseInstant } from '../../../shared/saml/instant';
import { maskInspection, maskXml } from '../../../shared/saml/mask';
import { prettyXml } from '../../../shared/saml/pretty-xml';
import { inspectResponse } from '../saml/inspect-response';
import { readCapture, readCaptureFile } from '../saml/read-capture';
import type { SamlLedger } from './ports';

export interface CaptureInput {
  readonly capture: string | Uint8Array;
  /** `own`: the moment the response says it was issued; null: now; else ISO 8601. */
  readonly at: string | null;
  readonly inResponseTo: string | null;
  /** How far the clocks may be apart. */
  readonly skewMs: number;
  readonly mask: boolean;
}

/** A captured login against the metadata and the ledger, at a chosen time: every check, not only the first failure. */
export function judgeCapture(
  input: CaptureInput,
  ledger: SamlLedger,
  idp: IdpReading | null,
  attributes: readonly AttributeMapping[],
  nowMs: number,
): Result<CaptureView, AppError> {
  if (idp === null)
    return err({
      code: 'no-metadata',
      message: 'A response is judged by the keys in the identity provider’s metadata; none is read yet.',
      fix: 'Read the metadata under "Identity provider" first.',
    });
  if (ledger.spEntityId === null || ledger.acsUrl === null)
    return err({
      code: 'values-missing',
      message: 'The SP Entity ID and the ACS URL are needed to judge a response.',
      fix: 'Enter them in the guide, step 9, or in the values ledger.',
    });
  const capture = typeof input.capture === 'string' ? readCapture(input.capture) : readCaptureFile(input.capture);
  if (!capture.ok) return err(capture.error);
  const { xml, form, postedTo, relayState, count } = capture.value;
  const atMs = timeOf(input.at, xml, nowMs);
  if (atMs === null)
    return err({ code: 'bad-time', message: `Expected a time such as 2026-11-24T02:30:00Z; found "${input.at}".`, path: 'time' });
  const inspection = inspectResponse(xml, signingCertificates(idp.idp), {
    idpEntityId: idp.idp.entityId,
    spEntityId: ledger.spEntityId,
    acsUrl: ledger.acsUrl,
    inResponseTo: input.inResponseTo ?? undefined,
    nowMs: atMs,
    skewMs: input.skewMs,
    nameIdFormat: ledger.nameIdFormat,
    ssoDomains: ledger.ssoDomains,
    requiredAttributes: attributes.map((row) => row.serviceName),
    seenAssertionIds: undefined,
  });
  return ok({
    form,
    postedTo,
    relayState,
    count,
    at: new Date(atMs).toISOString(),
    inspection: input.mask ? maskInspection(inspection) : inspection,
    prettyXml: prettyXml(input.mask ? maskXml(xml) : xml),
    masked: input.mask,
  });
}

/** `own` only looks for the time to judge at: it decides nothing, the checks read verified content. */
function timeOf(at: string | null, xml: string, nowMs: number): number | null {
  if (at === null) return nowMs;
  if (at !== 'own') return parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00Z` : at);
  const issued = /\sIssueInstant\s*=\s*["']([^"']{1,40})["']/.exec(xml.slice(0, 100_000))?.[1];
  return issued === undefined ? nowMs : (parseInstant(issued) ?? nowMs);
}
