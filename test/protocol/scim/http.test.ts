import { describe, expect, test } from 'vitest';
import { errorUrn, groupBody, listUrn, patchBody, userBody, vendorGroupUrn, vendorUserUrn } from './messages';
import { openServer, token } from './open-server';

describe('versions (RFC 7644 section 3.14)', () => {
  test('every resource has a weak entity tag, the same in ETag and meta.version, that changes with it', async () => {
    const { ask } = openServer();
    const created = await ask('POST', '/Users', userBody('jane@x.example'));
    expect(created.headers.get('etag')).toBe(created.body.meta.version);
    expect(created.body.meta.version).toMatch(/^W\/"\d+"$/);
    const path = `/Users/${created.body.id}`;
    const same = await ask('PATCH', path, patchBody({ op: 'replace', path: 'active', value: true }));
    expect(same.body).toEqual(created.body);
    const changed = await ask('PATCH', path, patchBody({ op: 'replace', path: 'active', value: false }));
    expect(changed.headers.get('etag')).not.toBe(created.headers.get('etag'));
    expect(Date.parse(changed.body.meta.lastModified)).toBeGreaterThan(Date.parse(created.body.meta.lastModified));
    expect(changed.body.meta.created).toBe(created.body.meta.created);
  });

  test.each(['Users', 'Groups'])('%s: If-None-Match answers 304 without a body, If-Match guards every write with 412', async (kind) => {
    const { ask, hash } = openServer();
    const created = await ask('POST', `/${kind}`, kind === 'Users' ? userBody('jane@x.example') : groupBody('eng'));
    const path = `/${kind}/${created.body.id}`;
    const tag = created.body.meta.version;
    expect(await ask('GET', path, undefined, { 'If-None-Match': tag })).toMatchObject({ status: 304, body: null });
    expect(await ask('GET', path, undefined, { 'If-None-Match': `"other", ${tag}` })).toMatchObject({ status: 304, body: null });
    expect((await ask('GET', path, undefined, { 'If-None-Match': '*' })).status).toBe(304);
    expect((await ask('GET', path, undefined, { 'If-None-Match': 'W/"999"' })).status).toBe(200);
    const before = hash();
    const stale = { 'If-Match': 'W/"999"' };
    const body = kind === 'Users' ? userBody('jane@x.example', { active: false }) : groupBody('new');
    const patch = kind === 'Users' ? { op: 'replace', path: 'active', value: false } : { op: 'replace', path: 'displayName', value: 'new' };
    for (const [method, sent] of [
      ['PUT', body],
      ['PATCH', patchBody(patch)],
      ['DELETE', undefined],
    ] as const)
      expect((await ask(method, path, sent, stale)).status, method).toBe(412);
    expect(hash()).toBe(before);
    expect((await ask('PATCH', path, patchBody(patch), { 'If-Match': tag })).status).toBe(200);
    expect((await ask('PATCH', path, patchBody(patch), { 'If-Match': tag })).status).toBe(412);
    expect((await ask('DELETE', path, undefined, { 'If-Match': '*' })).status).toBe(204);
  });
});

describe('preconditions that RFC 9110 has for every method', () => {
  test('If-None-Match refuses a write on the version it names (section 13.1.2), If-Match a read of another (section 13.1.1)', async () => {
    const { ask, hash } = openServer({ profile: 'rfc' });
    const created = await ask('POST', '/Users', userBody('jane@x.example'));
    const path = `/Users/${created.body.id}`;
    const before = hash();
    for (const tag of [created.body.meta.version, '*'])
      for (const [method, body] of [
        ['PUT', userBody('jane@x.example', { active: false })],
        ['PATCH', patchBody({ op: 'replace', path: 'active', value: false })],
        ['DELETE', undefined],
      ] as const)
        expect((await ask(method, path, body, { 'If-None-Match': tag })).status, `${method} ${tag}`).toBe(412);
    expect(hash()).toBe(before);
    expect((await ask('GET', path, undefined, { 'If-Match': 'W/"999"' })).status).toBe(412);
    expect((await ask('GET', path, undefined, { 'If-Match': created.body.meta.version })).status).toBe(200);
    expect((await ask('PUT', path, userBody('jane@x.example', { active: false }), { 'If-None-Match': 'W/"999"' })).status).toBe(200);
  });
});

