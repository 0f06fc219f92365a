import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRosterCsv } from '../../../../../shared/jumpcloud/roster-csv';
import { rosterEvents } from '../../../../../shared/jumpcloud/roster-events';
import { buildPlan } from '../../../../../shared/plan/build-plan';
import { plan } from '../../../../../shared/plan/planned';
import { loadOrganisation } from '../../../../../shared/vendor/load-organisation';
import { findGroup, isInOtherOrganisation } from '../../../../../shared/vendor/organisation';
import { readScenario } from '../../../../../shared/vendor/scenario';
import { bytesOf, must, openDesks } from './open-desks';

const workspaceId = 'w1';
const acme = resolve(import.meta.dirname, '../../../../../../shared/data/acme');
const slice = { workspaceId, search: '', offset: 0, limit: 500 };
const everybody = { ...slice, kind: null, group: null, sort: 'userName', descending: false } as const;

async function withAcme() {
  const opened = openDesks();
  const scenario = await readFile(`${acme}/scenario.json`);
  const roster = await readFile(`${acme}/roster.csv`);
  must(await opened.ask['organisation:import-scenario']({ workspaceId, name: 'scenario.json', parts: [scenario] }));
  const reading = must(await opened.ask['roster:read']({ workspaceId, name: 'roster.csv', parts: [roster] }));
  if (reading.kind !== 'read') throw new Error('the columns of the acme roster are ours');
  must(await opened.ask['roster:adopt']({ workspaceId, offerId: reading.roster.offerId }));
  return { ...opened, scenarioText: scenario.toString('utf8'), rosterText: roster.toString('utf8') };
}

/** The plan as the command makes it: the scenario's events or not, then the roster's pushes. */
function commandPlan(scenarioText: string, rosterText: string | null, withEvents: boolean) {
  const scenario = must(readScenario(scenarioText));
  const baseline = must(loadOrganisation(scenario.organisation, scenario.assumptions));
  return buildPlan(
    plan({
      baseline,
      events: withEvents ? scenario.events : [],
      ...(rosterText === null
        ? {}
        : {
            continueWith: (outcome) =>
              rosterEvents(parseRosterCsv(rosterText), {
                hasActiveGroup: (name) => findGroup(outcome, name) !== undefined,
                isInOtherOrganisation: (email) => isInOtherOrganisation(outcome, email),
              }).events,
          }),
    }),
  );
}

