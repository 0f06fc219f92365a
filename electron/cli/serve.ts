import { once } from 'node:events';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { AppError } from '../../shared/app-error';
import { defaultLogBound } from '../../shared/mirror/log-bound';
import { err, ok, type Result } from '../../shared/result';
import { type ProfileName, profileNames } from '../../shared/scim/profile';
import { explainRecovery } from '../node/journal/explain-recovery';
import type { Origin } from '../node/scim-server/load-mirror';
import { makeTokenFile } from '../node/scim-server/make-token-file';
import { fail } from './fail';
import { openChecked, tellUnchecked } from './open-checked';
import { readLogBound } from './read-log-bound';
import { readScenarioFile } from './read-scenario-file';
import { readTokenFile } from './read-token-file';

interface ServeOptions {
  readonly port: string;
  readonly tokenFile?: string;
  readonly scenario?: string;
  readonly data?: string;
  readonly profile: ProfileName;
  readonly keepRequests: string;
  readonly keepMegabytes: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('the embedded SCIM server on 127.0.0.1: answers as the vendor does, until Ctrl-C or SIGTERM')
    .option('--port <n>', 'port; 0 picks a free one', '0')
    .option('--token-file <file>', 'file of the bearer token, made (mode 0600) where it is missing')
    .option('--scenario <file>', 'scenario whose organisation the server starts with')
    .option('--data <dir>', 'folder that keeps the journal; a later serve on it goes on from there (default: in memory)')
    .addOption(new Option('--profile <name>', 'how the server behaves').choices(profileNames).default('vendor'))
    .option('--keep-requests <n>', 'how many requests the log keeps; changes and pinned requests stay', String(defaultLogBound.requests))
    .option('--keep-megabytes <n>', 'how much room the log may take, about', String(defaultLogBound.megabytes))
    .option('--check', 'read the whole journal through first; a large one is not at each start')
    .option('--json', 'print errors as JSON; the first line is JSON anyway')
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const json = options.json === true;
  const port = readPort(options.port);
  if (!port.ok) return fail(port.error, json);
  const logBound = readLogBound(options);
  if (!logBound.ok) return fail(logBound.error, json);
  const origin = await readOrigin(options.scenario);
  if (!origin.ok) return fail(origin.error, json);
  const tokenFile = await makeTokenFile(options.tokenFile === undefined ? null : resolve(options.tokenFile));
  if (!tokenFile.ok) return fail(tokenFile.error, json);
  const token = await readTokenFile(tokenFile.value.path);
  if (!token.ok) return fail(token.error, json);
  // Asked for before anything listens: whoever reads the first line may end us at once.
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  let left = false;
  void ended.then(() => {
    left = true;
  });
  const server = await openChecked(
    {
      data: options.data === undefined ? null : resolve(options.data),
      token: token.value,
      profile: options.profile,
      logBound: logBound.value,
      ...(origin.value === null ? {} : { origin: origin.value }),
    },
    options.check === true,
    () => left,
  );
  if (server === null) return tokenFile.value.remove();
  if (!server.ok) {
    await tokenFile.value.remove();
    return fail(server.error, json);
  }
  if (options.check !== true) tellUnchecked(server.value);
  const { recovery, resumed } = server.value;
  if (recovery !== null) process.stderr.write(`${explainRecovery(recovery)}\n`);
  if (resumed && origin.value !== null)
    process.stderr.write('The journal in the data folder goes on from where it was; the scenario was not loaded.\n');
  const listening = await server.value.listen(port.value);
  if (!listening.ok) {
    await server.value.close();
    await tokenFile.value.remove();
    return fail({ ...listening.error, path: '--port' }, json);
  }
  process.stdout.write(`${JSON.stringify({ baseUrl: listening.value.baseUrl, tokenFile: tokenFile.value.path })}\n`);
  await ended;
  await server.value.close();
  await tokenFile.value.remove();
}

function readPort(text: string): Result<number, AppError> {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return port >= 0 && port <= 65_535
    ? ok(port)
    : err({ code: 'bad-port', path: '--port', message: `expected a port from 0 to 65535, found ${JSON.stringify(text)}` });
}

async function readOrigin(path: string | undefined): Promise<Result<Origin | null, AppError>> {
  if (path === undefined) return ok(null);
  const scenario = await readScenarioFile(path);
  if (!scenario.ok) return scenario;
  if (scenario.value.events.length > 0) process.stderr.write("The scenario's events are not played: they are what clients will send.\n");
  return ok(scenario.value);
}
