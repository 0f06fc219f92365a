import { assertNever } from '../result';
import { type Certificate, formatFingerprint } from './certificate';
import type { Finding } from './finding';
import type { MetadataProblem } from './metadata-problem';
import { describeFound } from './near-miss';
import { bindingName } from './uris';

const RENEW =
  'Renew the certificate in JumpCloud (SSO tab, IdP certificate), export the metadata again and give the new certificate to TestMu AI at once: the change-over is hard, rehearse it first.';

/** Each problem as a finding: what was expected, what was found, and what the admin does about it. */
export function explainMetadataProblem(problem: MetadataProblem): Finding {
  const finding = (severity: Finding['severity'], expected: string, found: string, fix: string): Finding => ({
    code: problem.kind,
    severity,
    expected,
    found,
    fix,
  });
  switch (problem.kind) {
    case 'no-entity-id':
      return finding('error', 'an entityID', 'an empty one', 'Enter the IdP Entity ID in JumpCloud and export the metadata again.');
    case 'entity-id-white-space':
      return finding(
        'warning',
        'an entityID without white space around it',
        JSON.stringify(problem.entityId),
        'Retype the IdP Entity ID in JumpCloud: a copied space is part of the name.',
      );
    case 'entity-id-differs':
      return finding(
        'error',
        problem.expected,
        describeFound(problem.expected, problem.found),
        'Decide which of the two is right and enter it on both sides; entity IDs are compared character by character.',
      );
    case 'several-idps':
      return finding(
        'error',
        'one identity provider',
        `${problem.entityIds.length}: ${problem.entityIds.slice(0, 3).join(', ')}`,
        'Export the metadata of the one application for TestMu AI, not of a whole federation.',
      );
    case 'other-provider':
      return finding(
        'warning',
        `a sign-in address at ${problem.expected}`,
        problem.location,
        'This looks like the metadata of another identity provider. Export it from the application for TestMu AI in JumpCloud.',
      );
    case 'no-sso-endpoint':
      return finding(
        'error',
        'a SingleSignOnService with HTTP-Redirect or HTTP-POST',
        'none',
        'Export the metadata from the SSO tab of the application; without an endpoint no login can start.',
      );
    case 'redirect-missing':
      return finding(
        'warning',
        'a SingleSignOnService with HTTP-Redirect',
        problem.bindings.map(bindingName).join(', '),
        'Tick "Declare Redirect Endpoint" on the SSO tab in JumpCloud, save, and export the metadata again.',
      );
    case 'endpoint-not-https':
      return finding(
        'error',
        'an https URL',
        `${problem.location.trim() || 'an empty one'} (${bindingName(problem.binding)})`,
        'Do not use this metadata: logins would leave the browser unencrypted or run what the file says. Export it again from JumpCloud.',
      );
    case 'no-signing-certificate':
      return finding(
        'error',
        'a certificate for signing',
        'none that can be read',
        'Export the metadata after the IdP certificate is there (JumpCloud shows "IdP Certificate Valid").',
      );
    case 'certificate-broken':
      return finding(
        'error',
        'an X.509 certificate in base64',
        `${problem.start} (${problem.reason})`,
        'The text of the certificate is damaged: export the metadata again and do not edit it.',
      );
    case 'certificate-expired':
      return finding(
        'error',
        'a certificate that is valid now',
        `${name(problem.certificate)} expired on ${problem.certificate.notAfter} (${problem.days} days ago)`,
        RENEW,
      );
    case 'certificate-not-yet-valid':
      return finding(
        'error',
        'a certificate that is valid now',
        `${name(problem.certificate)} is valid from ${problem.certificate.notBefore}`,
        'Wait until then, or check the clock of this machine.',
      );
    case 'certificate-expires-soon':
      return finding(
        'warning',
        `more than ${problem.threshold === 1 ? '1 day' : `${problem.threshold} days`} of validity`,
        `${name(problem.certificate)} expires on ${problem.certificate.notAfter} (${problem.days} days left)`,
        RENEW,
      );
    case 'certificate-sha1':
      return finding(
        'warning',
        'a certificate signed with SHA-256',
        `${name(problem.certificate)}: ${problem.certificate.signatureAlgorithm}`,
        'Have a new certificate made: services refuse SHA-1 more and more.',
      );
    case 'certificate-weak-key':
      return finding(
        'error',
        'an RSA key of 2048 bits or more',
        `${name(problem.certificate)}: ${problem.certificate.keyBits} bits`,
        'Have a new key and certificate made; this one can be forged by those who try.',
      );
    case 'valid-until-passed':
      return finding(
        'error',
        'a validUntil in the future',
        problem.validUntil,
        'This copy is out of date: fetch or export the metadata again.',
      );
    case 'valid-until-soon':
      return finding(
        'warning',
        'a validUntil more than 7 days ahead',
        `${problem.validUntil} (${problem.days} days left)`,
        'Fetch the metadata again before then.',
      );
    case 'valid-until-unreadable':
      return finding('warning', 'a validUntil such as 2027-01-31T00:00:00Z', problem.validUntil, 'Fetch or export the metadata again.');
    case 'entity-id-changed':
      return finding(
        'error',
        problem.before,
        describeFound(problem.before, problem.after),
        'Last time this metadata had another entity ID: check that it is the same application, then update TestMu AI.',
      );
    case 'endpoint-changed':
      return finding(
        'warning',
        `${bindingName(problem.binding)}: ${problem.before ?? 'none'}`,
        problem.after ?? 'none',
        'Update the sign-in URL at TestMu AI if it uses this binding.',
      );
    case 'certificate-rotated':
      return finding(
        'warning',
        names(problem.removed),
        names(problem.added),
        'The signing certificate changed since last time: give the new one to TestMu AI, or logins fail.',
      );
    default:
      return assertNever(problem);
  }
}

const name = (certificate: Certificate): string => certificate.subject || formatFingerprint(certificate.sha256).slice(0, 23);

function names(certificates: readonly Certificate[]): string {
  if (certificates.length === 0) return 'no other certificate';
  return certificates.map((one) => `${name(one)} (SHA-256 ${formatFingerprint(one.sha256).slice(0, 23)}…)`).join(', ');
}
