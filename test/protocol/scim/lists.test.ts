import { beforeAll, describe, expect, test } from 'vitest';
import { groupBody, listUrn, searchUrn, userBody } from './messages';
import { type OpenServer, openServer } from './open-server';

const names = ['ann', 'Bob', 'cy', 'dee', 'Eve', 'flo', 'gus'];

async function filled(profile: 'vendor' | 'rfc'): Promise<OpenServer> {
  const open = openServer({ profile });
  for (const [at, name] of names.entries())
    await open.ask(
      'POST',
      '/Users',
      userBody(`${name}@acme.example`, {
        name: { givenName: name, familyName: `F${9 - at}` },
        ...(at % 3 === 0 ? { title: `T${at}` } : {}),
      }),
    );
  return open;
}

const initials = (body: { readonly Resources: readonly { readonly userName: string }[] }): string =>
  body.Resources.map((user) => user.userName[0]).join('');

describe('paging (RFC 7644 section 3.4.2.4)', () => {
  let vendor: OpenServer;
  let rfc: OpenServer;
  beforeAll(async () => {
    vendor = await filled('vendor');
    rfc = await filled('rfc');
  });

  test.each([
    // query, resources, startIndex, itemsPerPage by the RFC, and at this vendor
    ['', 'aBcdEfg', 1, 7, 20],
    ['startIndex=1&count=3', 'aBc', 1, 3, 3],
    ['startIndex=4&count=3', 'dEf', 4, 3, 3],
    ['startIndex=7&count=3', 'g', 7, 1, 3],
    ['startIndex=8&count=3', '', 8, 0, 3],
    ['startIndex=1000000&count=3', '', 1_000_000, 0, 3],
    ['startIndex=0&count=2', 'aB', 1, 2, 2],
    ['startIndex=-5&count=2', 'aB', 1, 2, 2],
    ['count=0', '', 1, 0, 0],
    ['count=-1', '', 1, 0, 0],
    ['count=5000', 'aBcdEfg', 1, 7, 1000],
    ['startindex=2&COUNT=1', 'B', 2, 1, 1],
    ['count=2&count=3', 'aB', 1, 2, 2],
    ['startIndex=', 'aBcdEfg', 1, 7, 20],
  ])('?%s', async (query, resources, startIndex, rfcPage, vendorPage) => {
    for (const [open, itemsPerPage] of [
      [rfc, rfcPage],
      [vendor, vendorPage],
    ] as const) {
      const { status, body } = await open.ask('GET', `/Users?${query}`);
      expect(status).toBe(200);
      expect({ ...body, Resources: initials(body) }).toEqual({
        schemas: [listUrn],
        totalResults: 7,
        startIndex,
        itemsPerPage,
        Resources: resources,
      });
    }
  });

  test.each(['startIndex=abc', 'count=1.5', 'count=1e2', 'startIndex=99999999999999999999'])('?%s is 400 invalidValue', async (query) => {
    expect(await rfc.ask('GET', `/Users?${query}`)).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });

  test('pages put together are the whole list, without gaps or overlaps', async () => {
    for (const count of [1, 2, 3, 5]) {
      let seen = '';
      for (let startIndex = 1; startIndex <= 7; startIndex += count)
        seen += initials((await vendor.ask('GET', `/Users?startIndex=${startIndex}&count=${count}`)).body);
      expect(seen).toBe('aBcdEfg');
    }
  });
});

describe('sorting (RFC 7644 section 3.4.2.3)', () => {
  let open: OpenServer;
  beforeAll(async () => {
    open = await filled('rfc');
  });

  test.each([
    // userName is not case exact: Bob between ann and cy.
    ['sortBy=userName', 'aBcdEfg'],
    ['sortBy=userName&sortOrder=descending', 'gfEdcBa'],
    ['sortBy=name.familyName', 'gfEdcBa'],
    ['sortBy=NAME.familyname&sortOrder=Descending', 'aBcdEfg'],
    // Those without a value come last, and first when descending.
    ['sortBy=title', 'adgBcEf'],
    ['sortBy=title&sortOrder=descending', 'BcEfgda'],
    ['sortBy=meta.created&sortOrder=descending&count=2', 'gf'],
    ['sortBy=urn:ietf:params:scim:schemas:core:2.0:User:userName&startIndex=3&count=2', 'cd'],
  ])('?%s → %s', async (query, expected) => {
    const { status, body } = await open.ask('GET', `/Users?${query}`);
    expect({ status, found: status === 200 ? initials(body) : body.detail }).toEqual({ status: 200, found: expected });
  });

  test.each([
    ['sortBy=shoeSize', 'invalidPath', 'shoeSize'],
    ['sortBy=name', 'invalidPath', 'name'],
    ['sortBy=userName&sortOrder=up', 'invalidValue', 'up'],
  ])('?%s is 400 %s', async (query, scimType, part) => {
    const { status, body } = await open.ask('GET', `/Users?${query}`);
    expect({ status, scimType: body.scimType }).toEqual({ status: 400, scimType });
    expect(body.detail).toContain(part);
  });
});

