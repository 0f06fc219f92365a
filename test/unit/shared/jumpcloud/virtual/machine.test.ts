import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../../../../shared/jumpcloud/virtual/memory';
import { directoryOf, person, play } from './play';
import { smallService } from './small-service';

const codes = (outcome: { readonly problems: readonly { readonly code: string }[] }): readonly string[] =>
  outcome.problems.map((problem) => problem.code);

describe('Test Connection and Activate', () => {
  test('J2, J3: looks up, creates a test user and a test group, and removes both', () => {
    const service = smallService();
    const { outcome } = play('test-connection', service.answer);
    expect(service.lines).toEqual([
      'GET /Users?filter=userName eq "test+1@acme.example"',
      'POST /Users',
      'GET /Groups?filter=displayName eq "jumpcloud-test-1"',
      'POST /Groups',
      'PATCH /Groups/101',
      'DELETE /Groups/101',
      'DELETE /Users/100',
    ]);
    expect(outcome).toMatchObject({ result: 'pass', testEmailUsed: true, problems: [] });
  });

  test('J16: Activate asks for both lists first', () => {
    const service = smallService();
    play('activate', service.answer);
    expect(service.lines.slice(0, 2)).toEqual(['GET /Users?startIndex=1&count=100', 'GET /Groups?startIndex=1&count=100']);
  });

  test('with the group box unticked nothing is said about groups', () => {
    const service = smallService({ groupsOff: true });
    const { outcome } = play('activate', service.answer, { groupBox: false });
    expect(service.lines.some((line) => line.includes('/Groups'))).toBe(false);
    expect(outcome.result).toBe('pass');
  });

  test('I1: the used test e-mail stays behind deactivated and fails the second activation', () => {
    const service = smallService();
    const { outcome } = play('activate-again', service.answer);
    expect(outcome.result).toBe('fail');
    expect(codes(outcome)).toEqual(['test-email-burnt']);
    expect(service.users).toMatchObject([{ userName: 'test+1@acme.example', active: false }]);
  });

  test('I2: with group provisioning off the test group is refused and the test user is removed all the same', () => {
    const service = smallService({ groupsOff: true });
    const { outcome } = play('activate', service.answer);
    expect(outcome.result).toBe('fail');
    expect(codes(outcome)).toEqual(['groups-off']);
    expect(service.lines.at(-1)).toBe('DELETE /Users/100');
  });

  test('J2: where DELETE is not supported the test user is deactivated', () => {
    const service = smallService({ deleteUser: 501 });
    const { outcome } = play('activate', service.answer);
    expect(service.lines.slice(-2)).toEqual(['DELETE /Users/100', 'PATCH /Users/100']);
    expect(codes(outcome)).toEqual(['not-deletable', 'user-left-behind']);
    expect(outcome.result).toBe('warn');
  });

  test('J3: an active person of that e-mail is neither changed nor removed', () => {
    const service = smallService();
    play('first-sync', service.answer, { directory: directoryOf([person('ann@acme.example', ['a'])], ['a']) });
    const before = service.lines.length;
    const { outcome } = play('activate', service.answer, { testEmail: 'ann@acme.example' });
    expect(codes(outcome)).toEqual(['test-email-taken']);
    expect(service.lines.slice(before).every((line) => line.startsWith('GET'))).toBe(true);
  });

  test('J5: a number as id stops the test, and what was made is removed', () => {
    const service = smallService();
    const { outcome } = play('test-connection', (request) => {
      const answer = service.answer(request);
      const body = answer.kind === 'answered' && request.method === 'POST' ? { ...(answer.body as object), id: 100 } : undefined;
      return answer.kind === 'answered' && body !== undefined ? { ...answer, body } : answer;
    });
    expect(codes(outcome)).toEqual(['id-not-text']);
    expect(service.users).toMatchObject([{ active: false }]);
  });

  test.each([
    [{ kind: 'failed', reason: 'connection refused' } as const, 'unreachable'],
    [{ kind: 'answered', status: 401, body: {} } as const, 'token-refused'],
    [{ kind: 'answered', status: 200, body: '<html>' } as const, 'no-list'],
  ])('what stops at once: %j is %s', (answer, code) => {
    const { outcome, sent } = play('activate', () => answer);
    expect(codes(outcome)).toEqual([code]);
    expect(sent).toHaveLength(1);
    expect(outcome.testEmailUsed).toBe(false);
  });
});

