import { describe, expect, test } from 'vitest';
import { deviationNames } from '../../../shared/scim/deviations';
import { enterpriseUrn, groupBody, patchBody, userBody, userUrn, vendorUserUrn } from './messages';
import { openServer } from './open-server';

describe('the generic profile does what the RFC says where the vendor does not', () => {
  test('POST of a userName that is taken: 409 uniqueness, nothing changed (RFC 7644 section 3.3)', async () => {
    const { ask, hash } = openServer({ profile: 'rfc' });
    await ask('POST', '/Users', userBody('jane@x.example'));
    const before = hash();
    const again = await ask('POST', '/Users', userBody('JANE@x.example', { active: false }));
    expect(again).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect(again.body.detail).toContain('userName');
    expect(hash()).toBe(before);
  });

  test('only userName is required, and need not be an e-mail (RFC 7643 section 4.1.1)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const { status, body } = await ask('POST', '/Users', { schemas: [userUrn], userName: 'jane doe' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ userName: 'jane doe', active: true, [vendorUserUrn]: { OrganizationRole: 'User' } });
    expect(body).not.toHaveProperty('name');
    expect(await ask('POST', '/Users', { schemas: [userUrn] })).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });

  test('a userName is kept as it was sent, blanks and all, and found by what was sent', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const { status, body } = await ask('POST', '/Users', { schemas: [userUrn], userName: ' jane ' });
    expect({ status, userName: body.userName }).toEqual({ status: 201, userName: ' jane ' });
    for (const filter of ['userName eq " JANE "', 'not (userName ne " jane ")'])
      expect((await ask('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body.totalResults, filter).toBe(1);
    expect((await ask('POST', '/Users', { schemas: [userUrn], userName: 'jane' })).status).toBe(201);
    expect((await ask('POST', '/Users', { schemas: [userUrn], userName: '  ' })).status).toBe(400);
  });

  test('every attribute of the User schema and of the enterprise extension is kept (RFC 7643 sections 4.1 and 4.3)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const sent = {
      schemas: [userUrn, vendorUserUrn, enterpriseUrn],
      externalId: 'E1',
      userName: 'jane@x.example',
      name: { givenName: 'Jane', familyName: 'Doe', formatted: 'Dr Jane Doe', honorificPrefix: 'Dr' },
      displayName: 'Jane',
      nickName: 'J',
      profileUrl: 'https://x.example/jane',
      title: 'Engineer',
      userType: 'Employee',
      preferredLanguage: 'en-GB',
      locale: 'en-GB',
      timezone: 'Europe/London',
      active: true,
      emails: [{ value: 'jane@x.example', type: 'work', primary: true, display: 'Jane' }],
      phoneNumbers: [{ value: 'tel:+44', type: 'mobile' }],
      ims: [{ value: 'jane', type: 'xmpp' }],
      photos: [{ value: 'https://x.example/p.png', type: 'photo' }],
      addresses: [
        { type: 'work', streetAddress: 'S 1', locality: 'L', region: 'R', postalCode: 'P', country: 'GB', formatted: 'F', primary: true },
      ],
      entitlements: [{ value: 'e' }],
      roles: [{ value: 'r' }],
      x509Certificates: [{ value: 'AAAA' }],
      [enterpriseUrn]: { employeeNumber: '1', costCenter: 'C', organization: 'O', division: 'V', department: 'D', manager: { value: '9' } },
    };
    const created = await ask('POST', '/Users', sent);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      ...sent,
      id: created.body.id,
      [vendorUserUrn]: { OrganizationRole: 'User' },
      meta: expect.objectContaining({ resourceType: 'User' }),
    });
    expect((await ask('GET', `/Users/${created.body.id}`)).body).toEqual(created.body);
  });

  test('what the server gives is not taken from the client: id, meta, groups; unknown attributes are ignored (RFC 7644 section 3.3)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const { body } = await ask(
      'POST',
      '/Users',
      userBody('jane@x.example', { id: '7', meta: { created: 'x' }, groups: [{ value: '9' }], shoeSize: 43, __proto__x: 1 }),
    );
    expect(body.id).not.toBe('7');
    expect(body.meta.created).toMatch(/^2026-/);
    expect(body).not.toHaveProperty('groups');
    expect(body).not.toHaveProperty('shoeSize');
  });

  test('PUT replaces: userName and name change, what is left out is cleared (RFC 7644 section 3.5.1)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const { id } = (await ask('POST', '/Users', userBody('jane@x.example', { title: 'Engineer', externalId: 'E1' }))).body;
    await ask('POST', '/Groups', groupBody('eng', [id]));
    const { status, body } = await ask('PUT', `/Users/${id}`, {
      schemas: [userUrn],
      userName: 'roe@x.example',
      name: { familyName: 'Roe' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, userName: 'roe@x.example', name: { familyName: 'Roe' }, active: true });
    for (const gone of ['title', 'externalId']) expect(body).not.toHaveProperty(gone);
    expect((await ask('GET', '/Groups')).body.Resources[0].members).toEqual([{ value: id, display: 'roe@x.example' }]);
    expect((await ask('GET', `/Users?filter=${encodeURIComponent('userName eq "jane@x.example"')}`)).body.totalResults).toBe(0);
    expect((await ask('PUT', `/Users/${id}`, { schemas: [userUrn], name: {} })).body.scimType).toBe('invalidValue');
  });

  test('PUT and PATCH to a userName that is taken: 409, nothing changed', async () => {
    const { ask, hash } = openServer({ profile: 'rfc' });
    await ask('POST', '/Users', userBody('taken@x.example'));
    const { id } = (await ask('POST', '/Users', userBody('jane@x.example'))).body;
    const before = hash();
    expect(await ask('PUT', `/Users/${id}`, userBody('TAKEN@x.example', { active: false }))).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness' },
    });
    const patch = patchBody({ op: 'replace', path: 'active', value: false }, { op: 'replace', path: 'userName', value: 'taken@x.example' });
    expect((await ask('PATCH', `/Users/${id}`, patch)).status).toBe(409);
    expect(hash()).toBe(before);
  });

  test('DELETE removes: 404 from then on, gone from lists and groups, and the name is free for another (RFC 7644 section 3.6)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const { id } = (await ask('POST', '/Users', userBody('jane@x.example'))).body;
    const group = (await ask('POST', '/Groups', groupBody('eng', [id]))).body;
    expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204);
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', userBody('jane@x.example')],
      ['PATCH', patchBody({ op: 'replace', path: 'active', value: true })],
      ['DELETE', undefined],
    ] as const)
      expect((await ask(method, `/Users/${id}`, body)).status, method).toBe(404);
    expect((await ask('GET', '/Users')).body.totalResults).toBe(0);
    expect((await ask('GET', `/Groups/${group.id}`)).body.members).toEqual([]);
    const again = await ask('POST', '/Users', userBody('jane@x.example'));
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(id);
  });

  test('a deleted group is gone, one of its name is another', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const { id } = (await ask('POST', '/Groups', groupBody('eng'))).body;
    expect((await ask('DELETE', `/Groups/${id}`)).status).toBe(204);
    const again = await ask('POST', '/Groups', groupBody('eng'));
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(id);
  });

  test('groups are shown on the User, read only', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const user = (await ask('POST', '/Users', userBody('jane@x.example'))).body;
    const group = (await ask('POST', '/Groups', groupBody('eng', [user.id]))).body;
    expect((await ask('GET', `/Users/${user.id}`)).body.groups).toEqual([
      { value: group.id, $ref: group.meta.location, display: 'eng', type: 'direct' },
    ]);
    expect((await ask('GET', `/Users?filter=${encodeURIComponent('groups.display eq "ENG"')}`)).body.totalResults).toBe(1);
  });

  test('the version of a User changes with its groups: joined, renamed, left (RFC 7644 section 3.14)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const { id, meta } = (await ask('POST', '/Users', userBody('jane@x.example'))).body;
    const group = (await ask('POST', '/Groups', groupBody('eng', [id]))).body;
    const joined = await ask('GET', `/Users/${id}`, undefined, { 'If-None-Match': meta.version });
    expect(joined.status).toBe(200);
    expect(joined.body.groups).toHaveLength(1);
    expect(joined.headers.get('etag')).toBe(joined.body.meta.version);
    expect((await ask('GET', `/Users/${id}`, undefined, { 'If-None-Match': joined.body.meta.version })).status).toBe(304);
    await ask('PATCH', `/Groups/${group.id}`, patchBody({ op: 'replace', path: 'displayName', value: 'engineering' }));
    const renamed = await ask('GET', `/Users/${id}`, undefined, { 'If-None-Match': joined.body.meta.version });
    expect(renamed.body.groups[0].display).toBe('engineering');
    // A write that was prepared before the change is refused, the one after it is not; list and filter tell the same version.
    const active = patchBody({ op: 'replace', path: 'active', value: false });
    expect((await ask('PATCH', `/Users/${id}`, active, { 'If-Match': joined.body.meta.version })).status).toBe(412);
    const { version } = renamed.body.meta;
    const listed = (await ask('GET', `/Users?filter=${encodeURIComponent(`meta.version eq ${JSON.stringify(version)}`)}`)).body;
    expect(listed.Resources.map((user: { meta: { version: string } }) => user.meta.version)).toEqual([version]);
    expect((await ask('PATCH', `/Users/${id}`, active, { 'If-Match': version })).status).toBe(200);
    await ask('DELETE', `/Groups/${group.id}`);
    expect((await ask('GET', `/Users/${id}`)).body.meta.version).not.toBe(version);
  });

  test('at the vendor, whose Users show no groups, joining one leaves the version as it is', async () => {
    const { ask } = openServer();
    const { id, meta } = (await ask('POST', '/Users', userBody('jane@x.example'))).body;
    await ask('POST', '/Groups', groupBody('eng', [id]));
    expect((await ask('GET', `/Users/${id}`)).body.meta).toEqual(meta);
  });

  test('a write that changes nothing leaves version and lastModified, whatever order it names things in (RFC 7644 section 3.5.2)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const more = { externalId: 'E1', title: 'T', displayName: 'D', emails: [{ value: 'a@x.example', type: 'work', primary: true }] };
    const { id } = (await ask('POST', '/Users', userBody('jane@x.example'))).body;
    const { body } = await ask('PUT', `/Users/${id}`, userBody('jane@x.example', more));
    const again = [
      patchBody({ op: 'replace', path: 'title', value: 'T' }),
      patchBody({ op: 'replace', value: { displayName: 'D', active: true } }),
      patchBody({ op: 'replace', path: 'emails', value: [{ primary: true, type: 'work', value: 'a@x.example' }] }),
    ];
    for (const same of again) expect((await ask('PATCH', `/Users/${id}`, same)).body).toEqual(body);
  });

  test('an extension whose last attribute is removed is gone, from schemas too; PUT of what GET gave changes nothing', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const { id } = (await ask('POST', '/Users', userBody('jane@x.example', { [enterpriseUrn]: { department: 'D' } }))).body;
    const path = `${enterpriseUrn}:manager`;
    await ask('PATCH', `/Users/${id}`, patchBody({ op: 'add', path, value: '42' }));
    const { body } = await ask('PATCH', `/Users/${id}`, patchBody({ op: 'remove', path }));
    expect(body[enterpriseUrn]).toEqual({ department: 'D' });
    expect((await ask('PUT', `/Users/${id}`, body)).body).toEqual(body);
    const without = await ask('PATCH', `/Users/${id}`, patchBody({ op: 'remove', path: `${enterpriseUrn}:department` }));
    expect(without.body).not.toHaveProperty(enterpriseUrn);
    expect(without.body.schemas).not.toContain(enterpriseUrn);
  });

  test('primary is true for one value at most (RFC 7643 section 2.4)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const emails = ['a@x.example', 'b@x.example'].map((value) => ({ value, primary: true }));
    const refused = await ask('POST', '/Users', userBody('jane@x.example', { emails }));
    expect(refused).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
    expect(refused.body.detail).toContain('emails');
  });

  test('neither other organisations nor the switch for groups are known', async () => {
    const { ask } = openServer({
      profile: 'rfc',
      organisation: { usersInOtherOrganisations: ['far@x.example'], groupProvisioning: false },
    });
    expect((await ask('POST', '/Users', userBody('far@x.example'))).status).toBe(201);
    expect((await ask('POST', '/Groups', groupBody('eng'))).status).toBe(201);
  });

  test('bodies must name their schema (RFC 7643 section 3)', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    expect(await ask('POST', '/Users', { userName: 'jane@x.example' })).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } });
    expect((await openServer().ask('POST', '/Users', { ...userBody('jane@x.example'), schemas: undefined })).status).toBe(201);
  });

  test('each answer that a deviation shaped names it in the log; every deviation has its test here or in the vendor tables', async () => {
    const { ask, server } = openServer();
    const { id } = (await ask('POST', '/Users', userBody('jane@x.example', { title: 'Engineer' }))).body;
    await ask('PUT', `/Users/${id}`, userBody('roe@x.example', { name: { givenName: 'A', familyName: 'B' } }));
    await ask('POST', '/Users', userBody('jane@x.example'));
    await ask('DELETE', `/Users/${id}`);
    const seen = server.log.list({ limit: 10 }).exchanges.map((line) => server.log.get(line.id)?.deviations);
    expect(seen.reverse()).toEqual([
      ['few-attributes'],
      ['user-name-immutable', 'name-ignored'],
      ['post-updates-existing'],
      ['delete-deactivates'],
    ]);
    expect(deviationNames).toHaveLength(13);
  });
});
