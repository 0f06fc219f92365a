import { afterEach, describe, expect, test } from 'vitest';
import { createScimServer, type ScimServer } from '../../../../../electron/node/scim-server/scim-server';
import { VirtualJumpCloud } from '../../../../../electron/node/virtual-jumpcloud/virtual-jumpcloud';
import type { RosterPerson } from '../../../../../shared/jumpcloud/roster';
import { rosterEvents } from '../../../../../shared/jumpcloud/roster-events';
import { type Dialect, defaultDialect } from '../../../../../shared/jumpcloud/virtual/dialect';
import type { DirectoryChange } from '../../../../../shared/jumpcloud/virtual/directory';
import { builtInScripts } from '../../../../../shared/jumpcloud/virtual/scripts';
import { ok } from '../../../../../shared/result';
import type { ProfileName } from '../../../../../shared/scim/profile';
import { apply } from '../../../../../shared/vendor/apply';
import { defaultAssumptions } from '../../../../../shared/vendor/assumptions';
import { loadOrganisation } from '../../../../../shared/vendor/load-organisation';
import { findGroup, findPerson, type Organisation, people } from '../../../../../shared/vendor/organisation';
import type { OrganisationSpec } from '../../../../../shared/vendor/scenario';
import { viewPerson } from '../../../../../shared/vendor/view-person';
import { directoryOf, person } from '../../../shared/jumpcloud/virtual/play';

const organisation: OrganisationSpec = {
  users: [
    { userName: 'ann@acme.example', givenName: 'Ann', familyName: 'Lee', role: 'Admin', teams: ['eng-web'] },
    { userName: 'left@acme.example', givenName: 'Lou', familyName: 'Left' },
  ],
  entities: [{ type: 'Team', name: 'eng-web' }],
  groups: [{ displayName: 'taken-over', members: ['left@acme.example'], roles: ['Guest'] }],
  usersInOtherOrganisations: ['other@acme.example'],
  rules: [
    { type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: true, priority: 2 },
    { type: 'regex', pattern: '^qa-', target: 'ConcurrencyGroup', autoApprove: true, priority: 1 },
  ],
};

const roster: readonly RosterPerson[] = [
  person('ann@acme.example', ['eng-web', 'qa-a']),
  person('bob@acme.example', ['eng-web', 'qa-b', 'qa-a'], { firstname: 'Bob', lastname: 'Ray' }),
  person('cid@acme.example', ['taken-over']),
  person('other@acme.example', ['eng-web']),
  person('asleep@acme.example', ['qa-b'], { active: false }),
  person('staged@acme.example', ['qa-b'], { staged: true }),
];
const bound = ['eng-web', 'qa-a', 'qa-b', 'taken-over'];
const token = 'token-of-the-test-0000';

let server: ScimServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function setTheStage(profile: ProfileName, dialect: Partial<Dialect> = {}) {
  const made = createScimServer({ data: null, token, profile, origin: { organisation, assumptions: defaultAssumptions } });
  if (!made.ok) throw new Error(made.error.message);
  server = made.value;
  const listening = await server.listen(0);
  if (!listening.ok) throw new Error(listening.error.message);
  const { baseUrl } = listening.value;
  const written = { ...defaultDialect, ...dialect };
  const jumpcloud = new VirtualJumpCloud({
    directory: directoryOf(roster, bound),
    now: () => 0,
    nonce: () => '1',
    setUp: async () => {
      await made.value.act({ type: 'setGroupProvisioning', on: false });
      return ok(async () => void (await made.value.act({ type: 'setGroupProvisioning', on: true })));
    },
    onChange: () => undefined,
  });
  const play = async (id: string, change: DirectoryChange | null = null) => {
    const script = builtInScripts(written).find((one) => one.id === id)!;
    const target = { baseUrl, token, confirmedHost: null };
    const started = await jumpcloud.start({ script, target, change, testEmail: 'test+1@acme.example', groupBox: true, dialect: written });
    if (!started.ok) throw new Error(started.error.message);
    await jumpcloud.runToEnd();
    const view = jumpcloud.view!;
    return { ...view.outcome!, sent: view.sent, facts: view.outcome!.problems.flatMap(({ facts }) => facts) };
  };
  return { server, jumpcloud, play };
}

const membersOf = (org: Organisation, name: string): readonly string[] =>
  [...(findGroup(org, name)?.members ?? [])].map((id) => org.people.get(id)!.userName).sort();

const viewsOf = (org: Organisation) => Object.fromEntries([...people(org)].map((one) => [one.userName, viewPerson(org, one)]));

