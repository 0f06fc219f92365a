import { beforeAll, describe, expect, test } from 'vitest';
import { enterpriseUrn, userBody, userUrn, vendorUserUrn } from './messages';
import { type OpenServer, openServer } from './open-server';

/** Five people whose attributes differ; created one second after another from 12:00:01 on. */
const people = [
  userBody('ann@acme.example', {
    name: { givenName: 'Ann', familyName: 'Lee' },
    title: 'Engineer',
    emails: [
      { value: 'ann@work.example', type: 'work', primary: true },
      { value: 'ann@home.example', type: 'home' },
    ],
  }),
  userBody('Bob@acme.example', {
    name: { givenName: 'Bob', familyName: "O'Brien" },
    externalId: 'Ext-1',
    emails: [{ value: 'bob@home.example', type: 'home' }],
  }),
  userBody('cy@acme.example', { name: { givenName: 'Cy', familyName: 'Ray "the" \\ Slash' }, active: false, nickName: '' }),
  userBody('dee.eq@acme.example', {
    name: { givenName: 'Dee', familyName: 'Zu' },
    title: 'engineer and co',
    [enterpriseUrn]: { employeeNumber: '7', manager: { value: '26118' } },
  }),
  userBody('eve@other.example', { name: { givenName: 'Eve', familyName: 'Ümit' }, [vendorUserUrn]: { OrganizationRole: 'Admin' } }),
];
const letters = ['a', 'b', 'c', 'd', 'e'];

