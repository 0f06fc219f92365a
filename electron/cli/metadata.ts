import type { Command } from 'commander';
import type { AppError } from '../../shared/app-error';
import { err, type Result } from '../../shared/result';
import { daysLeft, formatFingerprint } from '../../shared/saml/certificate';
import { compareMetadata } from '../../shared/saml/compare-metadata';
import { explainMetadataProblem } from '../../shared/saml/explain-metadata-problem';
import { findMetadataProblems } from '../../shared/saml/find-metadata-problems';
import type { Finding } from '../../shared/saml/finding';
import type { IdpMetadata } from '../../shared/saml/metadata';
import { bindingName } from '../../shared/saml/uris';
import { METADATA_LIMITS } from '../../shared/saml/xml-refusal';
import { fetchMetadata } from '../node/saml/fetch-metadata';
import { explainMetadataRefusal, readIdpMetadata } from '../node/saml/read-metadata';
import { fail } from './fail';
import { hanging } from './hanging';
import { openNetwork } from './open-network';
import { readInput } from './read-input';

interface Options {
  readonly json?: boolean;
  readonly entityId?: string;
  readonly previous?: string;
  readonly privateNetwork?: boolean;
  readonly caFile?: string;
}

/** `metadata FILE|URL`: what an identity provider's metadata says, and what is wrong with it (`formats.md` section 4). */
export function registerMetadata(program: Command): void {
  program
    .command('metadata')
    .description('read IdP metadata: entity ID, endpoints, bindings, certificates with expiry, findings')
    .argument('<file-or-url>', 'a metadata file, "-" for standard input, or an https URL')
    .option('--json', 'machine-readable output on stdout')
    .option('--entity-id <id>', 'the entity ID that is expected')
    .option('--previous <file>', 'earlier metadata to compare with')
    .option('--private-network', 'allow a host name that leads into a private network')
    .option('--ca-file <file>', 'PEM of a certificate authority to trust besides the public ones')
    .addHelpText('after', '\nExits: 0 no error found, 2 a finding is an error, 1 nothing usable.')
    .action(async (source: string, options: Options) => {
      const json = options.json === true;
      const outcome = await run(source, options);
      if (!outcome.ok) return fail(outcome.error, json);
      const { idp, findings } = outcome.value;
      process.stdout.write(json ? `${JSON.stringify(toJson(idp, findings), null, 2)}\n` : toText(idp, findings, Date.now()));
      process.exitCode = findings.some((finding) => finding.severity === 'error') ? 2 : 0;
    });
}

async function run(
  source: string,
  options: Options,
): Promise<Result<{ readonly idp: IdpMetadata; readonly findings: readonly Finding[] }, AppError>> {
  const input = await load(source, options);
  if (!input.ok) return input;
  const read = readIdpMetadata(input.value);
  if (!read.ok) return err({ ...explainMetadataRefusal(read.error), path: source });
  const { document, idp } = read.value;
  const problems = [
    ...findMetadataProblems(document, idp, {
      nowMs: Date.now(),
      ledgerEntityId: options.entityId ?? null,
    }),
  ];
  if (options.previous !== undefined) {
    const bytes = await readInput(options.previous, METADATA_LIMITS.maxLength);
    if (!bytes.ok) return bytes;
    const previous = readIdpMetadata(bytes.value);
    if (!previous.ok)
      return err({
        ...explainMetadataRefusal(previous.error),
        path: options.previous,
      });
    problems.push(...compareMetadata(previous.value.idp, idp));
  }
  return {
    ok: true,
    value: { idp, findings: problems.map(explainMetadataProblem) },
  };
}

async function load(source: string, options: Options): Promise<Result<string | Uint8Array, AppError>> {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) return readInput(source, METADATA_LIMITS.maxLength);
  const network = openNetwork(options.caFile);
  if (!network.ok) return network;
  return fetchMetadata(network.value.door, source, {
    allowPrivateNetwork: options.privateNetwork === true,
  });
}

function toJson(idp: IdpMetadata, findings: readonly Finding[]): object {
  return {
    entityId: idp.entityId,
    ssoServices: idp.ssoServices.map(({ binding, location }) => ({
      binding,
      location,
    })),
    certificates: idp.keys.flatMap(({ reading }) =>
      reading.kind === 'certificate'
        ? [
            {
              subject: reading.certificate.subject,
              notAfter: reading.certificate.notAfter,
              sha256: reading.certificate.sha256,
            },
          ]
        : [],
    ),
    findings,
  };
}

const lifeLeft = (days: number): string =>
  days < 0 ? `ended ${-days} day${days === -1 ? '' : 's'} ago` : `${days} day${days === 1 ? '' : 's'} left`;

function toText(idp: IdpMetadata, findings: readonly Finding[], nowMs: number): string {
  const lines = [hanging('Entity ID     ', idp.entityId)];
  for (const service of idp.ssoServices) lines.push(hanging('Sign-in       ', `${bindingName(service.binding)}  ${service.location}`));
  for (const format of idp.nameIdFormats) lines.push(hanging('NameID        ', format));
  for (const { use, reading } of idp.keys) {
    if (reading.kind === 'broken') continue;
    const { certificate } = reading;
    lines.push(hanging('Certificate   ', `${certificate.subject} (${use === 'both' ? 'signing and encryption' : use})`));
    lines.push(
      hanging('              ', `valid ${certificate.notBefore} to ${certificate.notAfter}, ${lifeLeft(daysLeft(certificate, nowMs))}`),
    );
    lines.push(`              ${certificate.keyType} ${certificate.keyBits ?? ''} ${certificate.signatureAlgorithm}`.trimEnd());
    lines.push(`              SHA-256 ${formatFingerprint(certificate.sha256)}`);
  }
  if (idp.validUntil !== null) lines.push(`Valid until   ${idp.validUntil}`);
  lines.push('', findings.length === 0 ? 'No findings.' : `${findings.length} finding${findings.length === 1 ? '' : 's'}:`);
  for (const finding of findings) {
    lines.push(
      `  ${finding.severity === 'error' ? 'ERROR  ' : 'warning'} ${finding.code}`,
      hanging('          expected ', finding.expected),
      hanging('          found    ', finding.found),
      hanging('          fix      ', finding.fix),
    );
  }
  return `${lines.join('\n')}\n`;
}