describe('discovery (RFC 7644 section 4, RFC 7643 sections 5 to 7)', () => {
  test('ServiceProviderConfig declares what is there, and bulk as unsupported', async () => {
    const { ask } = openServer();
    expect((await ask('GET', '/ServiceProviderConfig')).body).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 1_048_576 },
      filter: { supported: true, maxResults: 1000 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      authenticationSchemes: [{ type: 'oauthbearertoken', primary: true }],
      meta: { resourceType: 'ServiceProviderConfig' },
    });
    expect((await ask('POST', '/Bulk', {})).status).toBe(501);
    expect((await ask('GET', '/Me')).status).toBe(501);
  });

  test("ResourceTypes: User and Group with the vendor's two extensions", async () => {
    const { ask } = openServer();
    const { body } = await ask('GET', '/ResourceTypes');
    expect(body).toMatchObject({ schemas: [listUrn], totalResults: 2 });
    expect(body.Resources).toMatchObject([
      { id: 'User', endpoint: '/Users', schemaExtensions: [{ schema: vendorUserUrn, required: false }] },
      { id: 'Group', endpoint: '/Groups', schemaExtensions: [{ schema: vendorGroupUrn, required: false }] },
    ]);
    expect((await ask('GET', '/ResourceTypes/User')).body).toEqual(body.Resources[0]);
    expect((await ask('GET', '/ResourceTypes/Nothing')).status).toBe(404);
  });

  test.each(['vendor', 'rfc'] as const)(
    'Schemas of the %s profile: every one that a resource names, each found by its URN',
    async (profile) => {
      const { ask } = openServer({ profile });
      const { body } = await ask('GET', '/Schemas');
      const ids: string[] = body.Resources.map((schema: { id: string }) => schema.id);
      expect(body.totalResults).toBe(ids.length);
      const types = (await ask('GET', '/ResourceTypes')).body.Resources;
      for (const type of types)
        expect(ids).toEqual(
          expect.arrayContaining([type.schema, ...type.schemaExtensions.map((extension: { schema: string }) => extension.schema)]),
        );
      for (const id of ids) expect((await ask('GET', `/Schemas/${id}`)).body).toEqual(body.Resources[ids.indexOf(id)]);
      for (const schema of body.Resources)
        for (const attribute of schema.attributes)
          expect(attribute, `${schema.id}:${attribute.name}`).toMatchObject({
            name: expect.any(String),
            type: expect.stringMatching(/^(string|boolean|decimal|integer|dateTime|reference|binary|complex)$/),
            multiValued: expect.any(Boolean),
            required: expect.any(Boolean),
            mutability: expect.stringMatching(/^(readOnly|readWrite|immutable|writeOnly)$/),
            returned: expect.stringMatching(/^(always|never|default|request)$/),
          });
    },
  );

  test("the vendor's schema says what cannot change: userName and name are immutable", async () => {
    const { ask } = openServer();
    const { attributes } = (await ask('GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User')).body;
    expect(Object.fromEntries(attributes.map((one: { name: string; mutability: string }) => [one.name, one.mutability]))).toEqual({
      userName: 'immutable',
      name: 'immutable',
      active: 'readWrite',
    });
  });

  test.each(['/ServiceProviderConfig', '/ResourceTypes', '/Schemas', '/ResourceTypes/User'])('a filter on %s is 403', async (path) => {
    expect((await openServer().ask('GET', `${path}?filter=x`)).status).toBe(403);
  });
});

