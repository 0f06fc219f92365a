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

  it('refuses one page of several: the others would look removed', () => {
    const roster = parseRosterJson(file({ totalCount: 43, results: [user('u1')] }));
    expect(roster.people).toEqual([]);
    expect(roster.problems[0]).toMatchObject({ code: 'incomplete-list', severity: 'error' });
    expect(roster.problems[0]?.message).toContain('43');
  });

  it.each([
    ['no JSON', '{"results":', 'bad-json', ''],
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
