import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { isEmail } from '../../shared/email';
import { type CheckResult, type Probe, probeTitles } from '../../shared/preflight/probe';
import { type PreflightReport, runPreflight } from '../node/scim-client/run-preflight';
import { fail } from './fail';
import { hanging } from './hanging';
import { openNetwork } from './open-network';
import { passingLine } from './passing-line';
import { readTokenFile } from './read-token-file';

interface CheckOptions {
  readonly baseUrl: string;
  readonly tokenFile: string;
  readonly testEmail?: string;
  readonly write?: boolean;
  readonly caFile?: string;
  readonly privateNetwork?: boolean;
  readonly json?: boolean;
}

export function registerCheck(program: Command): void {
  program
    .command('check')
    .description("what JumpCloud's Test Connection will do at a SCIM endpoint, step by step with verdicts and fixes")
    .requiredOption('--base-url <url>', 'SCIM base URL, as it will be pasted into JumpCloud')
    .requiredOption('--token-file <file>', 'file that holds the bearer token')
    .option('--test-email <email>', 'the test e-mail for JumpCloud: it must belong to nobody')
    .option('--write', 'also create, change and delete a marked test user and group (needs --test-email)')
    .option('--ca-file <file>', 'PEM of a certificate authority to trust besides the public ones')
    .option('--private-network', 'allow a host name that leads into a private network')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nReads only, unless --write. Exits 0 ready, 2 a check failed, 1 error.')
    .action(check);
}

async function check(options: CheckOptions): Promise<void> {
  const json = options.json === true;
  if (!URL.canParse(options.baseUrl.trim()))
    return fail(
      {
        code: 'bad-url',
        message: `Expected an address such as https://auth.lambdatest.com/api/scim, found "${options.baseUrl.slice(0, 80)}".`,
        path: '--base-url',
      },
      json,
    );
  if (options.testEmail !== undefined && !isEmail(options.testEmail))
    return fail(
      { code: 'bad-test-email', message: `Expected an e-mail address, found "${options.testEmail.slice(0, 80)}".`, path: '--test-email' },
      json,
    );
  if (options.write === true && options.testEmail === undefined)
    return fail(
      {
        code: 'no-test-email',
        message: 'A write test needs a test e-mail that belongs to nobody.',
        path: '--test-email',
        fix: 'Add --test-email.',
      },
      json,
    );
  const token = await readTokenFile(options.tokenFile);
  if (!token.ok) return fail(token.error, json);
  const network = openNetwork(options.caFile);
  if (!network.ok) return fail(network.error, json);
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const line = passingLine();
  const report = await runPreflight(network.value.door, {
    baseUrl: options.baseUrl,
    token: token.value,
    testEmail: options.testEmail ?? null,
    write: options.write === true,
    privateNetwork: options.privateNetwork === true || namesAnAddress(options.baseUrl) ? 'confirmed' : 'refused',
    nonce: randomBytes(4).toString('hex'),
    nowMs: Date.now(),
    usesExtraCa: network.value.usesExtraCa,
    signal: interrupt.signal,
    onProbe: (probe: Probe) => line.show(`${marks[probe.result]} ${probeTitles[probe.code]}`),
  });
  line.wipe();
  process.stdout.write(
    json ? `${JSON.stringify({ verdict: report.verdict, probes: report.probes, forecast: report.forecast })}\n` : printReport(report),
  );
  process.exitCode = report.verdict === 'ready' ? 0 : 2;
}

/** Who types a literal address means it; a name may lead elsewhere than it says. */
const namesAnAddress = (url: string): boolean => /^https?:\/\/(\d+\.\d+\.\d+\.\d+|\[[0-9a-f:.]+\])([:/]|$)/i.test(url.trim());

const marks = { pass: 'ok  ', warn: 'warn', fail: 'FAIL', skipped: '-   ' } as const satisfies Record<CheckResult, string>;

function printReport({ verdict, probes, forecast, leftBehind }: PreflightReport): string {
  const lines = [
    verdict === 'ready' ? 'READY: nothing that was checked stands against Test Connection.' : 'NOT READY: repair what failed first.',
    '',
  ];
  for (const probe of probes) {
    lines.push(hanging(`${marks[probe.result]}  `, `${probeTitles[probe.code]}: ${probe.meaning}`));
    if (probe.request !== null) lines.push(hanging('      ', `${probe.request}${probe.status === null ? '' : ` → ${probe.status}`}`));
    if (probe.fix !== null) lines.push(hanging('      Fix: ', probe.fix));
  }
  lines.push('', 'What JumpCloud will meet:');
  for (const { step, fact, outcome } of forecast) lines.push(hanging('  - ', `${step}: ${outcome}. [${fact}]`.replace('..', '.')));
  if (leftBehind.length > 0) lines.push('', 'Left behind:', ...leftBehind.map((what) => hanging('  ', what)));
  return `${lines.join('\n')}\n`;
}
