import type { Command } from 'commander';
import type { AppError } from '../../shared/app-error';
import { err, ok, type Result } from '../../shared/result';
import { signingCertificates } from '../../shared/saml/compare-metadata';
import { DEFAULT_SKEW_MS, MAX_SKEW_MS } from '../../shared/saml/expectations';
import type { Inspection } from '../../shared/saml/inspection';
import { parseInstant } from '../../shared/saml/instant';
import { maskInspection } from '../../shared/saml/mask';
import { METADATA_LIMITS } from '../../shared/saml/xml-refusal';
import { inspectResponse } from '../node/saml/inspect-response';
import { readCaptureFile } from '../node/saml/read-capture';
import { explainMetadataRefusal, readIdpMetadata } from '../node/saml/read-metadata';
import { fail } from './fail';
import { hanging } from './hanging';
import { readInput } from './read-input';

interface Options {
  readonly idpMetadata: string;
  readonly spEntityId: string;
  readonly acsUrl: string;
  readonly at?: string;
  readonly inResponseTo?: string;
  readonly clockSkew?: string;
  readonly json?: boolean;
  readonly mask?: boolean;
}

const MAX_CAPTURE_BYTES = 64 * 1024 * 1024;

/** `saml-check RESPONSE_FILE`: the verdict on a captured SAMLResponse, every check with what it found (`formats.md` section 4). */
export function registerSamlCheck(program: Command): void {
  program
    .command('saml-check')
    .description('judge a captured SAMLResponse: every check with what it found')
    .argument('<response-file>', 'base64, XML, a form post or a HAR file; "-" for standard input')
    .requiredOption('--idp-metadata <file>', 'metadata of the identity provider, whose keys are trusted')
    .requiredOption('--sp-entity-id <id>', 'entity ID of the service provider')
    .requiredOption('--acs-url <url>', 'where the response is posted')
    .option('--at <time>', 'the time of the check, such as 2026-11-24T02:30:00Z (now)')
    .option('--in-response-to <id>', 'the ID of the request that was sent')
    .option('--clock-skew <seconds>', 'how far clocks may be apart (60: assumed, the vendor documents none)')
    .option('--mask', 'hide personal data in the output')
    .option('--json', 'machine-readable output on stdout')
    .addHelpText('after', '\nExits: 0 accepted, 2 rejected, 1 unreadable.')
    .action(async (file: string, options: Options) => {
      const json = options.json === true;
      const outcome = await run(file, options);
      if (!outcome.ok) return fail(outcome.error, json);
      const inspection = options.mask === true ? maskInspection(outcome.value) : outcome.value;
      process.stdout.write(json ? `${JSON.stringify(toJson(inspection), null, 2)}\n` : toText(inspection));
      process.exitCode = inspection.verdict === 'accepted' ? 0 : 2;
    });
}

async function run(file: string, options: Options): Promise<Result<Inspection, AppError>> {
  const nowMs = options.at === undefined ? Date.now() : parseTime(options.at);
  if (nowMs === null)
    return err({
      code: 'bad-time',
      message: `Expected a time such as 2026-11-24T02:30:00Z; found "${options.at}".`,
      path: '--at',
    });
  const skewMs = options.clockSkew === undefined ? DEFAULT_SKEW_MS : readSkew(options.clockSkew);
  if (skewMs === null)
    return err({
      code: 'bad-clock-skew',
      message: `Expected seconds from 0 to ${MAX_SKEW_MS / 1000}; found "${options.clockSkew}".`,
      path: '--clock-skew',
    });
  const metadataBytes = await readInput(options.idpMetadata, METADATA_LIMITS.maxLength);
  if (!metadataBytes.ok) return metadataBytes;
  const metadata = readIdpMetadata(metadataBytes.value);
  if (!metadata.ok)
    return err({
      ...explainMetadataRefusal(metadata.error),
      path: options.idpMetadata,
    });
  const { document, idp } = metadata.value;
  if (document.idps.length > 1)
    return err({
      code: 'several-idps',
      message: `Expected metadata of one identity provider; found ${document.idps.length}.`,
      path: options.idpMetadata,
    });
  const bytes = await readInput(file, MAX_CAPTURE_BYTES);
  if (!bytes.ok) return bytes;
  const capture = readCaptureFile(bytes.value);
  if (!capture.ok) return err({ ...capture.error, path: file });
  return ok(
    inspectResponse(capture.value.xml, signingCertificates(idp), {
      idpEntityId: idp.entityId,
      spEntityId: options.spEntityId,
      acsUrl: options.acsUrl,
      inResponseTo: options.inResponseTo,
      nowMs,
      skewMs,
      nameIdFormat: null,
      ssoDomains: [],
      requiredAttributes: [],
      seenAssertionIds: undefined,
    }),
  );
}

function readSkew(text: string): number | null {
  const skewMs = /^\d{1,4}$/.test(text) ? Number(text) * 1000 : Number.NaN;
  return skewMs <= MAX_SKEW_MS ? skewMs : null;
}

/** A full time, or a date as its first moment in UTC. */
function parseTime(text: string): number | null {
  return parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
}

function toJson({ verdict, nameId, attributes, checks }: Inspection): object {
  return {
    verdict,
    ...(nameId === null ? {} : { nameId }),
    attributes,
    checks,
  };
}

function toText({ verdict, nameId, attributes, checks }: Inspection): string {
  const lines = [`Verdict: ${verdict}`];
  if (nameId !== null) lines.push(hanging('NameID:  ', nameId));
  for (const [name, values] of Object.entries(attributes)) lines.push(hanging('         ', `${name} = ${values.join(', ')}`));
  lines.push('');
  const mark = { pass: 'ok  ', fail: 'FAIL', skipped: '-   ' } as const;
  for (const check of checks) {
    lines.push(hanging(`${mark[check.result]} ${check.code.padEnd(24)} `, check.found));
    if (check.result === 'fail') lines.push(hanging(`     ${''.padEnd(24)} expected `, check.expected));
  }
  return `${lines.join('\n')}\n`;
}
