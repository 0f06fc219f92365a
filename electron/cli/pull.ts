import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import { explainPullFault } from '../../shared/golive/pull-fault';
import { explainFinding } from '../../shared/golive/tenant';
import { notInScim, scenarioOfTenant } from '../../shared/golive/tenant-scenario';
import { hostOf, readBaseUrl } from '../../shared/preflight/base-url';
import { explainNetFailure } from '../../shared/preflight/explain-net-failure';
import { pullTenant } from '../node/scim-client/pull-tenant';
import { defaultRetry } from '../node/scim-client/read-with-retry';
import { createScimClient } from '../node/scim-client/scim-client';
import { canSaveFile } from '../node/stores/save-file';
import { fail } from './fail';
import { openNetwork } from './open-network';
import { readTokenFile } from './read-token-file';
import { saveOut } from './save-out';

interface PullOptions {
  readonly baseUrl: string;
  readonly tokenFile: string;
  readonly out: string;
  readonly name?: string;
  readonly caFile?: string;
  readonly privateNetwork?: boolean;
  readonly json?: boolean;
}

export function registerPull(program: Command): void {
  program
    .command('pull')
    .description("mirror a live SCIM endpoint's users and groups into a scenario; reads only")
    .requiredOption('--base-url <url>', 'SCIM base URL')
    .requiredOption('--token-file <file>', 'file that holds the bearer token')
    .requiredOption('--out <scenario>', 'scenario file to write; written only when everything was read')
    .option('--name <name>', "the organisation's name in the scenario (default: the host)")
    .option('--ca-file <file>', 'PEM of a certificate authority to trust besides the public ones')
    .option('--private-network', 'allow a host name that leads into a private network')
    .option('--json', 'print JSON')
    .action(pull);
}

async function pull(options: PullOptions): Promise<void> {
  const json = options.json === true;
  const shape = readBaseUrl(options.baseUrl);
  if (shape.usable === null) return fail({ code: 'bad-url', message: shape.probe.meaning, path: '--base-url' }, json);
  if (shape.probe.result !== 'pass') process.stderr.write(`Note: ${shape.probe.meaning}\n`);
  const token = await readTokenFile(options.tokenFile);
  if (!token.ok) return fail(token.error, json);
  const target = await canSaveFile(options.out);
  if (!target.ok) return fail(target.error, json);
  const network = openNetwork(options.caFile);
  if (!network.ok) return fail(network.error, json);
  const isLiteral = /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(hostOf(shape.usable));
  const connection = network.value.door.open({
    baseUrl: shape.usable,
    privateNetwork: options.privateNetwork === true || isLiteral ? 'confirmed' : 'refused',
    keepAlive: true,
  });
  if (!connection.ok) return fail(explainNetFailure(connection.error), json);
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const result = await pullTenant(createScimClient(connection.value, shape.usable, token.value), {
    waiting: {
      policy: defaultRetry,
      sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
      random: Math.random,
      now: Date.now,
      signal: interrupt.signal,
      onWait: (ms, why) => process.stderr.write(`waiting ${Math.round(ms / 100) / 10} s (${why})\n`),
    },
    onProgress: ({ list, done, total }) => process.stderr.write(`${list}: ${done}${total === null ? '' : ` of ${total}`}\n`),
  });
  connection.value.close();
  if (!result.ok) return fail(explainPullFault(result.error.fault), json);
  const { scenario, findings } = scenarioOfTenant(result.value, options.name ?? hostOf(shape.usable));
  const saved = await saveOut(options.out, `${JSON.stringify(scenario, null, 2)}\n`);
  if (!saved.ok) return fail(saved.error, json);
  const warnings = [...result.value.findings, ...findings].map(explainFinding);
  const { users, groups } = scenario.organisation;
  for (const warning of warnings) process.stderr.write(`Note: ${warning}\n`);
  process.stderr.write(`SCIM cannot tell ${notInScim.join(', ')}: add them to the scenario by hand.\n`);
  process.stdout.write(
    json
      ? `${JSON.stringify({ out: options.out, users: users.length, groups: groups.length, groupsRead: result.value.groups !== null, warnings, notInScim })}\n`
      : `${users.length} users and ${groups.length} groups in ${options.out}\n`,
  );
}