describe('the vendor’s profile', () => {
  test('Activate goes through, and leaves the test user deactivated and the test group deleted', async () => {
    const { play, server } = await setTheStage('vendor');
    expect(await play('activate')).toMatchObject({ result: 'pass', usedTestEmail: 'test+1@acme.example' });
    const org = server.organisation();
    expect(findPerson(org, 'test+1@acme.example')?.active).toBe(false);
    expect(findGroup(org, 'jumpcloud-test-1')).toBeUndefined();
  });

  test('I1: again with the used e-mail it fails', async () => {
    const { play } = await setTheStage('vendor');
    const { result, facts } = await play('activate-again');
    expect(result).toBe('fail');
    expect(facts).toContain('I1');
  });

  test('I2: with group provisioning off it fails, and is on again afterwards', async () => {
    const { play, server } = await setTheStage('vendor');
    const { result, facts } = await play('activate-groups-off');
    expect(result).toBe('fail');
    expect(facts).toContain('I2');
    expect(server.organisation().groupProvisioning).toBe(true);
  });

  test.each<[string, Partial<Dialect>]>([
    ['as JumpCloud is assumed to write', {}],
    ['in capitals and with booleans as text (J9, J10)', { operations: 'capital', booleans: 'text' }],
    ['with whole resources', { updates: 'PUT' }],
    ['as application/json, in portions of one', { contentType: 'application/json', membersPerRequest: 1 }],
  ])('what the preview says of the first sync and what the server then holds are equal: %s', async (_, dialect) => {
    const { play, server } = await setTheStage('vendor', dialect);
    const outcome = await play('first-sync');
    expect(outcome.problems.map(({ title }) => title)).toEqual(['other@acme.example was not created']);

    const loaded = loadOrganisation(organisation, defaultAssumptions);
    if (!loaded.ok) throw new Error(loaded.error.message);
    const { events } = rosterEvents(
      { people: roster, emptyGroups: [], hasNames: true, problems: [] },
      {
        hasActiveGroup: (name) => findGroup(loaded.value, name)?.state === 'active',
        isInOtherOrganisation: (email) => organisation.usersInOtherOrganisations!.includes(email),
      },
    );
    for (const [at, event] of events.entries()) apply(loaded.value, event, at);
    expect(viewsOf(server.organisation())).toEqual(viewsOf(loaded.value));
    for (const name of bound) expect(membersOf(server.organisation(), name)).toEqual(membersOf(loaded.value, name));
  });

  test('a second sync finds everything as it should be, but for the names that the vendor keeps', async () => {
    const { play } = await setTheStage('vendor');
    await play('first-sync');
    // Who is in another organisation is tried again each time.
    expect((await play('first-sync')).sent).toBe(2);
  });

  test('J12: unbinding deactivates those whom nothing else holds, and the group stays', async () => {
    const { play, server } = await setTheStage('vendor');
    await play('first-sync');
    expect((await play('unbind', { kind: 'unbind', group: 'taken-over' })).result).toBe('pass');
    const org = server.organisation();
    expect(findPerson(org, 'cid@acme.example')?.active).toBe(false);
    expect(findPerson(org, 'bob@acme.example')?.active).toBe(true);
    expect(findGroup(org, 'taken-over')?.state).toBe('active');
  });

  test('I6: a new name and e-mail are taken and ignored', async () => {
    const { play, server } = await setTheStage('vendor');
    await play('first-sync');
    const change = { kind: 'change-person', email: 'bob@acme.example', firstname: 'Rob', lastname: 'Ray', to: 'rob@acme.example' } as const;
    expect((await play('change-person', change)).facts).toContain('I6');
    expect(findPerson(server.organisation(), 'bob@acme.example')).toMatchObject({ givenName: 'Bob' });
  });

  test('join, leave, rename, suspend, come back, delete: each leaves what it should', async () => {
    const { play, server } = await setTheStage('vendor');
    await play('first-sync');
    const org = () => server.organisation();
    await play('join', { kind: 'join', email: 'cid@acme.example', group: 'eng-web' });
    expect(membersOf(org(), 'eng-web')).toContain('cid@acme.example');
    await play('leave', { kind: 'leave', email: 'cid@acme.example', group: 'eng-web' });
    expect(membersOf(org(), 'eng-web')).not.toContain('cid@acme.example');
    await play('rename-group', { kind: 'rename-group', group: 'eng-web', to: 'eng-site' });
    expect([...org().entities.values()].filter(({ type }) => type === 'Team').map(({ name }) => name)).toEqual(['eng-site']);
    await play('suspend', { kind: 'suspend', email: 'ann@acme.example' });
    expect(findPerson(org(), 'ann@acme.example')?.active).toBe(false);
    await play('resume', { kind: 'resume', email: 'ann@acme.example' });
    expect(findPerson(org(), 'ann@acme.example')?.active).toBe(true);
    await play('delete-group', { kind: 'delete-group', group: 'qa-a' });
    expect(findGroup(org(), 'qa-a')).toBeUndefined();
    await play('delete-person', { kind: 'delete-person', email: 'bob@acme.example' });
    expect(membersOf(org(), 'eng-site')).toEqual(['ann@acme.example']);
    expect(findPerson(org(), 'bob@acme.example')?.active).toBe(false);
  });

  test('I9: a userName that is no e-mail is refused', async () => {
    const { play } = await setTheStage('vendor', { userName: 'username' });
    const { result, facts } = await play('activate');
    expect(result).toBe('fail');
    expect(facts).toContain('I9');
  });
});

describe('a generic service provider', () => {
  test('the used test e-mail is free again, since DELETE removes', async () => {
    const { play, server } = await setTheStage('rfc');
    expect((await play('activate-again')).result).toBe('pass');
    expect(findPerson(server.organisation(), 'test+1@acme.example')).toBeUndefined();
  });

  test('the first sync and every change go through; names and e-mails change', async () => {
    const { play, server } = await setTheStage('rfc');
    expect((await play('first-sync')).result).toBe('pass');
    const change = { kind: 'change-person', email: 'bob@acme.example', firstname: 'Rob', lastname: 'Ray', to: 'rob@acme.example' } as const;
    expect((await play('change-person', change)).result).toBe('pass');
    expect(findPerson(server.organisation(), 'rob@acme.example')).toMatchObject({ givenName: 'Rob' });
    expect((await play('unbind', { kind: 'unbind', group: 'taken-over' })).result).toBe('pass');
    expect((await play('delete-person', { kind: 'delete-person', email: 'cid@acme.example' })).result).toBe('pass');
  });
});
