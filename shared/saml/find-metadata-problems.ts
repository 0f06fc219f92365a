import { daysLeft } from './certificate';
import { parseInstant } from './instant';
import type { IdpMetadata, MetadataDocument, MetadataKey } from './metadata';
import type { MetadataProblem } from './metadata-problem';
import { BINDING } from './uris';

export interface MetadataContext {
  readonly nowMs: number;
  /** The IdP entity ID of the ledger; null where none is entered yet. */
  readonly ledgerEntityId: string | null;
  /** The domain at which the identity provider signs people in; left out where any provider is as good. */
  readonly providerDomain?: string;
}

const DAY_MS = 86_400_000;
const THRESHOLDS = [1, 7, 30, 60] as const;

/** Everything an admin should know before this metadata is used. samlify itself accepts all of it. */
export function findMetadataProblems(document: MetadataDocument, idp: IdpMetadata, context: MetadataContext): readonly MetadataProblem[] {
  return [
    ...severalIdps(document),
    ...entityIdProblems(idp, context),
    ...endpointProblems(idp),
    ...providerProblems(idp, context),
    ...keyProblems(idp.keys, context.nowMs),
    ...validityProblems(idp, context.nowMs),
  ];
}

function severalIdps(document: MetadataDocument): readonly MetadataProblem[] {
  return document.idps.length > 1
    ? [
        {
          kind: 'several-idps',
          entityIds: document.idps.map((idp) => idp.entityId),
        },
      ]
    : [];
}

function entityIdProblems(idp: IdpMetadata, { ledgerEntityId }: MetadataContext): readonly MetadataProblem[] {
  if (idp.entityId.trim() === '') return [{ kind: 'no-entity-id' }];
  const problems: MetadataProblem[] = [];
  if (idp.entityId !== idp.entityId.trim()) problems.push({ kind: 'entity-id-white-space', entityId: idp.entityId });
  if (ledgerEntityId !== null && ledgerEntityId !== idp.entityId)
    problems.push({
      kind: 'entity-id-differs',
      expected: ledgerEntityId,
      found: idp.entityId,
    });
  return problems;
}

function endpointProblems(idp: IdpMetadata): readonly MetadataProblem[] {
  const bindings = idp.ssoServices.map((service) => service.binding);
  const usable = idp.ssoServices.filter((service) => service.binding === BINDING.post || service.binding === BINDING.redirect);
  const problems: MetadataProblem[] = idp.ssoServices
    .filter((service) => !isHttps(service.location))
    .map(({ binding, location }) => ({
      kind: 'endpoint-not-https',
      binding,
      location,
    }));
  if (usable.length === 0) problems.push({ kind: 'no-sso-endpoint' });
  else if (!bindings.includes(BINDING.redirect)) problems.push({ kind: 'redirect-missing', bindings });
  return problems;
}

function providerProblems({ ssoServices }: IdpMetadata, { providerDomain }: MetadataContext): readonly MetadataProblem[] {
  const [first] = ssoServices;
  if (providerDomain === undefined || first === undefined) return [];
  const isTheirs = (location: string): boolean => {
    const host = /^https?:\/\/([^/?#:]+)/i.exec(location)?.[1]?.toLowerCase() ?? '';
    return host === providerDomain || host.endsWith(`.${providerDomain}`);
  };
  return ssoServices.some(({ location }) => isTheirs(location))
    ? []
    : [{ kind: 'other-provider', expected: providerDomain, location: first.location }];
}

/** An absolute https URL with a host and without credentials: `javascript:`, `file:` and `http:` are all refused. */
export function isHttps(location: string): boolean {
  return /^https:\/\/[^\s/?#@\\]+(?:[/?#][^\s]*)?$/i.test(location);
}

function keyProblems(keys: readonly MetadataKey[], nowMs: number): readonly MetadataProblem[] {
  const problems = keys.flatMap((key) => certificateProblems(key, nowMs));
  const signs = keys.some((key) => key.use !== 'encryption' && key.reading.kind === 'certificate');
  return signs ? problems : [...problems, { kind: 'no-signing-certificate' }];
}

function certificateProblems({ reading }: MetadataKey, nowMs: number): readonly MetadataProblem[] {
  if (reading.kind === 'broken')
    return [
      {
        kind: 'certificate-broken',
        reason: reading.reason,
        start: reading.start,
      },
    ];
  const { certificate } = reading;
  const problems: MetadataProblem[] = [];
  const days = daysLeft(certificate, nowMs);
  const threshold = THRESHOLDS.find((limit) => days < limit || Date.parse(certificate.notAfter) - nowMs === limit * DAY_MS);
  if (Date.parse(certificate.notAfter) <= nowMs) problems.push({ kind: 'certificate-expired', certificate, days: -days });
  else if (threshold !== undefined)
    problems.push({
      kind: 'certificate-expires-soon',
      certificate,
      days,
      threshold,
    });
  if (Date.parse(certificate.notBefore) > nowMs) problems.push({ kind: 'certificate-not-yet-valid', certificate });
  if (/SHA-?1\b/i.test(certificate.signatureAlgorithm) || /MD5/i.test(certificate.signatureAlgorithm))
    problems.push({ kind: 'certificate-sha1', certificate });
  if (certificate.keyType === 'RSA' && certificate.keyBits !== null && certificate.keyBits < 2048)
    problems.push({ kind: 'certificate-weak-key', certificate });
  return problems;
}

function validityProblems({ validUntil }: IdpMetadata, nowMs: number): readonly MetadataProblem[] {
  if (validUntil === null) return [];
  const ms = parseInstant(validUntil);
  if (ms === null) return [{ kind: 'valid-until-unreadable', validUntil }];
  if (ms <= nowMs) return [{ kind: 'valid-until-passed', validUntil }];
  const days = Math.floor((ms - nowMs) / DAY_MS);
  return days < 7 ? [{ kind: 'valid-until-soon', validUntil, days }] : [];
}