describe('First sync', () => {
  const people = [person('ann@acme.example', ['a', 'b']), person('bob@acme.example', ['b']), person('eve@acme.example', ['other'])];
  const directory = directoryOf(people, ['a', 'b']);

  test('J8, J11: looks up, creates people in their order, then groups in theirs; who is in no bound group is left out', () => {
    const service = smallService();
    const { outcome } = play('first-sync', service.answer, { directory });
    expect(service.lines).toEqual([
      'GET /Users?filter=userName eq "ann@acme.example"',
      'POST /Users',
      'GET /Users?filter=userName eq "bob@acme.example"',
      'POST /Users',
      'GET /Groups?filter=displayName eq "a"',
      'POST /Groups',
      'GET /Groups?filter=displayName eq "b"',
      'POST /Groups',
    ]);
    expect(service.groups).toEqual([
      { id: '102', displayName: 'a', members: ['100'] },
      { id: '103', displayName: 'b', members: ['100', '101'] },
    ]);
    expect(outcome.result).toBe('pass');
  });

  test('again, it sends nothing', () => {
    const service = smallService();
    const memory = emptyMemory();
    play('first-sync', service.answer, { directory, memory });
    expect(play('first-sync', service.answer, { directory, memory }).sent).toEqual([]);
  });

  test('J11: a group of the same name is taken over: superfluous members out, missing ones in', () => {
    const service = smallService();
    service.users.push({ id: '7', userName: 'old@acme.example', active: true, name: { givenName: 'O', familyName: 'L' } });
    service.groups.push({ id: '8', displayName: 'b', members: ['7'] });
    play('first-sync', service.answer, { directory: directoryOf(people.slice(0, 2), ['b']) });
    expect(service.lines.slice(-3)).toEqual(['GET /Groups?filter=displayName eq "b"', 'PATCH /Groups/8', 'PATCH /Groups/8']);
    expect(service.groups).toEqual([{ id: '8', displayName: 'b', members: ['100', '101'] }]);
  });

  test('J11: a group that holds nobody is not created', () => {
    const service = smallService();
    play('first-sync', service.answer, { directory: directoryOf(people, ['a', 'nobody']) });
    expect(service.groups.map((group) => group.displayName)).toEqual(['a']);
  });

  test('J13, J18: staged people and those without a last name are left out; suspended ones come deactivated', () => {
    const service = smallService();
    const odd = [
      person('staged@acme.example', ['a'], { staged: true }),
      person('nameless@acme.example', ['a'], { lastname: '' }),
      person('suspended@acme.example', ['a'], { active: false }),
    ];
    play('first-sync', service.answer, { directory: directoryOf(odd, ['a']) });
    expect(service.users.map(({ userName, active }) => [userName, active])).toEqual([['suspended@acme.example', false]]);
  });

  test('a person of another organisation is passed over and is no member; the others go through', () => {
    const service = smallService({ elsewhere: ['ann@acme.example'] });
    const { outcome } = play('first-sync', service.answer, { directory });
    expect(codes(outcome)).toEqual(['user-not-created']);
    expect(outcome.result).toBe('warn');
    expect(service.groups).toEqual([{ id: '101', displayName: 'b', members: ['100'] }]);
  });

  test('many members go in portions', () => {
    const service = smallService();
    const many = Array.from({ length: 25 }, (_, index) => person(`p${index}@acme.example`, ['a']));
    const { sent } = play('first-sync', service.answer, { directory: directoryOf(many, ['a']), dialect: { membersPerRequest: 10 } });
    const toGroups = sent.filter(({ request }) => request.path.startsWith('/Groups') && request.method !== 'GET');
    expect(toGroups.map(({ request }) => request.method)).toEqual(['POST', 'PATCH', 'PATCH']);
    expect(service.groups[0]?.members).toHaveLength(25);
  });

  test('J17: a portion that is taken but not stored is not sent for ever', () => {
    const service = smallService();
    service.groups.push({ id: '8', displayName: 'a', members: [] });
    const { outcome } = play(
      'first-sync',
      (request) =>
        request.method === 'PATCH'
          ? { kind: 'answered', status: 200, body: { id: '8', displayName: 'a', members: [] } }
          : service.answer(request),
      { directory: directoryOf(people.slice(0, 1), ['a']) },
    );
    expect(codes(outcome)).toEqual(['members-not-listed']);
  });
});

