import { describe, expect, test } from 'vitest';
import { groupBody, groupUrn, patchBody, userBody, vendorGroupUrn, vendorUserUrn } from './messages';
import { type OpenServer, openServer, type Setting } from './open-server';

/** A server with ann, bob and cy; their ids in that order. */
async function withPeople(setting: Setting = {}): Promise<OpenServer & { readonly ids: readonly [string, string, string] }> {
  const open = openServer(setting);
  const ids: string[] = [];
  for (const name of ['ann', 'bob', 'cy']) ids.push((await open.ask('POST', '/Users', userBody(`${name}@acme.example`))).body.id);
  return { ...open, ids: ids as unknown as [string, string, string] };
}

const memberIds = (body: { readonly members: readonly { readonly value: string }[] }): readonly string[] =>
  body.members.map(({ value }) => value);
const roles = (...values: readonly string[]): object => ({ [vendorGroupUrn]: { LambdatestRoles: values } });

describe('Groups at the vendor (vendor-behaviour.md section 3)', () => {
  test('POST: 201, members with their e-mail as display, roles, meta', async () => {
    const { ask, ids } = await withPeople();
    const { status, body } = await ask('POST', '/Groups', groupBody('eng-backend', ids.slice(0, 2), roles('User')));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      schemas: [groupUrn, vendorGroupUrn],
      displayName: 'eng-backend',
      members: [
        { value: ids[0], display: 'ann@acme.example' },
        { value: ids[1], display: 'bob@acme.example' },
      ],
      [vendorGroupUrn]: { LambdatestRoles: ['User'] },
      meta: { resourceType: 'Group', created: expect.any(String), lastModified: expect.any(String) },
    });
    expect(body.id).toMatch(/^\d+$/);
    expect(ids).not.toContain(body.id);
  });

  test('POST: 409 uniqueness for an active name, without case (A10)', async () => {
    const { ask, hash } = await withPeople();
    await ask('POST', '/Groups', groupBody('eng'));
    const before = hash();
    expect(await ask('POST', '/Groups', groupBody('ENG'))).toMatchObject({ status: 409, body: { scimType: 'uniqueness', status: '409' } });
    expect(hash()).toBe(before);
  });

  test('names that differ in case only are two with A10 = other', async () => {
    const { ask } = await withPeople({ assumptions: { A10: 'other' } });
    await ask('POST', '/Groups', groupBody('eng'));
    expect((await ask('POST', '/Groups', groupBody('ENG'))).status).toBe(201);
  });

  test('DELETE is soft: 404 from then on, not listed, and POST of the name restores it without members', async () => {
    const { ask, ids } = await withPeople();
    const { id } = (await ask('POST', '/Groups', groupBody('eng', ids, roles('Admin')))).body;
    expect((await ask('DELETE', `/Groups/${id}`)).status).toBe(204);
    expect((await ask('GET', `/Groups/${id}`)).status).toBe(404);
    expect((await ask('DELETE', `/Groups/${id}`)).status).toBe(404);
    expect((await ask('GET', '/Groups')).body.totalResults).toBe(0);
    expect((await ask('GET', `/Users/${ids[0]}`)).body[vendorUserUrn].OrganizationRole).toBe('User');
    const restored = await ask('POST', '/Groups', groupBody('eng'));
    expect(restored).toMatchObject({ status: 201, body: { id, members: [], [vendorGroupUrn]: { LambdatestRoles: [] } } });
  });

  test('PUT replaces the whole membership', async () => {
    const { ask, ids } = await withPeople();
    const { id } = (await ask('POST', '/Groups', groupBody('eng', [ids[0], ids[1]]))).body;
    const answer = await ask('PUT', `/Groups/${id}`, groupBody('eng', [ids[1], ids[2]]));
    expect(answer.status).toBe(200);
    expect(memberIds(answer.body)).toEqual([ids[1], ids[2]]);
    expect(memberIds((await ask('PUT', `/Groups/${id}`, { schemas: [groupUrn], displayName: 'eng' })).body)).toEqual([]);
  });

  test('PUT with a taken name is 409 and changes nothing, members included', async () => {
    const { ask, ids, hash } = await withPeople();
    await ask('POST', '/Groups', groupBody('taken'));
    const { id } = (await ask('POST', '/Groups', groupBody('eng', ids))).body;
    const before = hash();
    expect((await ask('PUT', `/Groups/${id}`, groupBody('taken', []))).status).toBe(409);
    expect(hash()).toBe(before);
  });

  test('PATCH Add, then Remove with a value array (J9), as the vendor documents', async () => {
    const { ask, ids } = await withPeople();
    const { id } = (await ask('POST', '/Groups', groupBody('eng', [ids[0]]))).body;
    const added = await ask(
      'PATCH',
      `/Groups/${id}`,
      patchBody({ op: 'Add', path: 'members', value: [{ value: ids[1] }, { value: ids[2] }] }),
    );
    expect({ status: added.status, members: memberIds(added.body) }).toEqual({ status: 200, members: [...ids] });
    const removed = await ask('PATCH', `/Groups/${id}`, patchBody({ op: 'Remove', path: 'members', value: [{ value: ids[0] }] }));
    expect(memberIds(removed.body)).toEqual([ids[1], ids[2]]);
  });

  test('an Add sent twice changes nothing: same members, same version (J17)', async () => {
    const { ask, ids, server } = await withPeople();
    // All but the count of operations, which goes on with each request.
    const state = (): string => JSON.stringify(server.snapshot(), (key, value) => (key === 'seq' ? undefined : value));
    const { id } = (await ask('POST', '/Groups', groupBody('eng', [ids[0]]))).body;
    const add = patchBody({ op: 'add', path: 'members', value: [{ value: ids[1] }] });
    const first = await ask('PATCH', `/Groups/${id}`, add);
    const before = state();
    const second = await ask('PATCH', `/Groups/${id}`, add);
    expect(second.body).toEqual(first.body);
    expect(state()).toBe(before);
  });

  test('PATCH Replace of displayName renames; a taken name is 409', async () => {
    const { ask } = await withPeople();
    await ask('POST', '/Groups', groupBody('taken'));
    const { id } = (await ask('POST', '/Groups', groupBody('eng'))).body;
    const rename = (value: string) => ask('PATCH', `/Groups/${id}`, patchBody({ op: 'Replace', path: 'displayName', value }));
    expect((await rename('eng-platform')).body.displayName).toBe('eng-platform');
    expect(await rename('Taken')).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect((await ask('GET', `/Groups/${id}`)).body.displayName).toBe('eng-platform');
  });

  test('PATCH Replace of LambdatestRoles changes every member at once', async () => {
    const { ask, ids } = await withPeople();
    const { id } = (await ask('POST', '/Groups', groupBody('eng', ids))).body;
    const path = `${vendorGroupUrn}:LambdatestRoles`;
    expect((await ask('PATCH', `/Groups/${id}`, patchBody({ op: 'Replace', path, value: ['Admin'] }))).body[vendorGroupUrn]).toEqual({
      LambdatestRoles: ['Admin'],
    });
    for (const user of ids) expect((await ask('GET', `/Users/${user}`)).body[vendorUserUrn].OrganizationRole).toBe('Admin');
  });

  test('one PATCH of several operations is all or nothing', async () => {
    const { ask, ids, hash } = await withPeople();
    await ask('POST', '/Groups', groupBody('taken'));
    const { id } = (await ask('POST', '/Groups', groupBody('eng', [ids[0]]))).body;
    const before = hash();
    const answer = await ask(
      'PATCH',
      `/Groups/${id}`,
      patchBody(
        { op: 'add', path: 'members', value: [{ value: ids[1] }] },
        { op: 'remove', path: `members[value eq "${ids[0]}"]` },
        { op: 'replace', path: 'displayName', value: 'taken' },
      ),
    );
    expect(answer.status).toBe(409);
    expect(hash()).toBe(before);
  });

  test.each([
    ['default', 400, 'invalidValue'],
    ['other', 201, undefined],
  ] as const)('a member id that does not exist, A8 = %s: %i', async (A8, status, scimType) => {
    const { ask, ids } = await withPeople({ assumptions: { A8 } });
    const answer = await ask('POST', '/Groups', groupBody('eng', [ids[0], '999998']));
    expect(answer.status).toBe(status);
    expect(answer.body.scimType).toBe(scimType);
    if (status === 400) expect(answer.body.detail).toContain('members[1].value');
    else expect(memberIds(answer.body)).toEqual([ids[0]]);
  });

  test('403 for every write while group provisioning is off; what exists stays; reads by A9', async () => {
    const organisation = { groupProvisioning: false, groups: [{ displayName: 'eng' }] };
    const { ask, hash } = openServer({ organisation });
    const before = hash();
    const { id } = (await ask('GET', '/Groups')).body.Resources[0];
    const writes: readonly (readonly [string, string, unknown])[] = [
      ['POST', '/Groups', groupBody('new')],
      ['PUT', `/Groups/${id}`, groupBody('eng')],
      ['PATCH', `/Groups/${id}`, patchBody({ op: 'replace', path: 'displayName', value: 'x' })],
      ['DELETE', `/Groups/${id}`, undefined],
    ];
    for (const [method, path, body] of writes) expect((await ask(method, path, body)).status, method).toBe(403);
    expect(hash()).toBe(before);
    const strict = openServer({ organisation, assumptions: { A9: 'other' } });
    expect((await strict.ask('GET', '/Groups')).status).toBe(403);
    expect((await strict.ask('GET', `/Groups/${id}`)).status).toBe(403);
  });
});
