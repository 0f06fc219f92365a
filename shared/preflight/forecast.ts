import type { Probe, ProbeCode } from './probe';

/** What JumpCloud will meet, one line a step. `outcome` starts with `passes`, `fails`, `unknown` or `note`. */
export interface ForecastLine {
  readonly step: string;
  /** J-, I- or A-number with its confidence, as the facts give it. */
  readonly fact: string;
  readonly outcome: string;
}

export type Forecast = readonly ForecastLine[];

export interface ForecastContext {
  readonly isVendor: boolean;
  readonly wrote: boolean;
}

/**
 * Foretells Test Connection and Activate from the probes. JumpCloud's exact sequence is not known (jumpcloud-behaviour.md section 1):
 * the lines say which facts they follow from, and "unknown" where only writing would show it.
 */
export function forecast(probes: readonly Probe[], context: ForecastContext): Forecast {
  const probe = (code: ProbeCode): Probe | undefined => probes.find((one) => one.code === code);
  const failing = (...codes: readonly ProbeCode[]): Probe | undefined => codes.map(probe).find((one) => one?.result === 'fail');
  const reach = failing('base-url-shape', 'dns', 'tls', 'without-token', 'token', 'content-type', 'list-users');
  const lines: ForecastLine[] = [];
  const say = (step: string, fact: string, outcome: string): void => {
    lines.push({ step, fact, outcome });
  };
  say(
    'Test Connection: reach the endpoint',
    'J5, J15 (doc, seen)',
    reach === undefined ? 'passes: address, TLS and token are in order' : `fails: ${reach.meaning}`,
  );
  if (reach !== undefined && reach.code !== 'base-url-shape') {
    say('Test Connection and Activate', 'J2, J16 (doc, seen: weak)', 'fails: nothing further can work until the endpoint is reached');
    return lines;
  }
  say('Test Connection: look up the test e-mail', 'J3, J8 (doc, seen)', lookUp(probe('test-email'), failing('user-filter')));
  say('Test Connection: create the test user', 'J2 (doc)', written(probe('create-test-user'), failing('string-ids'), context));
  say(
    'Test Connection: create the test group, with the group box ticked',
    'J2, J6, I2 (doc, inferred)',
    groupOutcome(probe, failing('groups', 'group-filter'), context),
  );
  say('Test Connection: delete both again', 'J2, I1 (doc, inferred)', deletion(probe('delete-behaviour'), failing('delete-test-group')));
  say('Activate: list users, and groups with the box ticked', 'J16 (seen: weak)', activation(probe('groups'), failing('paging')));
  if (context.isVendor || probe('delete-behaviour')?.result === 'warn') {
    say(
      'Every later change of a setting',
      'J4, I1 (doc, inferred)',
      'note: asks for a test e-mail again, and a fresh one each time: the used one stays behind, deactivated',
    );
  }
  say(
    'With a match-all or matching rule that approves by itself',
    'J2, section 5 (inferred)',
    'note: the test group meets the rules like any other, and may leave a team or concurrency group of its name behind',
  );
  const stops = lines.filter((line) => line.outcome.startsWith('fails'));
  const unknown = lines.some((line) => line.outcome.startsWith('unknown'));
  say(
    'In all',
    'J2, J6, J16',
    stops.length > 0
      ? `fails: repair ${stops.length === 1 ? 'the step' : `the ${stops.length} steps`} above first`
      : unknown
        ? 'unknown: nothing stands against it so far; a write test shows the rest'
        : 'passes: Test Connection and Activate should go through',
  );
  return lines;
}

function lookUp(testEmail: Probe | undefined, filter: Probe | undefined): string {
  if (filter !== undefined) return `fails: ${filter.meaning}`;
  if (testEmail === undefined || testEmail.result === 'skipped') return 'unknown: no test e-mail was given';
  return testEmail.result === 'fail' ? `fails: ${testEmail.meaning}` : 'passes: nobody has it';
}

function written(create: Probe | undefined, ids: Probe | undefined, context: ForecastContext): string {
  if (ids !== undefined) return `fails: ${ids.meaning}`;
  if (create === undefined || create.result === 'skipped')
    return context.isVendor
      ? 'unknown: the vendor refuses an e-mail of another organisation with 400; only writing shows it'
      : 'unknown: only writing shows it';
  return create.result === 'fail' ? `fails: ${create.meaning}` : 'passes: the write test created one';
}

const groupProbes: readonly ProbeCode[] = ['create-test-group', 'group-members', 'remove-member', 'add-member', 'rename-group'];

function groupOutcome(probe: (code: ProbeCode) => Probe | undefined, groups: Probe | undefined, context: ForecastContext): string {
  if (groups !== undefined) return `fails: ${groups.meaning} Untick the box, or switch group provisioning on`;
  const made = groupProbes.map(probe);
  const broken = made.find((one) => one?.result === 'fail');
  if (broken !== undefined) return `fails: ${broken.meaning} Untick the box, or repair it`;
  if (made[0] === undefined || made[0].result === 'skipped')
    return context.isVendor
      ? 'unknown: reading groups is allowed even while group provisioning is off (A9), creating one then answers 403'
      : 'unknown: only writing shows it';
  return 'passes: the write test created, changed and deleted one';
}

function deletion(behaviour: Probe | undefined, group: Probe | undefined): string {
  if (group !== undefined) return `fails: ${group.meaning}`;
  if (behaviour === undefined || behaviour.result === 'skipped') return 'unknown: what DELETE does shows only a write test';
  if (behaviour.result === 'fail') return `fails: ${behaviour.meaning}`;
  return behaviour.result === 'warn'
    ? 'passes, but the test user stays behind as a deactivated account and its e-mail is burnt'
    : 'passes: users and groups are removed';
}

function activation(groups: Probe | undefined, paging: Probe | undefined): string {
  if (paging !== undefined) return `fails: ${paging.meaning}`;
  if (groups?.result === 'fail') return 'fails with the group box ticked; passes without it';
  return 'passes: both are answered with a ListResponse';
}
