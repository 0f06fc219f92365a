import { describe, expect, it } from 'vitest';
import { parseRosterJson } from '../../../../shared/jumpcloud/roster-json';

const user = (id: string, more: object = {}): object => ({
  _id: id,
  username: id,
  email: `${id}@acme.example`,
  firstname: 'Ann',
  lastname: 'Lee',
  state: 'ACTIVATED',
  suspended: false,
  ...more,
});
const file = (value: object): string => JSON.stringify(value);

describe('a roster of JumpCloud API answers', () => {
  it('joins users, groups and memberships, direct and inherited', () => {
    const roster = parseRosterJson(
      file({
        systemusers: { totalCount: 2, results: [user('u1'), { ...user('u2', { state: 'SUSPENDED' }), _id: undefined, id: 'u2' }] },
        usergroups: [
          { id: 'g1', name: 'eng', type: 'user_group' },
          { id: 'g2', name: 'qa', type: 'user_group' },
          { id: 'g3', name: 'nobody', type: 'user_group' },
        ],
        memberships: { g1: [{ id: 'u1', type: 'user' }], g2: [{ to: { id: 'u1', type: 'user' } }, { id: 'u2', type: 'user' }], g3: [] },
      }),
    );
    expect(roster.people.map(({ email, active, groups }) => [email, active, groups])).toEqual([
      ['u1@acme.example', true, ['eng', 'qa']],
      ['u2@acme.example', false, ['qa']],
    ]);
    expect(roster.emptyGroups).toEqual(['nobody']);
    expect(roster.problems).toEqual([]);
  });

  it('reads a single systemusers answer, with the states of J13', () => {
    const roster = parseRosterJson(
      file({ totalCount: 2, results: [user('u1', { state: 'STAGED' }), user('u2', { state: undefined, suspended: true })] }),
    );
    expect(roster.people.map(({ active, staged }) => [active, staged === true])).toEqual([
      [false, true],
      [false, false],
    ]);
  });

  const [users, groups, inEng] = [[user('u1'), user('u2')], [{ id: 'g1', name: 'eng', type: 'user_group' }], [{ id: 'u1', type: 'user' }]];
  it.each([
    ['the names of the addresses', { systemusers: users, usergroups: groups, membership: { g1: inEng } }],
    ['/members answers', { systemusers: users, usergroups: groups, members: { g1: [{ from: null, to: inEng[0], attributes: null }] } }],
    ['names in camel case', { systemUsers: { totalCount: 2, results: users }, userGroups: groups, memberships: { eng: inEng } }],
    ['names in snake case', { system_users: users, user_groups: groups, memberships: [{ groupId: 'g1', members: inEng }] }],
    ['short names', { users, groups, memberships: [{ group: 'g1', users: ['u1'] }] }],
    ['members in their group', { users, groups: [{ ...groups[0], members: inEng }] }],
    [
      'pages one after the other',
      { systemusers: users.map((one) => ({ totalCount: 2, results: [one] })), usergroups: [groups], members: { g1: inEng } },
    ],
  ])('reads %s', (_name, value) => {
    const roster = parseRosterJson(file(value));
    expect(roster.problems).toEqual([]);
    expect(roster.people.map(({ email, groups: of }) => [email, of])).toEqual([
      ['u1@acme.example', ['eng']],
      ['u2@acme.example', []],
    ]);
  });

  it('says when there is nobody', () => {
    expect(parseRosterJson('[]').problems).toMatchObject([{ code: 'no-people', severity: 'warning' }]);
  });

  it('passes over nothing in silence', () => {
    const roster = parseRosterJson(file({ users, groups, memberships: { g1: inEng, g9: inEng }, devices: [] }));
    expect(roster.people).toHaveLength(2);
    expect(roster.problems.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'The field "devices" is not read.'],
      ['warning', 'memberships has an entry for "g9", which is none of the groups.'],
    ]);
    expect(parseRosterJson(file({ message: 'Unauthorized' })).problems[0]?.message).toBe(
      'Expected the field "systemusers", found "message".',
    );
    expect(parseRosterJson(file({ users, systemusers: users })).problems[0]?.message).toContain(
      '"systemusers" is there under another name',
    );
  });

  it('refuses one page of several: the others would look removed', () => {
    const roster = parseRosterJson(file({ totalCount: 43, results: [user('u1')] }));
    expect(roster.people).toEqual([]);
    expect(roster.problems[0]).toMatchObject({ code: 'incomplete-list', severity: 'error' });
    expect(roster.problems[0]?.message).toContain('43');
  });

  it.each([
    ['no JSON', '{"results":', 'bad-json', ''],
    ['a comma too many', '{"results": [\n  {"id": "u1"},\n]}', 'bad-json', 'line 3, column 1'],
    ['a scenario in it', '{"format":"scim-preflight/scenario@1"}', 'bad-entry', 'scim-preflight/scenario@1'],
    ['a user without an id', file({ systemusers: [{ email: 'a@b.example' }] }), 'bad-entry', 'systemusers[0]'],
    ['a group without a name', file({ systemusers: [], usergroups: [{ id: 'g' }] }), 'bad-entry', 'usergroups[0].name'],
    ['a group whose members are missing', file({ systemusers: [], usergroups: [{ id: 'g', name: 'eng' }] }), 'incomplete-list', 'eng'],
  ])('with %s is refused and says where', (_name, text, code, where) => {
    const roster = parseRosterJson(text);
    expect(roster.problems[0]?.code).toBe(code);
    expect(roster.problems[0]?.message).toContain(where);
  });

  it('reports users without an address and the same address in another case', () => {
    const roster = parseRosterJson(
      file({ systemusers: [user('u1'), user('u2', { email: 'U1@ACME.example' }), user('u3', { email: '' })] }),
    );
    expect(roster.people).toHaveLength(1);
    expect(roster.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'duplicate-email'],
      [3, 'no-email'],
    ]);
  });
});