describe('attributes and excludedAttributes (RFC 7644 section 3.9)', () => {
  let open: OpenServer;
  let id: string;
  let groupId: string;
  beforeAll(async () => {
    open = openServer({ profile: 'rfc' });
    const user = userBody('ann@acme.example', { title: 'Engineer', emails: [{ value: 'a@b.example', type: 'work' }] });
    id = (await open.ask('POST', '/Users', user)).body.id;
    groupId = (await open.ask('POST', '/Groups', groupBody('eng', [id]))).body.id;
  });

  test.each([
    ['attributes=userName', ['schemas', 'id', 'userName']],
    ['attributes=username,TITLE', ['schemas', 'id', 'userName', 'title']],
    ['attributes=id', ['schemas', 'id']],
    ['attributes=nothing', ['schemas', 'id']],
    ['attributes=urn:ietf:params:scim:schemas:core:2.0:User:title', ['schemas', 'id', 'title']],
    [
      'attributes=urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:User:OrganizationRole',
      ['schemas', 'id', 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:User'],
    ],
    [
      'excludedAttributes=id,schemas,meta,name,emails,groups,title,active,urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:User',
      ['schemas', 'id', 'userName'],
    ],
  ])('?%s', async (query, keys) => {
    const one = await open.ask('GET', `/Users/${id}?${query}`);
    expect(Object.keys(one.body).sort()).toEqual([...keys].sort());
    const list = await open.ask('GET', `/Users?${query}`);
    expect(Object.keys(list.body.Resources[0]).sort()).toEqual([...keys].sort());
  });

  test('parts of a complex attribute', async () => {
    const { body } = await open.ask('GET', `/Users/${id}?attributes=name.givenName,emails.value`);
    expect(body).toEqual({ schemas: expect.any(Array), id, name: { givenName: 'Jane' }, emails: [{ value: 'a@b.example' }] });
    const without = await open.ask('GET', `/Users/${id}?excludedAttributes=name.givenName`);
    expect(without.body.name).toEqual({ familyName: 'Doe', formatted: 'Jane Doe' });
  });

  test('members can be left out of a group, and of the answer to a write', async () => {
    expect((await open.ask('GET', `/Groups/${groupId}?excludedAttributes=members`)).body).not.toHaveProperty('members');
    const path = `/Groups/${groupId}?excludedAttributes=members`;
    const patched = await open.ask('PATCH', path, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'add', path: 'members', value: [{ value: id }] }],
    });
    expect(patched.body).not.toHaveProperty('members');
    expect((await open.ask('GET', `/Groups/${groupId}?attributes=members`)).body.members).toEqual([
      { value: id, display: 'ann@acme.example' },
    ]);
  });

  test('both at once is 400, and a write that asks so changes nothing', async () => {
    const before = open.hash();
    const query = '?attributes=id&excludedAttributes=members';
    expect((await open.ask('GET', `/Users/${id}${query}`)).status).toBe(400);
    expect(
      (
        await open.ask('PATCH', `/Users/${id}${query}`, {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
          Operations: [{ op: 'replace', path: 'active', value: false }],
        })
      ).status,
    ).toBe(400);
    expect((await open.ask('POST', `/Users${query}`, userBody('new@acme.example'))).status).toBe(400);
    expect(open.hash()).toBe(before);
  });
});

