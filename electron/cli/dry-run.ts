import type { Command } from 'commander';
import type { AppError } from '../../shared/app-error';
import { decodeText } from '../../shared/jumpcloud/decode-text';
import type { Roster, RosterProblem } from '../../shared/jumpcloud/roster';
import { parseRosterCsv } from '../../shared/jumpcloud/roster-csv';
import { rosterEvents } from '../../shared/jumpcloud/roster-events';
import { parseRosterJson } from '../../shared/jumpcloud/roster-json';
import { changesAnything } from '../../shared/plan/changes-anything';
import { explainRosterNotice } from '../../shared/plan/explain-roster-notice';
import { type Planned, planSteps } from '../../shared/plan/planned';
import { isPlanFormat, type PlanFormat, planFormats, planPieces } from '../../shared/plan/render-plan';
import type { TextLayout } from '../../shared/plan/render-text';
import { visibleText } from '../../shared/plan/visible-text';
import { err, ok, type Result } from '../../shared/result';
import type { VendorEvent } from '../../shared/vendor/event';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import { findGroup, isInOtherOrganisation, type Organisation } from '../../shared/vendor/organisation';
import { readAssumptions, type Scenario } from '../../shared/vendor/scenario';
import { fail } from './fail';
import { type PassingLine, passingLine } from './passing-line';
import { readInput } from './read-input';
import { readScenarioFile } from './read-scenario-file';
import { saveOut } from './save-out';

interface DryRunOptions {
  readonly roster?: string;
  readonly out?: string;
  readonly format?: string;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly assume: readonly string[];
}

/** `dry-run SCENARIO`: plays the events and prints the plan (formats.md section 4). */
export function registerDryRun(program: Command): void {
  program
    .command('dry-run')
    .description('play the events of a scenario on its organisation and print the plan: who changes, how, and why')
    .argument('<scenario>', 'scenario file (scim-preflight/scenario@1), "-" for standard input')
    .option('--roster <file>', "roster CSV, or JumpCloud's API answers as JSON, pushed after the scenario's events")
    .option('--out <file>', 'write the plan to this file instead; whole or not at all')
    .option('--format <format>', `one of ${planFormats.join(', ')} (default: text)`)
    .option('--json', 'the same as --format json')
    .option('--all', 'list everyone, not only those who change')
    .option('--assume <setting>', 'an assumption for this run, such as A2=user; may be given several times', collect, [])
    .addHelpText('after', '\nReads only; nothing is sent anywhere.\nExits 0 nothing changes, 2 changes, 1 error.')
    .action(dryRun);
}

const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

/** As many as the window takes. */
const maxRosterBytes = 268_435_456;
/** About 2.3 GB; a multiple of it ends in the middle, when Node has no more. */
const maxRosterPeople = 300_000;

async function dryRun(file: string, options: DryRunOptions): Promise<void> {
  const format = chosenFormat(options);
  if (!format.ok) return fail(format.error, options.json === true);
  const json = format.value === 'json';
  const line = passingLine();
  const planned = await makePlan(file, options, line);
  if (!planned.ok) {
    line.wipe();
    return fail(planned.error, json);
  }
  const { name } = planned.value.outcome;
  line.show('Putting the plan into words');
  const pieces = planPieces(planned.value, format.value, { all: options.all === true, organisation: name, layout: layoutFor(options) });
  if (options.out === undefined) {
    for (const piece of pieces) {
      if (piece !== '') line.wipe();
      process.stdout.write(piece);
    }
  } else {
    const saved = await saveOut(options.out, pieces);
    line.wipe();
    if (!saved.ok) return fail(saved.error, json);
  }
  process.exitCode = changesAnything(planned.value) ? 2 : 0;
}

function chosenFormat(options: DryRunOptions): Result<PlanFormat, AppError> {
  const named = options.format ?? (options.json === true ? 'json' : 'text');
  if (!isPlanFormat(named) || (options.json === true && named !== 'json'))
    return err({
      code: 'bad-format',
      path: '--format',
      message: `Expected ${options.json === true ? 'json, as --json says' : planFormats.join(', ')}; found "${named}".`,
    });
  return ok(named);
}

