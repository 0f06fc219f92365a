import { describe, expect, it } from 'vitest';
import { compareStates, type DirectoryState } from '../../../../shared/golive/drift';

const expected: DirectoryState = {
  users: [
    { userName: 'ann@x.example', active: true, role: 'Admin' },
    { userName: 'bob@x.example', active: true, role: null },
    { userName: 'cid@x.example', active: true, role: 'User' },
  ],
  groups: [
    { displayName: 'eng', members: ['ann@x.example', 'bob@x.example'] },
    { displayName: 'ops', members: [] },
  ],
};

describe('drift', () => {
  it('is nothing between a state and itself, order and case of names aside', () => {
    expect(compareStates(expected, expected)).toEqual([]);
    expect(
      compareStates(expected, {
        users: [...expected.users].reverse(),
        groups: [
          { displayName: 'OPS', members: [] },
          { displayName: 'eng', members: ['BOB@x.example', 'ann@x.example'] },
        ],
      }),
    ).toEqual([]);
  });

  it('names every difference', () => {
    const found: DirectoryState = {
      users: [
        { userName: 'ann@x.example', active: false, role: 'User' },
        { userName: 'bob@x.example', active: true, role: 'Guest' },
        { userName: 'dot@x.example', active: true, role: 'User' },
      ],
      groups: [
        { displayName: 'eng', members: ['ann@x.example', 'dot@x.example'] },
        { displayName: 'new', members: ['dot@x.example'] },
      ],
    };
    expect(compareStates(expected, found)).toEqual([
      { kind: 'user-differs', userName: 'ann@x.example', field: 'active', expected: 'true', found: 'false' },
      { kind: 'user-differs', userName: 'ann@x.example', field: 'role', expected: 'Admin', found: 'User' },
      { kind: 'user-missing', userName: 'cid@x.example', active: true },
      { kind: 'user-unexpected', userName: 'dot@x.example', active: true },
      { kind: 'members-differ', displayName: 'eng', missing: ['bob@x.example'], unexpected: ['dot@x.example'] },
      { kind: 'group-unexpected', displayName: 'new', members: 1 },
      { kind: 'group-missing', displayName: 'ops', members: 0 },
    ]);
  });

  it('says nothing about groups where one side does not know them', () => {
    expect(compareStates(expected, { ...expected, groups: null })).toEqual([]);
  });
});