describe('POST .search (RFC 7644 section 3.4.3)', () => {
  let open: OpenServer;
  beforeAll(async () => {
    open = await filled('rfc');
    await open.ask('POST', '/Groups', groupBody('eng'));
  });
  const search = (path: string, query: object) => open.ask('POST', path, { schemas: [searchUrn], ...query });

  test('asks what a GET asks', async () => {
    const { body } = await search('/Users/.search', {
      filter: 'userName co "acme"',
      sortBy: 'userName',
      sortOrder: 'descending',
      startIndex: 2,
      count: 2,
      attributes: ['userName'],
    });
    expect(body).toMatchObject({ totalResults: 7, startIndex: 2, itemsPerPage: 2 });
    expect(initials(body)).toBe('fE');
    expect(Object.keys(body.Resources[0]).sort()).toEqual(['id', 'schemas', 'userName']);
  });

  test('at the root it asks users and groups; an attribute of one kind matches none of the other', async () => {
    expect((await search('/.search', { count: 100 })).body.totalResults).toBe(8);
    expect((await search('/.search', { filter: 'meta.resourceType eq "Group"' })).body.totalResults).toBe(1);
    expect((await search('/.search', { filter: 'userName sw "a" or displayName eq "eng"' })).body.totalResults).toBe(2);
    expect((await search('/.search', { filter: 'userName sw "a"' })).body.totalResults).toBe(1);
    expect((await search('/Groups/.search', { filter: 'displayName sw "e"' })).body.totalResults).toBe(1);
  });

  test.each([
    ['/.search', { filter: 'shoeSize eq 1' }, 'invalidFilter'],
    ['/Users/.search', { startIndex: 'x' }, 'invalidValue'],
    ['/Users/.search', { attributes: [1] }, 'invalidValue'],
    ['/Users/.search', { schemas: ['urn:wrong'] }, 'invalidSyntax'],
  ])('%s %j is 400 %s', async (path, query, scimType) => {
    expect(await search(path, query)).toMatchObject({ status: 400, body: { scimType } });
  });
});

describe('groups by member (RFC 7644 section 3.4.2.2)', () => {
  let open: OpenServer;
  let ids: readonly string[];
  beforeAll(async () => {
    open = await filled('rfc');
    ids = (await open.ask('GET', '/Users')).body.Resources.map((user: { readonly id: string }) => user.id);
    const [ann = '', bob = '', cy = ''] = ids;
    await open.ask('POST', '/Groups', groupBody('Both', [ann, bob]));
    await open.ask('POST', '/Groups', groupBody('Late', [cy]));
    await open.ask('POST', '/Groups', groupBody('Ann', []));
    await open.ask('PATCH', '/Groups/50005', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'add', path: 'members', value: [{ value: ann }] }],
    });
  });

  test.each([
    ['members.value eq "20000"', ['Both', 'Ann']],
    ['members[value eq "20000"]', ['Both', 'Ann']],
    ['urn:ietf:params:scim:schemas:core:2.0:Group:members.value eq "20000"', ['Both', 'Ann']],
    ['members[value eq "20000" and display sw "ann"]', ['Both', 'Ann']],
    ['members[value eq "20000" and display sw "bob"]', []],
    ['members.value eq "20000" and displayName sw "B"', ['Both']],
    ['members.value eq "20000" or displayName eq "late"', ['Both', 'Late', 'Ann']],
    ['not (members.value eq "20000")', ['Late']],
    ['members.value eq "99998"', []],
    ['members.value eq "50001"', []],
    ['members.display co "@acme"', ['Both', 'Late', 'Ann']],
    ['members pr', ['Both', 'Late', 'Ann']],
  ])('%s', async (filter, names) => {
    const { status, body } = await open.ask('GET', `/Groups?filter=${encodeURIComponent(filter)}`);
    expect(status).toBe(200);
    expect(body.Resources.map((group: { readonly displayName: string }) => group.displayName)).toEqual(names);
    expect(body.totalResults).toBe(names.length);
  });

  test('an attribute that the filter gives to Users is no attribute of Groups, whatever it is called', async () => {
    const filter = 'urn:ietf:params:scim:schemas:core:2.0:User:displayName eq "Both"';
    const { status, body } = await open.ask('POST', '/.search', { schemas: [searchUrn], filter });
    expect(status).toBe(200);
    expect(body.totalResults).toBe(0);
  });
});