describe('the preview at its desk', () => {
  it('plays a scenario to the same plan as the command does', async () => {
    const { ask, scenarioText } = await withAcme();
    const outcome = must(await ask['preview:run']({ workspaceId }));
    const expected = commandPlan(scenarioText, null, true);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(outcome.run.summary).toEqual(expected.summary);
    const { outcome: fingerprint } = must(await ask['preview:proof']({ workspaceId }));
    expect({ ...outcome.run.provenance, outcome: fingerprint }).toEqual(expected.provenance);
    expect(outcome.run.provenance.writes).toBe(0);
  });

  it('pushes the roster on the same organisation to the same plan as the command with --roster does', async () => {
    const { ask, scenarioText, rosterText } = await withAcme();
    for (const play of ['roster', 'both'] as const) {
      must(await ask['preview:choose']({ workspaceId, play }));
      const outcome = must(await ask['preview:run']({ workspaceId }));
      const expected = commandPlan(scenarioText, rosterText, play === 'both');
      expect(outcome.kind === 'done' && outcome.run.summary).toEqual(expected.summary);
      const first = must(await ask['preview:people'](everybody));
      expect(first.total).toBe(expected.people.length);
      expect(first.rows.map(({ userName, before, after }) => ({ userName, before, after }))).toEqual(
        expected.people.slice(0, 500).map(({ userName, before, after }) => ({ userName, before, after })),
      );
      const conflicts = must(await ask['preview:conflicts'](slice));
      expect(conflicts.total).toBe(expected.conflicts.length);
      expect(conflicts.rows).toEqual(expected.conflicts.slice(0, 500));
    }
  });

  it('counts people of a kind as its filter lists them', async () => {
    const { ask } = await withAcme();
    const outcome = must(await ask['preview:run']({ workspaceId }));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const { kinds, summary } = outcome.run;
    expect(kinds['gains-admin']).toBe(summary.gainAdmin);
    expect(kinds['loses-admin']).toBe(summary.loseAdmin);
    expect(kinds.created).toBe(summary.usersCreated);
    for (const [kind, count] of Object.entries(kinds)) {
      const rows = must(await ask['preview:people']({ ...everybody, kind: kind as keyof typeof kinds }));
      expect([kind, rows.total]).toEqual([kind, count]);
    }
  });

  it('finds a person whose name has marks by a search without them', async () => {
    const { ask } = await withAcme();
    must(await ask['preview:run']({ workspaceId }));
    const found = must(await ask['preview:people']({ ...everybody, search: 'nguyen', kind: 'all' }));
    expect(found.total).toBeGreaterThan(0);
    expect(found.rows.every((row) => row.name.endsWith('Nguyễn') || row.userName.includes('nguyen'))).toBe(true);
  });

  it('says that a run is stale once what it was made from has changed, and fresh when the change is undone', async () => {
    const { ask } = await withAcme();
    must(await ask['preview:run']({ workspaceId }));
    expect(must(await ask['preview:view']({ workspaceId })).run?.stale).toBe(false);
    must(await ask['organisation:edit']({ workspaceId, edit: { kind: 'rules', rules: [], label: 'Remove all rules' } }));
    expect(must(await ask['preview:view']({ workspaceId })).run?.stale).toBe(true);
    const undone = must(await ask['organisation:undo']({ workspaceId }));
    expect(undone.redo).toBe('Remove all rules');
    expect(must(await ask['preview:view']({ workspaceId })).run?.stale).toBe(false);
  });

  it('stops a run when it is cancelled, keeps the one before and can run again', async () => {
    const { ask, progress } = await withAcme();
    must(await ask['preview:run']({ workspaceId }));
    const before = must(await ask['preview:view']({ workspaceId })).run?.runId;
    const running = ask['preview:run']({ workspaceId });
    await ask['preview:cancel']({ workspaceId });
    expect(must(await running)).toEqual({ kind: 'cancelled' });
    expect(must(await ask['preview:view']({ workspaceId })).run?.runId).toBe(before);
    expect(must(await ask['preview:run']({ workspaceId })).kind).toBe('done');
    expect(progress.some((step) => step.stage === 'playing' && step.total > 0)).toBe(true);
  });

  it('hears a cancel while it makes the index of a run, and leaves what was shown as it was, what-ifs and all', async () => {
    const { ask, progress } = await withAcme();
    must(await ask['preview:run']({ workspaceId }));
    must(await ask['preview:what-if']({ workspaceId, action: { kind: 'delete-group', displayName: 'eng-leads' } }));
    const rows = { workspaceId, search: '', kind: null, group: null, sort: 'userName', descending: false, offset: 0, limit: 500 } as const;
    const shown = async () => [must(await ask['preview:view']({ workspaceId })).run, must(await ask['preview:people'](rows))];
    const before = await shown();
    const comparing = () => progress.filter((step) => step.stage === 'comparing' && step.total === 100).length;
    const toldBefore = comparing();
    const running = ask['preview:run']({ workspaceId });
    while (comparing() === toldBefore) await new Promise((resolve) => setImmediate(resolve));
    await ask['preview:cancel']({ workspaceId });
    expect(must(await running)).toEqual({ kind: 'cancelled' });
    expect(await shown()).toEqual(before);
    expect(must(await ask['preview:what-if-undo']({ workspaceId })).whatIf.steps).toEqual([]);
  });

  it('plays a what-if that is tried while another run is made on that run as well', async () => {
    const { ask } = await withAcme();
    must(await ask['preview:run']({ workspaceId }));
    const running = ask['preview:run']({ workspaceId });
    must(await ask['preview:what-if']({ workspaceId, action: { kind: 'delete-group', displayName: 'eng-leads' } }));
    expect(must(await running)).toMatchObject({ kind: 'done', run: { whatIf: { steps: [{ label: 'delete group eng-leads' }] } } });
  });

  it.each(['html', 'markdown', 'text', 'json'] as const)(
    'calls the export as %s off when it is asked to, and leaves no file',
    async (format) => {
      const { ask } = await withAcme();
      must(await ask['preview:run']({ workspaceId }));
      const folder = await mkdtemp(join(tmpdir(), 'scim-preflight-export-'));
      const path = join(folder, 'plan');
      const saving = ask['preview:export']({ workspaceId, format, everybody: true, path });
      await ask['preview:cancel-export']({ workspaceId });
      expect(must(await saving)).toBeNull();
      expect(await readdir(folder)).toEqual([]);
      expect(must(await ask['preview:export']({ workspaceId, format, everybody: true, path }))).toBe(path);
      await rm(folder, { recursive: true });
    },
  );

  it('is where it was when the workspace is opened anew', async () => {
    const { ask, documents } = await withAcme();
    must(await ask['roster:tick']({ workspaceId, names: ['eng-leads'], ticked: false }));
    must(await ask['preview:choose']({ workspaceId, play: 'roster', otherAssumptions: ['A2'] }));
    const again = openDesks(documents);
    const view = must(await again.ask['preview:view']({ workspaceId }));
    expect(view).toMatchObject({ play: 'roster', otherAssumptions: ['A2'], run: null, roster: { people: 2000, name: 'roster.csv' } });
    expect(view.roster?.ticked).toBe((view.roster?.groups ?? 0) - 1);
    expect(must(await again.ask['organisation:view']({ workspaceId })).rules).toHaveLength(6);
  });

  it('takes an imported scenario back whole, and makes it again: organisation, events, answers and what is played', async () => {
    const { ask, documents } = await withAcme();
    const sides = async (desk = ask) => {
      const { play, events, otherAssumptions, rules } = must(await desk['preview:view']({ workspaceId }));
      return { play, events, otherAssumptions, rules, organisation: must(await desk['organisation:view']({ workspaceId })).counts };
    };
    must(await ask['preview:choose']({ workspaceId, play: 'both', otherAssumptions: ['A6'] }));
    const acmeSide = await sides();
    expect(acmeSide).toMatchObject({ play: 'both', events: { source: 'scenario.json' }, otherAssumptions: ['A6'], rules: 6 });
    const other = { format: 'scim-preflight/scenario@1', organisation: { name: 'Other' }, assumptions: { A2: 'other' }, events: [] };
    must(await ask['organisation:import-scenario']({ workspaceId, name: 'other.json', parts: [bytesOf(JSON.stringify(other))] }));
    const otherSide = await sides();
    expect(otherSide).toMatchObject({ play: 'roster', events: null, otherAssumptions: ['A2'], rules: 0 });
    must(await ask['organisation:undo']({ workspaceId }));
    expect(await sides()).toEqual(acmeSide);
    expect(await sides(openDesks(documents).ask)).toEqual(acmeSide);
    must(await ask['organisation:redo']({ workspaceId }));
    expect(await sides()).toEqual(otherSide);
  });

  it('takes an edit back without touching what was chosen since', async () => {
    const { ask } = await withAcme();
    must(await ask['organisation:edit']({ workspaceId, edit: { kind: 'rules', rules: [], label: 'No rules' } }));
    must(await ask['preview:choose']({ workspaceId, play: 'both', otherAssumptions: ['A6'] }));
    must(await ask['organisation:undo']({ workspaceId }));
    expect(must(await ask['preview:view']({ workspaceId }))).toMatchObject({ rules: 6, play: 'both', otherAssumptions: ['A6'] });
  });

  it('takes back the edit that is still being written when undo comes right after it', async () => {
    const { ask } = await withAcme();
    const none = { kind: 'rules', rules: [], label: 'No rules' } as const;
    void ask['organisation:edit']({ workspaceId, edit: { ...none, rules: [] } });
    must(await ask['organisation:undo']({ workspaceId }));
    expect(must(await ask['organisation:view']({ workspaceId }))).toMatchObject({ redo: 'No rules' });
    expect(must(await ask['preview:view']({ workspaceId })).rules).toBe(6);
  });

  it('refuses an edit after which there would be no organisation, and keeps what was there', async () => {
    const { ask } = await withAcme();
    const rules = [{ type: 'regex', pattern: '(', target: 'Team', autoApprove: true, priority: 1 }] as const;
    const refused = await ask['organisation:edit']({ workspaceId, edit: { kind: 'rules', rules: [...rules], label: 'Break' } });
    expect(refused.ok ? null : refused.error.path).toBe('organisation.rules[0].pattern');
    expect(must(await ask['organisation:view']({ workspaceId })).rules).toHaveLength(6);
  });
});