async function makePlan(file: string, options: DryRunOptions, line: PassingLine): Promise<Result<Planned, AppError>> {
  if (file === '-' && options.roster === '-')
    return err({
      code: 'usage',
      path: '--roster',
      message: 'Standard input can be the scenario or the roster, not both.',
      fix: 'Save one of them as a file.',
    });
  line.show('Reading the scenario');
  const read = await readScenarioFile(file);
  if (!read.ok) return read;
  const assumed = withAssumptions(read.value, options.assume);
  if (!assumed.ok) return assumed;
  const organisation = loadOrganisation(assumed.value.organisation, assumed.value.assumptions);
  if (!organisation.ok) return organisation;
  let continueWith: ((outcome: Organisation) => readonly VendorEvent[]) | undefined;
  if (options.roster !== undefined) {
    line.show('Reading the roster');
    const roster = await readRoster(options.roster, line);
    if (!roster.ok) return roster;
    continueWith = (outcome) => {
      line.wipe();
      return pushesOf(roster.value, outcome);
    };
  }
  return ok(
    playWithProgress(
      line,
      planSteps({ baseline: organisation.value, events: assumed.value.events, ...(continueWith ? { continueWith } : {}) }),
    ),
  );
}

/** `--assume A2=user`: stands above what the scenario says. */
function withAssumptions(scenario: Scenario, assume: readonly string[]): Result<Scenario, AppError> {
  const given: Record<string, string> = {};
  for (const [id, value] of Object.entries(scenario.assumptions)) given[id] = value;
  for (const setting of assume) {
    const at = setting.indexOf('=');
    if (at === -1)
      return err({ code: 'bad-assumption', path: '--assume', message: `Expected ID=VALUE, such as A2=user; found "${setting}".` });
    given[setting.slice(0, at).trim()] = setting.slice(at + 1).trim();
  }
  const settings = readAssumptions(given);
  return settings.ok ? ok({ ...scenario, assumptions: settings.value }) : err({ ...settings.error, path: '--assume' });
}

/** In JSON a line says nothing; these are of no user either. */
const ofWholeFile: ReadonlySet<RosterProblem['code']> = new Set(['bad-json', 'bad-entry', 'incomplete-list', 'not-read', 'no-people']);

async function readRoster(path: string, line: PassingLine): Promise<Result<Roster, AppError>> {
  const bytes = await readInput(path, maxRosterBytes);
  if (!bytes.ok) return bytes;
  const decoded = decodeText(bytes.value);
  if (!decoded.ok) return err({ ...decoded.error, path: `${path}${decoded.error.path === undefined ? '' : `, ${decoded.error.path}`}` });
  const { text } = decoded.value;
  const isJson = /^\s*[[{]/.test(text);
  const roster = isJson ? parseRosterJson(text) : parseRosterCsv(text);
  const where = (problem: RosterProblem): string =>
    !isJson ? `${path}, line ${problem.line}` : ofWholeFile.has(problem.code) ? path : `${path}, user ${problem.line}`;
  line.wipe();
  for (const problem of roster.problems)
    process.stderr.write(`${visibleText(`${where(problem)}: ${problem.severity}: ${problem.message} ${problem.fix}`)}\n`);
  const unread = roster.problems.find((problem) => problem.severity === 'error');
  if (roster.people.length === 0 && unread !== undefined)
    return err({ code: unread.code, path: where(unread), message: unread.message, fix: unread.fix });
  if (roster.people.length > maxRosterPeople)
    return err({
      code: 'too-many-people',
      path,
      message: `Expected at most ${maxRosterPeople} people; found ${roster.people.length}.`,
      fix: 'Check that it is the right file.',
    });
  return ok(roster);
}

function pushesOf(roster: Roster, outcome: Organisation): readonly VendorEvent[] {
  const { events, notices } = rosterEvents(roster, {
    hasActiveGroup: (displayName) => findGroup(outcome, displayName) !== undefined,
    isInOtherOrganisation: (email) => isInOtherOrganisation(outcome, email),
  });
  for (const notice of notices) process.stderr.write(`Note: ${explainRosterNotice(notice)}\n`);
  return events;
}

function playWithProgress(line: PassingLine, steps: ReturnType<typeof planSteps>): Planned {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      line.wipe();
      return step.value;
    }
    if (step.value.stage === 'playing')
      line.show(`${Math.floor((100 * step.value.done) / step.value.total)} % of ${step.value.total} events`);
  }
}

/** So many rows of each list fit what one reads in a terminal; the other formats have all. */
const terminalRows = 40;

/** A terminal has a width and, unless NO_COLOR asks otherwise, colour; a file or pipe has neither, and every row. */
function layoutFor(options: DryRunOptions): TextLayout {
  if (options.out !== undefined || process.stdout.isTTY !== true) return { columns: 80, colour: false, maxRows: null };
  return { columns: Math.max(40, process.stdout.columns), colour: (process.env['NO_COLOR'] ?? '') === '', maxRows: terminalRows };
}