describe('errors (RFC 7644 section 3.12)', () => {
  test.each<[string, string, unknown, Record<string, string>, number, string | undefined]>([
    ['GET', '/Nowhere', undefined, {}, 404, undefined],
    ['GET', '/', undefined, {}, 404, undefined],
    ['GET', '/Users/1/2', undefined, {}, 404, undefined],
    ['DELETE', '/Users', undefined, {}, 405, undefined],
    ['POST', '/Users/20000', {}, {}, 405, undefined],
    ['PUT', '/ServiceProviderConfig', {}, {}, 405, undefined],
    ['GET', '/.search', undefined, {}, 405, undefined],
    ['POST', '/Users', '{', {}, 400, 'invalidSyntax'],
    ['POST', '/Users', '', {}, 400, 'invalidSyntax'],
    ['POST', '/Users', '[]', {}, 400, 'invalidSyntax'],
    ['POST', '/Users', '"text"', {}, 400, 'invalidSyntax'],
    ['POST', '/Users', 'null', {}, 400, 'invalidSyntax'],
    ['POST', '/Groups', {}, {}, 400, 'invalidValue'],
    ['POST', '/Groups', { displayName: 5 }, {}, 400, 'invalidValue'],
    ['POST', '/Users', userBody('a@b.example'), { 'Content-Type': 'text/plain' }, 415, undefined],
    ['POST', '/Users', userBody('a@b.example'), { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, undefined],
    // A body in Latin-1 or packed would be read as what it is not (RFC 8259 section 8.1, RFC 9110 section 8.4.1).
    ['POST', '/Users', userBody('a@b.example'), { 'Content-Type': 'application/json; charset=iso-8859-1' }, 415, undefined],
    ['POST', '/Users', userBody('a@b.example'), { 'Content-Encoding': 'gzip' }, 415, undefined],
    ['POST', '/Users', `{"a":${'['.repeat(100)}${']'.repeat(100)}}`, {}, 400, 'invalidSyntax'],
    ['POST', '/Users', `[${'0,'.repeat(200_001)}0]`, {}, 400, 'invalidSyntax'],
    ['POST', '/Users', `"${'x'.repeat(1_048_576)}"`, {}, 413, undefined],
    ['GET', '/Users', undefined, { Authorization: 'Bearer wrong' }, 401, undefined],
    ['GET', '/Users', undefined, { Authorization: `Basic ${token}` }, 401, undefined],
    ['GET', '/Users', undefined, { Authorization: '' }, 401, undefined],
    ['GET', '/Users', undefined, { Authorization: 'Bearer' }, 401, undefined],
    ['GET', '/Users', undefined, { Host: 'evil.example' }, 421, undefined],
    ['GET', '/Users', undefined, { Host: '127.0.0.1.evil.example' }, 421, undefined],
    ['GET', '/Users', undefined, { Origin: 'http://evil.example' }, 403, undefined],
    ['GET', '/Users', undefined, { Origin: 'null' }, 403, undefined],
  ])('%s %s (%#) answers %i %s as a SCIM error', async (method, path, body, headers, status, scimType) => {
    const { ask, hash } = openServer();
    const before = hash();
    const answer = await ask(method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      schemas: [errorUrn],
      status: String(status),
      ...(scimType === undefined ? {} : { scimType }),
      detail: expect.stringMatching(/\S{3,}/),
    });
    expect(answer.headers.get('content-type')).toContain('application/scim+json');
    expect(hash()).toBe(before);
  });

  test('401 tells how to authenticate (RFC 6750 section 3), 405 what is allowed (RFC 9110 section 10.2.1)', async () => {
    const { ask } = openServer();
    expect((await ask('GET', '/Users', undefined, { Authorization: 'Bearer wrong' })).headers.get('www-authenticate')).toBe(
      'Bearer realm="SCIM", error="invalid_token"',
    );
    expect((await ask('DELETE', '/Users')).headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  });

  test('OPTIONS tells the methods of a path (RFC 9110 section 9.3.7)', async () => {
    const { ask } = openServer();
    const answer = await ask('OPTIONS', '/Users/20000');
    expect(answer).toMatchObject({ status: 204, body: null });
    expect(answer.headers.get('allow')).toBe('GET, HEAD, PUT, PATCH, DELETE, OPTIONS');
    expect((await ask('OPTIONS', '/Nowhere')).status).toBe(404);
  });

  test.each(['application/scim+json', 'application/json', 'application/json; charset=utf-8', 'APPLICATION/SCIM+JSON;charset="UTF-8"'])(
    '%s is taken (section 3.8)',
    async (type) => {
      expect((await openServer().ask('POST', '/Users', userBody('a@b.example'), { 'Content-Type': type })).status).toBe(201);
    },
  );

  test('`Bearer` in any case, localhost and [::1] as host, a slash at the end of a path', async () => {
    const { ask } = openServer();
    expect((await ask('GET', '/Users', undefined, { Authorization: `bearer  ${token}` })).status).toBe(200);
    expect((await ask('GET', '/Users', undefined, { Host: 'localhost:8080' })).status).toBe(200);
    expect((await ask('GET', '/Users', undefined, { Host: '[::1]:8080' })).status).toBe(200);
    expect((await ask('GET', '/Users/')).status).toBe(200);
  });

  test('`__proto__` and `constructor` are keys like any other and do nothing', async () => {
    const { ask } = openServer({ profile: 'rfc' });
    const poison =
      '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a@b.example","__proto__":{"polluted":true},"name":{"__proto__":{"polluted":true},"givenName":"A"},"constructor":{"prototype":{"polluted":true}}}';
    const created = await ask('POST', '/Users', poison);
    expect(created.status).toBe(201);
    const path = `/Users/${created.body.id}`;
    await ask(
      'PATCH',
      path,
      '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"add","value":{"__proto__":{"polluted":true}}}]}',
    );
    await ask(
      'PATCH',
      path,
      '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"add","path":"__proto__.polluted","value":true}]}',
    );
    await ask('GET', '/Users?attributes=__proto__,constructor.prototype&__proto__=1');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await ask('GET', path)).body).toEqual(created.body);
  });
});
