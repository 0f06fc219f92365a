import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualJumpCloud } from '../../../../../electron/node/virtual-jumpcloud/virtual-jumpcloud';
import { type Dialect, defaultDialect } from '../../../../../shared/jumpcloud/virtual/dialect';
import type { DirectoryChange } from '../../../../../shared/jumpcloud/virtual/directory';
import { builtInScripts } from '../../../../../shared/jumpcloud/virtual/scripts';
import { err } from '../../../../../shared/result';
import { type ScimmyService, startScimmyService } from '../../../../fakes/scimmy-service';
import { directoryOf, person } from '../../../shared/jumpcloud/virtual/play';

const token = 'token-of-a-foreign-service';
const roster = [
  person('ann@acme.example', ['eng', 'qa']),
  person('bob@acme.example', ['eng'], { firstname: 'Bob', lastname: 'Ray' }),
  person('cid@acme.example', ['qa']),
];

let service: ScimmyService;
beforeEach(async () => {
  service = await startScimmyService(token);
});
afterEach(() => service.close());

function rehearse(dialect: Partial<Dialect> = {}) {
  const written = { ...defaultDialect, ...dialect };
  const jumpcloud = new VirtualJumpCloud({
    directory: directoryOf(roster, ['eng', 'qa']),
    now: () => 0,
    nonce: () => '1',
    setUp: async () => err({ code: 'not-ours', message: 'not a server of this app' }),
    onChange: () => undefined,
  });
  return async (id: string, change: DirectoryChange | null = null): Promise<string> => {
    const script = builtInScripts(written).find((one) => one.id === id)!;
    const target = { baseUrl: service.baseUrl, token, confirmedHost: null };
    const started = await jumpcloud.start({ script, target, change, testEmail: 'test+1@acme.example', groupBox: true, dialect: written });
    if (!started.ok) throw new Error(started.error.message);
    await jumpcloud.runToEnd();
    const outcome = jumpcloud.view!.outcome!;
    return [outcome.result, ...outcome.problems.map(({ title }) => title)].join('; ');
  };
}

const emailOf = (id: unknown): string => String(service.users.get(String(id))?.['userName']).split('@')[0] ?? '';
/** The service as its own maps have it: people with a mark where inactive, groups with their members. */
const held = () => ({
  people: [...service.users.values()].map((user) => `${emailOf(user.id)}${user['active'] === false ? ' off' : ''}`).sort(),
  groups: Object.fromEntries(
    [...service.groups.values()].map((group) => [
      group['displayName'],
      ((group['members'] ?? []) as { value: string }[]).map(({ value }) => emailOf(value)).sort(),
    ]),
  ),
});

describe('a service that somebody else wrote (scimmy)', () => {
  test('Test Connection and Activate pass and leave nothing behind; the used e-mail is free again where DELETE deletes (J2)', async () => {
    const play = rehearse();
    expect(await play('test-connection')).toBe('pass');
    expect(await play('activate')).toBe('pass');
    expect(await play('activate-again')).toBe('pass');
    expect(held()).toEqual({ people: [], groups: {} });
  });

  test.each<[string, Partial<Dialect>]>([
    ['as JumpCloud is assumed to write', {}],
    ['in capitals', { operations: 'capital' }],
    ['with whole resources, members one by one', { updates: 'PUT', membersPerRequest: 1 }],
  ])('a year in the life of a directory: %s', async (_name, dialect) => {
    const play = rehearse(dialect);
    expect(await play('first-sync')).toBe('pass');
    expect(held()).toEqual({ people: ['ann', 'bob', 'cid'], groups: { eng: ['ann', 'bob'], qa: ['ann', 'cid'] } });
    expect(await play('first-sync')).toBe('pass');
    expect(await play('join', { kind: 'join', email: 'bob@acme.example', group: 'qa' })).toBe('pass');
    expect(await play('leave', { kind: 'leave', email: 'ann@acme.example', group: 'eng' })).toBe('pass');
    expect(held().groups).toEqual({ eng: ['bob'], qa: ['ann', 'bob', 'cid'] });
    expect(await play('rename-group', { kind: 'rename-group', group: 'eng', to: 'engineering' })).toBe('pass');
    expect(await play('suspend', { kind: 'suspend', email: 'cid@acme.example' })).toBe('pass');
    expect(held()).toEqual({ people: ['ann', 'bob', 'cid off'], groups: { engineering: ['bob'], qa: ['ann', 'bob', 'cid'] } });
    expect(await play('resume', { kind: 'resume', email: 'cid@acme.example' })).toBe('pass');
    // J12: the group stays, whom nothing else holds is deactivated; Bob is in the other group.
    expect(await play('unbind', { kind: 'unbind', group: 'qa' })).toBe('pass');
    expect(held()).toEqual({ people: ['ann off', 'bob', 'cid off'], groups: { engineering: ['bob'], qa: ['ann', 'bob', 'cid'] } });
    expect(await play('delete-person', { kind: 'delete-person', email: 'bob@acme.example' })).toBe('pass');
    expect(held().people).toEqual(['ann off', 'cid off']);
    expect(held().groups['engineering']).toEqual([]);
    expect(await play('delete-group', { kind: 'delete-group', group: 'engineering' })).toBe('pass');
    expect(Object.keys(held().groups)).toEqual(['qa']);
  });
});
