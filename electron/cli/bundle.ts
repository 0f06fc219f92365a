import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { version } from '../../package.json';
import type { AppError } from '../../shared/app-error';
import { type BundleExchange, bundleText } from '../../shared/bundle/bundle-format';
import { makeBundle } from '../../shared/bundle/make-bundle';
import { ok, type Result } from '../../shared/result';
import type { Scenario } from '../../shared/vendor/scenario';
import { readDataFolder } from '../node/bundle/read-data-folder';
import { fail } from './fail';
import { readScenarioFile } from './read-scenario-file';
import { saveOut } from './save-out';

interface BundleOptions {
  readonly out: string;
  readonly json?: boolean;
}

/** `bundle DIR|SCENARIO`: a redacted support bundle (formats.md section 4). */
export function registerBundle(program: Command): void {
  program
    .command('bundle')
    .description('make a support bundle: what happened and the plan that came of it, without the names of people')
    .argument('<source>', 'scenario file, or the folder that "serve --data" keeps')
    .requiredOption('--out <file>', 'where to write it; whole or not at all')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nE-mails and names of people are replaced, the same for the same person; groups,\nteams and rules keep their names, because rules match on them. Read the file\nbefore you hand it on. Exits 0, or 1 on an error.',
    )
    .action(bundle);
}

async function bundle(source: string, options: BundleOptions): Promise<void> {
  const json = options.json === true;
  const read = await readSource(source);
  if (!read.ok) return fail(read.error, json);
  const made = makeBundle({ ...read.value, version });
  if (!made.ok) return fail(made.error, json);
  const saved = await saveOut(options.out, bundleText(made.value));
  if (!saved.ok) return fail(saved.error, json);
  const facts = {
    out: options.out,
    people: made.value.plan.people.length,
    events: made.value.scenario.events.length,
    exchanges: made.value.exchanges.length,
  };
  process.stdout.write(
    json
      ? `${JSON.stringify(facts)}\n`
      : `${facts.people} people, ${facts.events} events and ${facts.exchanges} requests in ${facts.out}, names of people replaced\n`,
  );
}

async function readSource(
  source: string,
): Promise<Result<{ readonly scenario: Scenario; readonly exchanges: readonly BundleExchange[] }, AppError>> {
  const found = await stat(source).catch(() => null);
  if (found?.isDirectory() === true) return readDataFolder(source);
  const scenario = await readScenarioFile(source);
  return scenario.ok ? ok({ scenario: scenario.value, exchanges: [] }) : scenario;
}