describe('filters (RFC 7644 section 3.4.2.2)', () => {
  let open: OpenServer;
  const found = async (filter: string): Promise<string> => {
    const { status, body } = await open.ask('GET', `/Users?filter=${encodeURIComponent(filter)}`);
    if (status !== 200) return `${body.scimType}: ${body.detail}`;
    return body.Resources.map((user: { userName: string }) => user.userName[0]?.toLowerCase()).join('');
  };

  beforeAll(async () => {
    open = openServer({ profile: 'rfc' });
    for (const [at, person] of people.entries()) expect((await open.ask('POST', '/Users', person)).status, letters[at]).toBe(201);
  });

  test.each([
    // Table 3: operators on strings; userName is not case exact.
    ['userName eq "ann@acme.example"', 'a'],
    ['userName eq "ANN@ACME.EXAMPLE"', 'a'],
    ['userName Eq "bob@acme.example"', 'b'],
    ['userName ne "ann@acme.example"', 'bcde'],
    ['userName co "ACME"', 'abcd'],
    ['userName sw "b"', 'b'],
    ['userName ew "other.example"', 'e'],
    ['userName gt "cy@acme.example"', 'de'],
    ['userName ge "cy@acme.example"', 'cde'],
    ['userName lt "bob@acme.example"', 'a'],
    ['userName le "bob@acme.example"', 'ab'],
    ['userName eq ""', ''],
    ['title pr', 'ad'],
    ['not (title pr)', 'bce'],
    // An empty string is no value.
    ['nickName pr', ''],
    // externalId is case exact (RFC 7643 section 3.1).
    ['externalId eq "Ext-1"', 'b'],
    ['externalId eq "ext-1"', ''],
    ['title eq "engineer"', 'a'],
    ['title sw "engineer"', 'ad'],
    // Booleans, and strings that mean them.
    ['active eq true', 'abde'],
    ['active eq false', 'c'],
    ['active ne true', 'c'],
    ['active eq "False"', 'c'],
    // null: no value.
    ['title eq null', 'bce'],
    ['title ne null', 'ad'],
    // Sub-attributes, multi-valued attributes, their default sub-attribute.
    ['name.familyName eq "lee"', 'a'],
    ['name.familyName co "o\'"', 'b'],
    ['emails co "home.example"', 'ab'],
    ['emails.value ew "work.example"', 'a'],
    ['emails.type eq "home"', 'ab'],
    ['emails pr', 'ab'],
    ['name pr', 'abcde'],
    // Value paths: one and the same value meets the whole filter.
    ['emails[type eq "work" and value co "home"]', ''],
    ['emails[type eq "home" and value co "home"]', 'ab'],
    ['emails[primary eq true]', 'a'],
    ['emails[not (type eq "home")]', 'a'],
    ['emails[type eq "work" or value sw "bob"] and userName co "acme"', 'ab'],
    // Precedence: not, and, or; grouping.
    ['userName sw "a" or userName sw "b" and active eq false', 'a'],
    ['(userName sw "a" or userName sw "b") and active eq true', 'ab'],
    ['not (userName sw "a") and not (userName sw "b")', 'cde'],
    ['not (userName sw "a" or userName sw "b")', 'cde'],
    ['((((userName eq "eve@other.example"))))', 'e'],
    ['userName eq "ann@acme.example" and title eq "nothing"', ''],
    ['userName eq "ann@acme.example" or userName eq "eve@other.example"', 'ae'],
    // Quotes, escapes and words that look like operators.
    ['name.familyName eq "Ray \\"the\\" \\\\ Slash"', 'c'],
    ['title co "and"', 'd'],
    ['userName eq "dee.eq@acme.example"', 'd'],
    ['title eq "engineer and co" and userName co " eq "', ''],
    ['name.familyName eq "\\u00dcmit"', 'e'],
    ['name.familyName eq "ÜMIT"', 'e'],
    // Names in any case, full URNs, extensions.
    ['USERNAME eq "ann@acme.example"', 'a'],
    [`${userUrn}:userName eq "ann@acme.example"`, 'a'],
    [`${userUrn.toUpperCase()}:name.givenName eq "ann"`, 'a'],
    [`${vendorUserUrn}:OrganizationRole eq "admin"`, 'e'],
    [`${enterpriseUrn}:employeeNumber eq "7"`, 'd'],
    [`${enterpriseUrn}:manager.value eq "26118"`, 'd'],
    [`${enterpriseUrn} pr`, 'd'],
    // meta: dates compare as times.
    ['meta.resourceType eq "User"', 'abcde'],
    ['meta.created ge "2026-01-31T12:00:03Z"', 'cde'],
    ['meta.created lt "2026-01-31T13:00:02+01:00"', 'a'],
    ['id pr', 'abcde'],
    ['  userName   eq   "ann@acme.example"  ', 'a'],
  ])('%s → %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  test.each([
    ['userName', 'expected an operator'],
    ['userName eq', 'expected a value'],
    ['userName xx "a"', 'found "xx"'],
    ['userName eq ann', 'found "ann"'],
    ["userName eq 'ann'", 'double quotes'],
    ['userName eq "ann', 'closing double quote'],
    ['userName eq "a\\x"', 'escape'],
    ['userName eq "a" and', 'expected an attribute name, found the end'],
    ['userName eq "a" nor userName eq "b"', 'expected and, or, or the end'],
    ['(userName eq "a"', 'expected ), found the end'],
    ['userName eq "a")', 'found ")"'],
    ['emails[type eq "work"', 'expected ], found the end'],
    ['emails[nothing eq "work"]', 'nothing'],
    ['not userName eq "a"', 'expected an operator'],
    ['shoeSize eq 43', 'shoeSize'],
    ['name.shoeSize eq "43"', 'name.shoeSize'],
    ['urn:example:unknown:2.0:User:userName eq "a"', 'urn:example:unknown'],
    ['active gt true', 'eq or ne'],
    ['active eq "maybe"', 'true or false'],
    ['userName eq 5', 'string in double quotes'],
    ['userName gt null', 'eq or ne with null'],
    ['name eq "x"', 'sub-attribute'],
    ['meta.created gt "yesterday"', 'date'],
    ['a.b.c eq "x"', 'a.b.c'],
    ['userName eq "a"and active eq true', 'expected and, or, or the end'],
    ['eq eq eq', 'found "eq"'],
  ])('%s is 400 invalidFilter that names the part (%s)', async (filter, part) => {
    const answer = await found(filter);
    expect(answer).toMatch(/^invalidFilter: /);
    expect(answer).toContain(part);
  });

  test('depth and length are bounded, and a long filter takes no long time', async () => {
    expect(await found(`${'('.repeat(200)}userName pr${')'.repeat(200)}`)).toContain('levels of grouping');
    expect(await found(`userName eq "${'a'.repeat(9000)}"`)).toContain('at most 8192');
    expect(await found(Array.from({ length: 400 }, () => 'title pr').join(' or '))).toBe('ad');
  });

  test('a client that writes %20 for a space means + by +, one that writes + means a space', async () => {
    await open.ask('POST', '/Users', userBody('zed+scim@acme.example'));
    const total = async (query: string): Promise<number> => (await open.ask('GET', `/Users?filter=${query}`)).body.totalResults;
    expect(await total('userName%20eq%20"zed+scim@acme.example"')).toBe(1);
    expect(await total('userName+eq+"zed%2Bscim@acme.example"')).toBe(1);
    expect(await total('userName+eq+%22zed%2bscim%40acme.example%22')).toBe(1);
  });

  test('group names with dots, quotes, backslash, "eq" and spaces are found (jumpcloud-behaviour.md section 4)', async () => {
    const names = ['a.b', 'say "hi"', 'back\\slash', 'x eq y', 'tab\tbed', 'ends "', "it's", 'a,b', 'a&b=c', 'ümlaut', '(paren)', '[x]'];
    for (const displayName of names) {
      expect((await open.ask('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName })).status).toBe(
        201,
      );
      const filter = `displayName eq ${JSON.stringify(displayName)}`;
      const { body } = await open.ask('GET', `/Groups?filter=${encodeURIComponent(filter)}`);
      expect(
        body.Resources.map((group: { displayName: string }) => group.displayName),
        displayName,
      ).toEqual([displayName]);
    }
  });
});
