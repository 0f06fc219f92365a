import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchBody, userBody, userUrn, vendorUserUrn } from '../protocol/scim/messages';
import { openServer } from '../protocol/scim/open-server';

/** Pieces of requests, right and wrong, put together at random. */
const id = fc.constantFrom('20000', '20002', '20004', '50001', '50003', '99998', '', '..', '%2e', '__proto__', '%00', '%ff', '🦄');
const text = fc.oneof(
  fc.constantFrom('', 'a@x.example', 'eng', 'ENG', '"', '\\', '__proto__', 'members', 'false', 'True', '\n', '💥', '\u0000'),
  fc.string({ maxLength: 12 }),
);
const path = fc.oneof(
  fc.constantFrom(
    '/Users',
    '/Groups',
    '/.search',
    '/Users/.search',
    '/Groups/.search',
    '/Schemas',
    '/ResourceTypes',
    '/ServiceProviderConfig',
    '/Bulk',
    '/Me',
    '/',
    '',
  ),
  fc.tuple(fc.constantFrom('/Users/', '/Groups/', '/Schemas/'), id).map((parts) => parts.join('')),
);
const attribute = fc.constantFrom(
  'userName',
  'displayName',
  'active',
  'name',
  'name.givenName',
  'members',
  'emails',
  'meta.created',
  'id',
  'schemas',
  'externalId',
  userUrn,
  vendorUserUrn,
  `${vendorUserUrn}:OrganizationRole`,
  'x',
  '',
  '[',
  'members[',
  'emails[type eq "work"]',
  'members[value eq "20000"]',
  'a.b.c',
  ':',
  '.',
);
const scalar = fc.oneof(text, fc.boolean(), fc.integer(), fc.constant(null), fc.double());
const filter = fc.oneof(
  fc
    .tuple(attribute, fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr', 'xx'), scalar)
    .map(([name, op, value]) => `${name} ${op} ${JSON.stringify(value)}`),
  fc.string({
    unit: fc.constantFrom('(', ')', '[', ']', '"', '\\', ' ', 'not', 'and', 'or', 'eq', 'userName', '.', ':', 'pr', '1'),
    maxLength: 20,
  }),
);
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom('filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'attributes', 'excludedAttributes', 'x'),
      fc.oneof(filter, attribute, text),
    ),
    { maxLength: 3 },
  )
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`));
const anything = fc.oneof(
  { depthSize: 'small' },
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.oneof(attribute, text), scalar, { maxKeys: 4 }),
  fc.array(fc.record({ value: fc.oneof(id, scalar) }, { requiredKeys: [] }), { maxLength: 3 }),
);
const operation = fc.record(
  { op: fc.constantFrom('add', 'Replace', 'REMOVE', 'move', 5), path: attribute, value: anything },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.array(operation, { maxLength: 4 }).map((operations) => JSON.stringify(patchBody(...operations))),
  fc.tuple(text, fc.dictionary(attribute, anything, { maxKeys: 4 })).map(([name, more]) => JSON.stringify(userBody(name, more))),
  fc
    .dictionary(fc.oneof(attribute, fc.constantFrom('Operations', 'filter', 'count', 'displayName')), anything, { maxKeys: 5 })
    .map((value) => JSON.stringify(value)),
  anything.map((value) => JSON.stringify(value)),
  text,
);
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
  path,
  query,
  body: fc.option(body, { nil: undefined }),
  headers: fc.dictionary(
    fc.constantFrom('If-Match', 'If-None-Match', 'Content-Type', 'Accept'),
    fc.constantFrom('*', 'W/"1"', 'application/json', 'text/plain', '""'),
    { maxKeys: 2 },
  ),
});

test.each(['vendor', 'rfc'] as const)(
  '%s profile: no request is answered 500, and a refused one changes nothing',
  async (profile) => {
    const open = openServer({
      profile,
      organisation: {
        users: [{ userName: 'a@x.example' }, { userName: 'b@x.example' }],
        groups: [{ displayName: 'eng', members: ['a@x.example'] }],
      },
    });
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const before = open.hash();
        const sendsBody = one.method !== 'GET' && one.body !== undefined;
        const { status, body: answer } = await open.ask(one.method, one.path + one.query, sendsBody ? one.body : undefined, one.headers);
        expect(status).toBeLessThan(600);
        expect([500, 503, 507]).not.toContain(status);
        if (status >= 400) {
          expect(answer).toMatchObject({ status: String(status), detail: expect.stringMatching(/\S/) });
          expect(open.hash()).toBe(before);
        }
        if (one.method === 'GET') expect(open.hash()).toBe(before);
      }),
      { numRuns: 1500 },
    );
    // Whatever was taken, the journal gives the same organisation again.
    const start = open.server.beginning();
    expect(start).not.toBeNull();
    const events = [...open.server.entries()].length;
    expect(events).toBeGreaterThan(0);
  },
  60_000,
);
