import { describe, expect, test } from 'vitest';
import { enterpriseUrn, groupBody, patchBody, userBody, userUrn, vendorUserUrn } from './messages';
import { openServer } from './open-server';

const role = (value: string): object => ({ [vendorUserUrn]: { OrganizationRole: value } });

describe('Users at the vendor (vendor-behaviour.md section 2)', () => {
  test('POST of an unknown e-mail: 201 with the full user, role User unless told, a numeric string as id', async () => {
    const { ask } = openServer();
    const { status, body, headers } = await ask('POST', '/Users', userBody('jane@company.com'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      schemas: [userUrn, vendorUserUrn],
      userName: 'jane@company.com',
      active: true,
      name: { givenName: 'Jane', familyName: 'Doe', formatted: 'Jane Doe' },
      [vendorUserUrn]: { OrganizationRole: 'User' },
      meta: { resourceType: 'User', created: '2026-01-31T12:00:01.000Z', lastModified: '2026-01-31T12:00:01.000Z' },
    });
    expect(body.id).toMatch(/^\d+$/);
    expect(headers.get('location')).toBe(body.meta.location);
    expect(headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
  });

  test('POST of an e-mail that is there updates role and active, in any case of its letters, and is no duplicate', async () => {
    const { ask } = openServer();
    const first = await ask('POST', '/Users', userBody('jane@company.com'));
    const again = await ask('POST', '/Users', userBody('JANE@company.com', { active: false, ...role('Admin') }));
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({
      id: first.body.id,
      userName: 'jane@company.com',
      active: false,
      [vendorUserUrn]: { OrganizationRole: 'Admin' },
    });
    expect((await ask('GET', '/Users')).body.totalResults).toBe(1);
  });

  test('POST, and any request by id, for an e-mail of another organisation: 400', async () => {
    const organisation = { users: [{ userName: 'old@acme.example' }], usersInOtherOrganisations: ['old@acme.example', 'far@acme.example'] };
    const { ask, hash } = openServer({ organisation });
    const before = hash();
    const refused = await ask('POST', '/Users', userBody('far@acme.example'));
    expect(refused).toMatchObject({ status: 400, body: { scimType: 'invalidValue', status: '400' } });
    expect(refused.body.detail).toContain('team invite');
    const id = (await ask('GET', '/Users')).body.Resources[0].id;
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', userBody('old@acme.example')],
      ['PATCH', patchBody({ op: 'replace', path: 'active', value: false })],
      ['DELETE', undefined],
    ] as const)
      expect((await ask(method, `/Users/${id}`, body)).status, method).toBe(400);
    expect(hash()).toBe(before);
  });

  test.each([
    ['userName', { userName: undefined }],
    ['userName', { userName: '  ' }],
    ['userName', { userName: 'not-an-email' }],
    ['active', { active: undefined }],
    ['name.givenName', { name: undefined }],
    ['name.familyName', { name: { givenName: 'Jane' } }],
    ['OrganizationRole', role('Owner')],
    ['active', { active: 'maybe' }],
    ['name', { name: 'Jane Doe' }],
  ])('POST without a usable %s is 400 invalidValue and names it', async (part, change) => {
    const { ask, hash } = openServer();
    const before = hash();
    const { status, body } = await ask('POST', '/Users', { ...userBody('jane@company.com'), ...change });
    expect({ status, scimType: body.scimType }).toEqual({ status: 400, scimType: 'invalidValue' });
    expect(body.detail).toContain(part);
    expect(hash()).toBe(before);
  });

  test("PUT may leave out userName and name (the vendor's own example), and ignores new ones", async () => {
    const { ask } = openServer();
    const { id } = (await ask('POST', '/Users', userBody('jane@company.com'))).body;
    const short = await ask('PUT', `/Users/${id}`, { schemas: [userUrn], ...role('Admin'), active: false });
    expect(short).toMatchObject({
      status: 200,
      body: { userName: 'jane@company.com', active: false, [vendorUserUrn]: { OrganizationRole: 'Admin' } },
    });
    const renamed = await ask('PUT', `/Users/${id}`, userBody('other@company.com', { name: { givenName: 'Eve', familyName: 'Ray' } }));
    expect(renamed.status).toBe(200);
    expect(renamed.body).toMatchObject({
      userName: 'jane@company.com',
      active: true,
      name: { givenName: 'Jane', familyName: 'Doe', formatted: 'Jane Doe' },
    });
  });

  test('PATCH as the vendor writes it: capitalised operations, full URN as path', async () => {
    const { ask } = openServer();
    const { id } = (await ask('POST', '/Users', userBody('jane@company.com'))).body;
    const answer = await ask(
      'PATCH',
      `/Users/${id}`,
      patchBody(
        { op: 'Replace', path: 'active', value: false },
        { op: 'Replace', path: `${vendorUserUrn}:OrganizationRole`, value: 'Guest' },
      ),
    );
    expect(answer).toMatchObject({ status: 200, body: { active: false, [vendorUserUrn]: { OrganizationRole: 'Guest' } } });
  });

  test('LambdatestGroup puts a person into an existing concurrency group', async () => {
    const { ask } = openServer({ organisation: { entities: [{ type: 'ConcurrencyGroup', name: 'QA Pool' }] } });
    const created = await ask('POST', '/Users', userBody('jane@company.com', { [vendorUserUrn]: { LambdatestGroup: 'QA Pool' } }));
    expect(created.body[vendorUserUrn]).toEqual({ OrganizationRole: 'User', LambdatestGroup: 'QA Pool' });
  });

  test.each([
    ['default', 201, undefined],
    ['other', 400, 'invalidValue'],
  ] as const)('a LambdatestGroup that does not exist, A17 = %s: %i', async (A17, status, scimType) => {
    const { ask } = openServer({ assumptions: { A17 } });
    const answer = await ask('POST', '/Users', userBody('jane@company.com', { [vendorUserUrn]: { LambdatestGroup: 'Nowhere' } }));
    expect(answer.status).toBe(status);
    expect(answer.body.scimType).toBe(scimType);
  });

  test.each([
    ['a replace of a value that is not kept', { op: 'Replace', path: 'emails[type eq "work"].value', value: 'new@x.example' }],
    ['an attribute that is not kept', { op: 'Replace', path: 'title', value: 'Boss' }],
    ['an extension that is not kept', { op: 'Add', path: `${enterpriseUrn}:manager`, value: '42' }],
  ])('PATCH ignores %s, and does the rest of the request (J17)', async (_name, ignored) => {
    const { ask, server } = openServer();
    const { id } = (await ask('POST', '/Users', userBody('jane@company.com', { emails: [{ value: 'a@x.example', type: 'work' }] }))).body;
    const patched = await ask('PATCH', `/Users/${id}`, patchBody(ignored, { op: 'Replace', path: 'active', value: 'False' }));
    expect(patched).toMatchObject({ status: 200, body: { id, active: false } });
    expect(server.log.get(server.log.list({ limit: 1 }).exchanges[0]?.id ?? 0)?.deviations).toEqual(['few-attributes']);
    const unknown = await ask('PATCH', `/Users/${id}`, patchBody({ op: 'replace', path: 'shoeSize', value: 43 }));
    expect(unknown).toMatchObject({ status: 400, body: { scimType: 'invalidPath' } });
  });

  test('DELETE is 204 and only deactivates: the record stays, and its e-mail is taken (I1)', async () => {
    const { ask } = openServer();
    const { id } = (await ask('POST', '/Users', userBody('jane@company.com'))).body;
    const deleted = await ask('DELETE', `/Users/${id}`);
    expect(deleted).toMatchObject({ status: 204, body: null });
    expect((await ask('GET', `/Users/${id}`)).body).toMatchObject({ id, active: false });
    expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204);
    expect((await ask('POST', '/Users', userBody('jane@company.com'))).body.id).toBe(id);
  });

  test('404 for an unknown id, whatever its shape, by every method', async () => {
    const { ask } = openServer({ organisation: { users: [{ userName: 'a@b.example' }] } });
    for (const id of ['99999', '20001', '0', '-1', 'abc', '20000x', '1e5', '%F0%9F%92%A5', '__proto__'])
      for (const [method, body] of [
        ['GET', undefined],
        ['PUT', userBody('a@b.example')],
        ['PATCH', patchBody({ op: 'replace', path: 'active', value: true })],
        ['DELETE', undefined],
      ] as const)
        expect((await ask(method, `/Users/${id}`, body)).status, `${method} ${id}`).toBe(404);
  });

  test('a list has itemsPerPage 20 by default, and nobody is an empty list', async () => {
    const { ask } = openServer();
    const path = `/Users?filter=${encodeURIComponent('userName eq "nobody@company.com"')}`;
    expect((await ask('GET', path)).body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 20,
      Resources: [],
    });
  });

  test('the role that groups give is shown, and a PATCH of active alone does not make it the own one', async () => {
    const organisation = {
      users: [{ userName: 'ann@acme.example' }],
      groups: [{ displayName: 'g', members: ['ann@acme.example'], roles: ['Admin' as const] }],
    };
    const { ask } = openServer({ organisation });
    const { id } = (await ask('GET', '/Users')).body.Resources[0];
    const patched = await ask('PATCH', `/Users/${id}`, patchBody({ op: 'replace', value: { active: 'False' } }));
    expect(patched.body).toMatchObject({ active: false, [vendorUserUrn]: { OrganizationRole: 'Admin' } });
    const group = (await ask('GET', '/Groups')).body.Resources[0];
    await ask('PUT', `/Groups/${group.id}`, groupBody('g'));
    expect((await ask('GET', `/Users/${id}`)).body[vendorUserUrn].OrganizationRole).toBe('User');
  });
});
