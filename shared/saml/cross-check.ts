import { isEmail } from '../email';
import { type Certificate, formatFingerprint } from './certificate';
import { isSameNameIdFormat } from './check-identity';
import { signingCertificates } from './compare-metadata';
import { isHttps } from './find-metadata-problems';
import type { IdpMetadata, SpMetadata } from './metadata';
import { describeFound } from './near-miss';
import { BINDING, NAME_ID_FORMAT } from './uris';

/** The values of both consoles that must fit together; null where one is not entered yet. */
export interface CrossValues {
  /** As typed into JumpCloud's "IdP Entity ID". */
  readonly idpEntityId: string | null;
  readonly spEntityId: string | null;
  readonly acsUrl: string | null;
  /** As typed into TestMu AI's "Sign In URL". */
  readonly loginUrl: string | null;
  readonly nameIdFormat: string | null;
  /** The NameID of a person, as the chosen JumpCloud attribute gives it. */
  readonly sampleNameId: string | null;
  readonly ssoDomains: readonly string[];
  readonly idpMetadata: IdpMetadata | null;
  readonly spMetadata: SpMetadata | null;
  /** The certificate uploaded at the vendor. */
  readonly vendorCertificate: Certificate | null;
  /** Addresses of vendor admins who can sign in without SSO (SSO User Settings). */
  readonly exemptAdmins: readonly string[];
  /** Whether "Enforce SSO Login" is on or about to be. */
  readonly enforceSso: boolean;
}

export const CROSS_CHECK_CODES = [
  'idp-entity-id',
  'sp-entity-id',
  'acs-url',
  'login-url',
  'vendor-certificate',
  'name-id-format',
  'name-id',
  'break-glass',
] as const;
export type CrossCheckCode = (typeof CROSS_CHECK_CODES)[number];

/** `warn` lets the admin go on; `skipped` waits for a value. */
export interface CrossCheck {
  readonly code: CrossCheckCode;
  readonly result: 'pass' | 'warn' | 'fail' | 'skipped';
  readonly expected: string;
  readonly found: string;
}

/** Both sides compared, value by value. Pure and quick: run it at each change of the ledger. */
export function crossCheck(values: CrossValues): readonly CrossCheck[] {
  return [
    compare('idp-entity-id', values.idpMetadata?.entityId ?? null, values.idpEntityId, 'the metadata of the identity provider'),
    compare('sp-entity-id', values.spMetadata?.entityId ?? null, values.spEntityId, 'the metadata of the service provider'),
    checkAcs(values),
    checkLoginUrl(values),
    checkCertificate(values),
    checkNameIdFormat(values),
    checkSample(values),
    checkBreakGlass(values),
  ];
}

function compare(code: CrossCheckCode, expected: string | null, found: string | null, source: string): CrossCheck {
  if (found === null) return { code, result: 'skipped', expected: expected ?? `as in ${source}`, found: 'not entered yet' };
  if (expected === null) return { code, result: 'skipped', expected: `as in ${source}, which was not read yet`, found };
  return {
    code,
    result: expected === found ? 'pass' : 'fail',
    expected,
    found: expected === found ? found : describeFound(expected, found),
  };
}

function checkAcs({ acsUrl, spMetadata }: CrossValues): CrossCheck {
  const code = 'acs-url';
  const locations = spMetadata?.acsServices.filter((service) => service.binding === BINDING.post).map((service) => service.location) ?? [];
  const expected = locations.length > 0 ? locations.join(' or ') : 'an https URL';
  if (acsUrl === null) return { code, result: 'skipped', expected, found: 'not entered yet' };
  if (!isHttps(acsUrl)) return { code, result: 'fail', expected, found: acsUrl };
  if (locations.length === 0) return { code, result: 'pass', expected, found: acsUrl };
  const [first] = locations;
  return {
    code,
    result: locations.includes(acsUrl) ? 'pass' : 'fail',
    expected,
    found: locations.includes(acsUrl) ? acsUrl : describeFound(first ?? '', acsUrl),
  };
}

