import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerDryRun } from '../../../../electron/cli/dry-run';
import type { Plan } from '../../../../shared/plan/plan';
import { runCommand } from './run-command';

const acme = '../shared/data/acme/scenario.json';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const scenario = (rest: object): string => write('scenario.json', JSON.stringify({ format: 'scim-preflight/scenario@1', ...rest }));
const dryRun = (...args: readonly string[]) => runCommand(registerDryRun, ['dry-run', ...args]);

/** The example of formats.md section 1 without its demotion by A2. */
const example = {
  organisation: {
    name: 'Acme',
    entities: [
      { type: 'Team', name: 'eng-backend' },
      { type: 'ConcurrencyGroup', name: 'QA Pool' },
      { type: 'SubOrganization', name: 'EU' },
    ],
    users: [
      {
        userName: 'ann@acme.example',
        givenName: 'Ann',
        familyName: 'Lee',
        role: 'Admin',
        teams: ['eng-backend'],
        concurrencyGroup: 'QA Pool',
      },
    ],
    groups: [
      {
        displayName: 'eng-backend',
        members: ['ann@acme.example'],
        roles: ['User'],
        mappings: [{ type: 'Team', name: 'eng-backend', status: 'Approved' }],
      },
    ],
    rules: [
      { type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: true, priority: 3 },
      { type: 'regex', pattern: '^qa-.*-team$', target: 'ConcurrencyGroup', autoApprove: true, priority: 2 },
      { type: 'matchAll', target: 'Team', autoApprove: false, priority: 1 },
    ],
  },
  events: [
    { type: 'pushUser', userName: 'bob@acme.example', givenName: 'Bob', familyName: 'Ray', role: 'User' },
    { type: 'pushGroup', displayName: 'qa-web-team', members: ['ann@acme.example', 'bob@acme.example'], roles: ['Guest'] },
  ],
};

