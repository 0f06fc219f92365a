import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerBundle } from '../../../../electron/cli/bundle';
import { registerReplay } from '../../../../electron/cli/replay';
import { createScimServer } from '../../../../electron/node/scim-server/scim-server';
import { defaultAssumptions } from '../../../../shared/vendor/assumptions';
import { runCommand } from './run-command';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const acme = '../shared/data/acme/scenario.json';

describe('a bundle of what serve kept', () => {
  it('holds the requests without names and plays back identically', async () => {
    const started = createScimServer({
      data: folder,
      token: 'token-of-a-test',
      profile: 'vendor',
      origin: {
        organisation: {
          users: [{ userName: 'ann@acme.example', role: 'Admin' }],
          rules: [{ type: 'matchAll', target: 'Team', autoApprove: true, priority: 1 }],
        },
        assumptions: defaultAssumptions,
      },
    });
    if (!started.ok) throw new Error(started.error.message);
    const server = started.value;
    const listening = await server.listen(0);
    if (!listening.ok) throw new Error(listening.error.message);
    const send = async (path: string, body: object) => {
      const answer = await fetch(`${listening.value.baseUrl}${path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer token-of-a-test', 'content-type': 'application/scim+json' },
        body: JSON.stringify(body),
      });
      return { status: answer.status, json: (await answer.json()) as { id: string } };
    };
    const user = await send('/Users', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'bob@acme.example',
      active: true,
      displayName: 'Bob Ray',
      name: { givenName: 'Bob', familyName: 'Ray', formatted: 'Bob Ray' },
    });
    expect(user.status).toBe(201);
    // JumpCloud looks a user up before it creates one, the address percent-encoded.
    const looked = await fetch(`${listening.value.baseUrl}/Users?filter=${encodeURIComponent('userName eq "bob@acme.example"')}`, {
      headers: { authorization: 'Bearer token-of-a-test' },
    });
    expect(await looked.json()).toMatchObject({ totalResults: 1 });
    expect(
      (
        await send('/Groups', {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
          displayName: 'eng',
          members: [{ value: user.json.id }],
        })
      ).status,
    ).toBe(201);
    await server.close();

    const out = join(folder, 'bundle.json');
    const made = await runCommand(registerBundle, ['bundle', folder, '--out', out, '--json']);
    expect(JSON.parse(made.stdout)).toMatchObject({ people: 2, exchanges: 3 });
    const text = readFileSync(out, 'utf8');
    expect(text).not.toMatch(/bob|\bray\b|acme|token-of-a-test/i);
    const bundle = JSON.parse(text);
    expect(bundle.plan.people.map((person: { after: { teams: string[] } }) => person.after.teams)).toEqual([[], ['eng']]);
    const replayed = await runCommand(registerReplay, ['replay', out, '--json']);
    expect(JSON.parse(replayed.stdout)).toEqual({ identical: true, differences: [] });
  });
});

describe('bundle and replay', () => {
  it('give the identical plan back, and exit 0', async () => {
    const out = join(folder, 'b.json');
    const made = await runCommand(registerBundle, ['bundle', acme, '--out', out, '--json']);
    expect(made.exitCode).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({ out, exchanges: 0 });
    expect(readFileSync(out, 'utf8')).not.toContain('@acme.example');
    const replayed = await runCommand(registerReplay, ['replay', out, '--json']);
    expect(JSON.parse(replayed.stdout)).toEqual({ identical: true, differences: [] });
    expect(replayed.exitCode).toBe(0);
  });

  it('exits 2 and says where, when the plan is another', async () => {
    const out = join(folder, 'b.json');
    await runCommand(registerBundle, ['bundle', acme, '--out', out]);
    const bundle = JSON.parse(readFileSync(out, 'utf8'));
    bundle.plan.summary.peopleChanged += 1;
    writeFileSync(out, JSON.stringify(bundle));
    const replayed = await runCommand(registerReplay, ['replay', out, '--json']);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ identical: false, differences: [{ path: 'summary.peopleChanged' }] });
    expect(replayed.exitCode).toBe(2);
  });

  it.each([
    ['an unknown field', { x: 1 }, 'x'],
    [
      'an unknown field of an event',
      { scenario: { format: 'scim-preflight/scenario@1', events: [{ type: 'sync', zz: 1 }] } },
      'scenario.events[0].zz',
    ],
    ['another version', { format: 'scim-preflight/bundle@9' }, 'format'],
    ['requests that are no list', { exchanges: {} }, 'exchanges'],
  ])('replay names the JSON path of %s', async (_, change, path) => {
    const out = join(folder, 'bundle.json');
    await runCommand(registerBundle, ['bundle', acme, '--out', out]);
    writeFileSync(out, JSON.stringify({ ...JSON.parse(readFileSync(out, 'utf8')), ...change }));
    const run = await runCommand(registerReplay, ['replay', out, '--json']);
    expect(run.exitCode).toBe(1);
    const { error } = JSON.parse(run.stdout);
    expect(error.path).toBe(path);
    expect(error.message).not.toMatch(/Invalid input|Unrecognized|undefined/);
  });

  it.each([
    ['replay', ['no-such-file.json']],
    ['bundle', ['no-such-file.json', '--out', 'x.json']],
    ['bundle', ['.', '--out', 'x.json']],
  ] as const)('%s %j exits 1 with the reason as JSON', async (command, args) => {
    const run = await runCommand(command === 'replay' ? registerReplay : registerBundle, [command, ...args, '--json']);
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: expect.any(String), message: expect.any(String), path: expect.any(String) },
    });
  });
});