/** The vendor's Sign In URL must be an endpoint of this identity provider, not of another application or the user portal. */
function checkLoginUrl({ loginUrl, idpMetadata }: CrossValues): CrossCheck {
  const code = 'login-url';
  const locations = [...new Set(idpMetadata?.ssoServices.map((service) => service.location) ?? [])];
  const expected = locations.length > 0 ? locations.join(' or ') : 'an endpoint of the metadata, which was not read yet';
  if (loginUrl === null) return { code, result: 'skipped', expected, found: 'not entered yet' };
  if (locations.length === 0) return { code, result: isHttps(loginUrl) ? 'skipped' : 'fail', expected, found: loginUrl };
  const isRight = locations.includes(loginUrl);
  return { code, result: isRight ? 'pass' : 'fail', expected, found: isRight ? loginUrl : describeFound(locations[0] ?? '', loginUrl) };
}

function checkCertificate({ vendorCertificate, idpMetadata }: CrossValues): CrossCheck {
  const code = 'vendor-certificate';
  const known = idpMetadata ? signingCertificates(idpMetadata) : [];
  const expected =
    known.length > 0
      ? known.map((one) => `SHA-256 ${formatFingerprint(one.sha256)}`).join(' or ')
      : 'the certificate of the metadata, which was not read yet';
  if (vendorCertificate === null)
    return { code, result: 'skipped', expected, found: 'not given: choose the file that was uploaded at TestMu AI' };
  const found = `SHA-256 ${formatFingerprint(vendorCertificate.sha256)}`;
  if (known.length === 0) return { code, result: 'skipped', expected, found };
  return { code, result: known.some((one) => one.sha256 === vendorCertificate.sha256) ? 'pass' : 'fail', expected, found };
}

/** The formats the metadata names are an offer; JumpCloud's form decides what is sent. */
function checkNameIdFormat({ nameIdFormat, idpMetadata }: CrossValues): CrossCheck {
  const code = 'name-id-format';
  const expected = 'emailAddress or unspecified, with an e-mail address as the value';
  if (nameIdFormat === null) return { code, result: 'skipped', expected, found: 'not entered yet' };
  const carriesEmail = [NAME_ID_FORMAT.emailAddress, NAME_ID_FORMAT.unspecified11].some((format) =>
    isSameNameIdFormat(format, nameIdFormat),
  );
  if (!carriesEmail) return { code, result: 'fail', expected, found: nameIdFormat };
  const offered = idpMetadata?.nameIdFormats ?? [];
  const isOffered = offered.length === 0 || offered.some((format) => isSameNameIdFormat(format, nameIdFormat));
  return isOffered
    ? { code, result: 'pass', expected, found: nameIdFormat }
    : { code, result: 'warn', expected: `a format of the metadata: ${offered.join(', ')}`, found: nameIdFormat };
}

function checkSample({ sampleNameId, ssoDomains }: CrossValues): CrossCheck {
  const code = 'name-id';
  const expected = ssoDomains.length > 0 ? `an e-mail address in ${ssoDomains.join(', ')}` : 'an e-mail address in an SSO domain';
  if (sampleNameId === null) return { code, result: 'skipped', expected, found: 'no person chosen yet' };
  if (!isEmail(sampleNameId)) return { code, result: 'fail', expected, found: sampleNameId || 'nothing' };
  if (ssoDomains.length === 0) return { code, result: 'skipped', expected, found: sampleNameId };
  const domain = sampleNameId.slice(sampleNameId.lastIndexOf('@') + 1).toLowerCase();
  return { code, result: ssoDomains.some((one) => one.trim().toLowerCase() === domain) ? 'pass' : 'fail', expected, found: sampleNameId };
}

/**
 * Before SSO is switched on (step 11): once it is, passwords and Google sign-in stop working for colleagues, and "Enforce SSO Login"
 * leaves only exempt people another way in (jumpcloud-behaviour, SAML, vendor side).
 */
function checkBreakGlass({ exemptAdmins, enforceSso }: CrossValues): CrossCheck {
  const code = 'break-glass';
  const expected = 'one admin who can sign in without SSO';
  if (exemptAdmins.length > 0) return { code, result: 'pass', expected, found: exemptAdmins.join(', ') };
  return {
    code,
    result: enforceSso ? 'fail' : 'warn',
    expected,
    found: enforceSso ? 'nobody, and SSO is enforced: a wrong setting locks everyone out' : 'nobody named yet',
  };
}