describe('the roster at its desk', () => {
  const csv = (...rows: string[]) => bytesOf(['email,firstname,lastname,groups', ...rows].join('\n'));
  const read = async (ask: ReturnType<typeof openDesks>['ask'], bytes: Uint8Array<ArrayBuffer>) => {
    const reading = must(await ask['roster:read']({ workspaceId, name: 'people.csv', parts: [bytes] }));
    if (reading.kind !== 'read') throw new Error(reading.kind);
    return reading.roster;
  };

  it('lists bad rows with their line numbers and reads the others', async () => {
    const { ask } = openDesks();
    const offered = await read(ask, csv('ann@acme.example,Ann,Lee,eng', 'not an address,Bob,Ray,eng', 'eva@acme.example,Eva'));
    expect(offered.counts).toMatchObject({ people: 1, groups: 1 });
    expect(offered.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'bad-email'],
      [4, 'wrong-field-count'],
    ]);
  });

  it('shows what importing again would change before it counts, and brings the old roster back', async () => {
    const { ask } = openDesks();
    const first = await read(ask, csv('ann@acme.example,Ann,Lee,eng', 'bob@acme.example,Bob,Ray,eng'));
    expect(first.diff).toBeNull();
    must(await ask['roster:adopt']({ workspaceId, offerId: first.offerId }));
    const second = await read(ask, csv('ann@acme.example,Ann,Lee,eng;qa', 'eva@acme.example,Eva,Kim,qa'));
    expect(second.diff?.changeCounts).toEqual({ joined: 1, left: 1, changed: 1 });
    expect(must(await ask['roster:view']({ workspaceId }))?.counts.people).toBe(2);
    must(await ask['roster:adopt']({ workspaceId, offerId: second.offerId }));
    const rows = must(await ask['roster:people']({ ...slice, group: null, sort: 'email', descending: false }));
    expect(rows.rows.map((person) => person.email)).toEqual(['ann@acme.example', 'eva@acme.example']);
    must(await ask['roster:undo']({ workspaceId }));
    const back = must(await ask['roster:people']({ ...slice, group: null, sort: 'email', descending: true }));
    expect(back.rows.map((person) => person.email)).toEqual(['bob@acme.example', 'ann@acme.example']);
  });

  it('says of a first roster whose import was taken back that it can be brought again', async () => {
    const { ask } = openDesks();
    const first = await read(ask, csv('ann@acme.example,Ann,Lee,eng'));
    must(await ask['roster:adopt']({ workspaceId, offerId: first.offerId }));
    expect(must(await ask['roster:taken-back']({ workspaceId }))).toBeNull();
    must(await ask['roster:undo']({ workspaceId }));
    expect(must(await ask['roster:view']({ workspaceId }))).toBeNull();
    expect(must(await ask['roster:taken-back']({ workspaceId }))).toEqual({ name: 'people.csv' });
    expect(must(await ask['roster:undo']({ workspaceId }))?.counts.people).toBe(1);
  });

  it('tells which ticks a choice changed, so that exactly those can be taken back', async () => {
    const { ask } = openDesks();
    const offered = await read(ask, csv('ann@acme.example,Ann,Lee,eng;qa;ops'));
    must(await ask['roster:adopt']({ workspaceId, offerId: offered.offerId }));
    must(await ask['roster:tick']({ workspaceId, names: ['qa'], ticked: false }));
    const { changed } = must(await ask['roster:tick']({ workspaceId, names: null, ticked: false }));
    expect([...changed].sort()).toEqual(['eng', 'ops']);
    expect(must(await ask['roster:tick']({ workspaceId, names: [...changed], ticked: true })).ticked).toBe(2);
  });

  it('asks which column is which where the names are not ours', async () => {
    const { ask } = openDesks();
    const bytes = bytesOf('Work Email,First Name,Surname,Member Of\nann@acme.example,Ann,Lee,eng|qa\n');
    const reading = must(await ask['roster:read']({ workspaceId, name: 'hr.csv', parts: [bytes] }));
    if (reading.kind !== 'unknown-columns') throw new Error(reading.kind);
    expect(reading.preview.suggestion).toEqual({ columns: { email: 0, firstname: 1, lastname: 2, groups: 3 }, groupSeparator: '|' });
    const mapped = must(await ask['roster:map-columns']({ workspaceId, fileId: reading.fileId, ...reading.preview.suggestion }));
    expect(mapped.kind === 'read' && mapped.roster.counts).toMatchObject({ people: 1, groups: 2 });
  });

  it('leaves out what is not bound to the application, and the people who have nothing else', async () => {
    const { ask } = openDesks();
    const offered = await read(ask, csv('ann@acme.example,Ann,Lee,eng', 'bob@acme.example,Bob,Ray,eng;qa', 'eva@acme.example,Eva,Kim,'));
    must(await ask['roster:adopt']({ workspaceId, offerId: offered.offerId }));
    expect(must(await ask['roster:tick']({ workspaceId, names: ['eng'], ticked: false })).ticked).toBe(1);
    const outcome = must(await ask['preview:run']({ workspaceId }));
    expect(outcome.kind === 'done' && outcome.run.notices).toEqual([
      { kind: 'unbound-not-pushed', fact: 'J12', people: ['ann@acme.example'] },
    ]);
    const people = must(await ask['preview:people'](everybody));
    expect(people.rows.map((row) => row.userName)).toEqual(['bob@acme.example', 'eva@acme.example']);
    const groups = must(await ask['preview:groups']({ ...slice, status: null, sort: 'displayName', descending: false }));
    expect(groups.rows.map(({ displayName, members }) => [displayName, members])).toEqual([['qa', 1]]);
  });
});