describe('dry-run', () => {
  it('prints a plan of the format under --json, nothing else, and exits 2 when something changes', async () => {
    const run = await dryRun(acme, '--json');
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toBe('');
    const plan = JSON.parse(run.stdout) as Plan;
    expect(plan.format).toBe('scim-preflight/plan@1');
    expect(plan.provenance.writes).toBe(0);
    expect(plan.provenance.baselineAfter).toBe(plan.provenance.baselineBefore);
    expect(plan.summary.peopleChanged).toBe(plan.people.length);
    const names = plan.people.map((person) => person.userName);
    expect(names).toEqual([...names].sort());
  });

  it('is byte-identical for the same input', async () => {
    expect((await dryRun(acme, '--json', '--all')).stdout).toBe((await dryRun(acme, '--all', '--format', 'json')).stdout);
  });

  it('says for the example of the format what becomes of Ann and Bob', async () => {
    const plan = JSON.parse((await dryRun(scenario(example), '--json')).stdout) as Plan;
    expect(plan.entities).toContainEqual({ type: 'ConcurrencyGroup', name: 'qa-web-team', created: true });
    expect(plan.groups.find((group) => group.displayName === 'qa-web-team')?.mappings).toEqual([
      {
        type: 'ConcurrencyGroup',
        name: 'qa-web-team',
        status: 'Auto-Approved',
        targetDeleted: false,
        reason: 'rule regex ^qa-.*-team$ (priority 2)',
      },
    ]);
    const [ann, bob] = plan.people;
    expect(ann?.before).toEqual({ active: true, role: 'User', teams: ['eng-backend'], concurrencyGroup: 'QA Pool', subOrganization: null });
    expect(ann?.after).toEqual({
      active: true,
      role: 'User',
      teams: ['eng-backend'],
      concurrencyGroup: 'qa-web-team',
      subOrganization: null,
    });
    expect(bob?.before).toBeNull();
    expect(bob?.after).toEqual({ active: true, role: 'Guest', teams: [], concurrencyGroup: 'qa-web-team', subOrganization: null });
    expect(bob?.because.find((because) => because.effect === 'role Guest')).toMatchObject({
      event: 1,
      why: 'highest role over groups: qa-web-team=Guest',
      assumptions: [],
    });
  });

  it('lists everyone with --all', async () => {
    const file = scenario({ organisation: { users: [{ userName: 'b@x.example' }, { userName: 'a@x.example' }] } });
    expect((JSON.parse((await dryRun(file, '--json')).stdout) as Plan).people).toEqual([]);
    const all = JSON.parse((await dryRun(file, '--json', '--all')).stdout) as Plan;
    expect(all.people.map((person) => person.userName)).toEqual(['a@x.example', 'b@x.example']);
  });

  it('exits 0 when nothing changes', async () => {
    const run = await dryRun(scenario({ organisation: { users: [{ userName: 'a@x.example' }] } }), '--json');
    expect(run.exitCode).toBe(0);
    expect((JSON.parse(run.stdout) as Plan).summary).toMatchObject({ peopleChanged: 0, refusals: 0, conflicts: 0 });
  });

  const settled = {
    users: [{ userName: 'a@x.example', role: 'Admin', teams: ['t'] }, { userName: 'b@x.example' }],
    groups: [
      { displayName: 't', members: ['a@x.example'], roles: ['Admin'], mappings: [{ type: 'Team', name: 't', status: 'Approved' }] },
      { displayName: 'g' },
    ],
    usersInOtherOrganisations: ['o@x.example'],
  };
  const everybody = ['a@x.example', 'b@x.example'];

  it.each([
    ['a sync that finds all in order', [{ type: 'sync' }]],
    ['members who are in the group already', [{ type: 'addMembers', displayName: 't', members: ['a@x.example', 'A@X.example'] }]],
    ['the members that it has', [{ type: 'setMembers', displayName: 't', members: ['a@x.example'] }]],
    ['a person as they are', [{ type: 'pushUser', userName: 'a@x.example', role: 'Admin', active: true }]],
    ['a role that the person has', [{ type: 'setRole', userName: 'a@x.example', role: 'Admin' }]],
    ['a person of another organisation, refused', [{ type: 'pushUser', userName: 'o@x.example' }]],
    ['a member who does not exist, refused', [{ type: 'addMembers', displayName: 't', members: ['nobody@x.example'] }]],
    [
      'a team that is made and deleted again',
      [
        { type: 'createEntity', entity: { type: 'Team', name: 'n' } },
        { type: 'deleteEntity', entity: { type: 'Team', name: 'n' } },
      ],
    ],
    [
      'a member who comes and goes',
      [
        { type: 'addMembers', displayName: 'g', members: ['b@x.example'] },
        { type: 'removeMembers', displayName: 'g', members: ['b@x.example'] },
      ],
    ],
  ])('exits 0 after %s', async (_, events) => {
    const run = await dryRun(scenario({ organisation: settled, events }), '--json');
    expect((JSON.parse(run.stdout) as Plan).people).toEqual([]);
    expect(run.exitCode).toBe(0);
  });

  it.each([
    ['a member of a group that is mapped to nothing', [{ type: 'addMembers', displayName: 'g', members: everybody }]],
    ['a role of a group without members', [{ type: 'setGroupRoles', displayName: 'g', roles: ['Guest'] }]],
    ['a rule', [{ type: 'addRule', rule: { type: 'matchAll', target: 'Team', autoApprove: true, priority: 1 } }]],
    ['a group that is only renamed', [{ type: 'renameGroup', displayName: 'g', to: 'h' }]],
    ['the own role of somebody whose group has one', [{ type: 'pushUser', userName: 'a@x.example', role: 'Guest' }]],
    ['group provisioning switched off', [{ type: 'setGroupProvisioning', on: false }]],
    ['a new team', [{ type: 'createEntity', entity: { type: 'Team', name: 'n' } }]],
    ['a renamed team', [{ type: 'renameEntity', entity: { type: 'Team', name: 't' }, to: 'u' }]],
    ['an answer by hand', [{ type: 'rejectMapping', displayName: 't', entity: { type: 'Team', name: 't' } }]],
  ])('exits 2 after %s', async (_, events) => {
    expect((await dryRun(scenario({ organisation: settled, events }), '--json')).exitCode).toBe(2);
  });

  it('reads a BOM', async () => {
    const run = await dryRun(write('bom.json', '\ufeff{"format":"scim-preflight/scenario@1"}'), '--json');
    expect(run.exitCode).toBe(0);
  });

  it.each([
    ['an unknown version', '{"format":"scim-preflight/scenario@2"}', 'format'],
    ['an unknown field', '{"format":"scim-preflight/scenario@1","events":[{"type":"sync","x":1}]}', 'events[0].x'],
    [
      'a pattern of the wrong type',
      '{"format":"scim-preflight/scenario@1","organisation":{"rules":[{"type":"regex","pattern":5,"target":"Team","autoApprove":true,"priority":1}]}}',
      'organisation.rules[0].pattern',
    ],
    [
      'a pattern that is not linear',
      '{"format":"scim-preflight/scenario@1","organisation":{"rules":[{"type":"regex","pattern":"(?=a)b","target":"Team","autoApprove":true,"priority":1}]}}',
      'organisation.rules[0].pattern',
    ],
  ])('exits 1 for %s and names the JSON path', async (_, text, path) => {
    const run = await dryRun(write('bad.json', text), '--json');
    expect(run.exitCode).toBe(1);
    expect((JSON.parse(run.stdout) as { error: { path: string } }).error.path).toBe(path);
  });

  it('exits 1 for text that is not JSON, bytes that are not UTF-8, and a file that is not there', async () => {
    const broken = write('a.json', '{');
    expect(JSON.parse((await dryRun(broken, '--json')).stdout)).toMatchObject({ error: { code: 'not-json', path: broken } });
    expect((await dryRun(write('b.json', new Uint8Array([0xff, 0x7b])), '--json')).stdout).toContain('"code":"not-utf8"');
    const missing = await dryRun(join(folder, 'none.json'));
    expect(missing.exitCode).toBe(1);
    expect(missing.stdout).toBe('');
    expect(missing.stderr).toContain('none.json');
  });

  it('takes assumptions on the command line, and refuses unknown ones', async () => {
    const file = scenario({
      organisation: { users: [{ userName: 'a@x.example', role: 'Admin' }] },
      events: [{ type: 'pushGroup', displayName: 'g', members: ['a@x.example'] }],
    });
    const summary = async (...args: readonly string[]) => (JSON.parse((await dryRun(file, '--json', ...args)).stdout) as Plan).summary;
    expect((await summary()).loseAdmin).toBe(0);
    expect((await summary('--assume', 'A2=user')).loseAdmin).toBe(1);
    expect((await dryRun(file, '--json', '--assume', 'A99=user')).exitCode).toBe(1);
    expect((await dryRun(file, '--json', '--assume', 'A2')).stdout).toContain('"path":"--assume"');
  });

  it("pushes a roster after the scenario's events, and tells its bad rows on stderr", async () => {
    const roster = write(
      'roster.csv',
      'email,firstname,lastname,active,role,groups\r\na@x.example,A,B,true,,eng;qa\r\nnobody,A,B,true,,\r\n',
    );
    const run = await dryRun(scenario({}), '--roster', roster, '--json');
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('line 3');
    const plan = JSON.parse(run.stdout) as Plan;
    expect(plan.people.map((person) => person.userName)).toEqual(['a@x.example']);
    expect(plan.groups.map((group) => group.displayName)).toEqual(['eng', 'qa']);
    expect(plan.summary.unmapped).toBe(2);
  });

  it('does not wait for two files on one standard input', async () => {
    const run = await dryRun('-', '--roster', '-', '--json');
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { path: '--roster', message: expect.stringContaining('not both') } });
  });

  it('refuses a roster that would not fit into memory, before it plays it', async () => {
    const roster = write('roster.csv', `email\n${Array.from({ length: 300_001 }, (_, at) => `p${at}@x.example`).join('\n')}\n`);
    const run = await dryRun(scenario({}), '--roster', roster, '--json');
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: 'too-many-people', path: roster, message: expect.stringContaining('300001') },
    });
  });

  it('tells of a JSON roster which user is meant, and of the whole file no line', async () => {
    const user = { _id: '1', email: 'a@x.example', firstname: 'A', lastname: 'B', state: 'ACTIVATED' };
    const roster = write('roster.json', JSON.stringify({ systemusers: [user, { ...user, _id: '2', email: null }], devices: [] }));
    const { stderr } = await dryRun(scenario({}), '--roster', roster, '--json');
    expect(stderr).toContain(`${roster}, user 2: error:`);
    expect(stderr).toContain(`${roster}: warning: The field "devices" is not read.`);
  });

  it('writes --out whole, leaves no other file, and prints nothing', async () => {
    const out = join(folder, 'plan.json');
    const run = await dryRun(scenario(example), '--json', '--out', out);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect((JSON.parse(readFileSync(out, 'utf8')) as Plan).format).toBe('scim-preflight/plan@1');
    expect(readdirSync(folder).sort()).toEqual(['plan.json', 'scenario.json']);
    const failed = await dryRun(scenario(example), '--json', '--out', join(folder, 'no-such-folder', 'plan.json'));
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toContain('cannot-write');
    expect(existsSync(join(folder, 'no-such-folder'))).toBe(false);
  });

  it.each([
    ['text', 'What pushing would do to Acme'],
    ['markdown', '# What pushing would do to Acme'],
    ['html', '<!doctype html>'],
  ])('prints %s', async (format, start) => {
    const run = await dryRun(scenario(example), '--format', format);
    expect(run).toMatchObject({ exitCode: 2, stderr: '' });
    expect(run.stdout.startsWith(start)).toBe(true);
    expect(run.stdout).not.toContain('\u001b');
  });

  it('refuses an unknown format', async () => {
    const run = await dryRun(scenario({}), '--format', 'xml');
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain('json');
  });
});