describe('changes in JumpCloud', () => {
  const people = [person('ann@acme.example', ['a', 'b']), person('bob@acme.example', ['a']), person('cid@acme.example', ['b'])];
  const directory = directoryOf(people, ['a', 'b']);
  const synced = () => {
    const service = smallService();
    const memory = emptyMemory();
    play('first-sync', service.answer, { directory, memory });
    service.lines.length = 0;
    return { service, memory, directory };
  };
  const active = (service: ReturnType<typeof smallService>): readonly string[] =>
    service.users.filter((user) => user.active).map((user) => user.userName);

  test('J17: a join is one add with a value array', () => {
    const { service, memory } = synced();
    const change = { kind: 'join', email: 'cid@acme.example', group: 'a' } as const;
    const { sent, outcome } = play('join', service.answer, { directory, memory, change });
    expect(sent.map(({ request }) => request.body)).toEqual([
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'add', path: 'members', value: [{ value: '102' }] }],
      },
    ]);
    expect(outcome.directory.roster.people[2]?.groups).toEqual(['b', 'a']);
  });

  test('J9: leaving is one remove; who is still held by another group stays active', () => {
    const { service, memory } = synced();
    play('leave', service.answer, { directory, memory, change: { kind: 'leave', email: 'ann@acme.example', group: 'a' } });
    expect(service.lines).toEqual(['PATCH /Groups/103']);
    expect(active(service)).toHaveLength(3);
  });

  test('J12: leaving the last bound group deactivates', () => {
    const { service, memory } = synced();
    play('leave', service.answer, { directory, memory, change: { kind: 'leave', email: 'bob@acme.example', group: 'a' } });
    expect(active(service)).toEqual(['ann@acme.example', 'cid@acme.example']);
  });

  test('J12: unbinding leaves the group there and deactivates those whom no other bound group holds', () => {
    const { service, memory } = synced();
    play('unbind', service.answer, { directory, memory, change: { kind: 'unbind', group: 'a' } });
    expect(service.lines).toEqual(['PATCH /Users/101']);
    expect(active(service)).toEqual(['ann@acme.example', 'cid@acme.example']);
    expect(service.groups).toHaveLength(2);
  });

  test('J12: a deleted group is deleted at the service', () => {
    const { service, memory } = synced();
    play('delete-group', service.answer, { directory, memory, change: { kind: 'delete-group', group: 'a' } });
    expect(service.lines).toEqual(['DELETE /Groups/103', 'PATCH /Users/101']);
  });

  test('J11: a rename is sent and remembered', () => {
    const { service, memory } = synced();
    const change = { kind: 'rename-group', group: 'a', to: 'A-team' } as const;
    const { outcome } = play('rename-group', service.answer, { directory, memory, change });
    expect(service.groups[0]?.displayName).toBe('A-team');
    service.lines.length = 0;
    play('first-sync', service.answer, { directory: outcome.directory, memory });
    expect(service.lines).toEqual([]);
  });

  test('J13: suspending deactivates, coming back activates', () => {
    const { service, memory } = synced();
    const gone = play('suspend', service.answer, { directory, memory, change: { kind: 'suspend', email: 'bob@acme.example' } });
    expect(active(service)).not.toContain('bob@acme.example');
    const change = { kind: 'resume', email: 'bob@acme.example' } as const;
    play('resume', service.answer, { directory: gone.outcome.directory, memory, change });
    expect(active(service)).toContain('bob@acme.example');
  });

  test('I6: a new e-mail that the service ignores is told', () => {
    const { service, memory } = synced();
    const change = { kind: 'change-person', email: 'bob@acme.example', firstname: 'Ann', lastname: 'Lee', to: 'rob@acme.example' } as const;
    const { outcome } = play('change-person', service.answer, { directory, memory, change });
    expect(codes(outcome)).toEqual(['user-name-immutable']);
  });

  test('a deleted person is taken out of each bound group first', () => {
    const { service, memory } = synced();
    play('delete-person', service.answer, { directory, memory, change: { kind: 'delete-person', email: 'ann@acme.example' } });
    expect(service.lines).toEqual(['PATCH /Groups/103', 'PATCH /Groups/104', 'DELETE /Users/100']);
  });

  test('J8: without a memory everything is looked up again, and the result is the same', () => {
    const { service } = synced();
    play('unbind', service.answer, { directory, change: { kind: 'unbind', group: 'a' } });
    expect(service.lines).toEqual(['GET /Users?filter=userName eq "bob@acme.example"', 'PATCH /Users/101']);
  });
});

describe('dialect', () => {
  const directory = directoryOf([person('ann@acme.example', ['a'])], ['a']);

  test('J9, J10: capitals and booleans as text', () => {
    const service = smallService();
    const memory = emptyMemory();
    const dialect = { operations: 'capital', booleans: 'text' } as const;
    play('first-sync', service.answer, { directory, memory });
    const { sent } = play('suspend', service.answer, {
      directory,
      memory,
      dialect,
      change: { kind: 'suspend', email: 'ann@acme.example' },
    });
    expect(sent[0]?.request.body).toMatchObject({ Operations: [{ op: 'Replace', path: 'active', value: 'False' }] });
  });

  test('names with quotes and backslashes are quoted as a filter wants it (RFC 7644 section 3.4.2.2)', () => {
    const name = 'a "b" \\ c & d/e';
    const { sent } = play('first-sync', smallService().answer, { directory: directoryOf([person('ann@acme.example', [name])], [name]) });
    const filter = new URLSearchParams(sent.find(({ stepId }) => stepId === 'look-up-group')?.request.path.split('?')[1]).get('filter');
    expect(filter).toBe(`displayName eq ${JSON.stringify(name)}`);
  });
});
