import { describe, expect, test } from 'vitest';
import type { Roster } from '../../../../../shared/jumpcloud/roster';
import { boundPeople, changeDirectory, directoryOf, peopleLetGo } from '../../../../../shared/jumpcloud/virtual/directory';
import { person } from './play';

const roster = (people: Roster['people']): Roster => ({ people, emptyGroups: ['empty'], hasNames: true, problems: [] });
const emails = (people: readonly { readonly email: string }[]): readonly string[] => people.map(({ email }) => email);

const all = roster([person('ann@acme.example', ['a', 'b']), person('bob@acme.example', ['b']), person('loose@acme.example', [])]);

test('all groups are bound, in the order of the roster, but those left out', () => {
  expect(directoryOf(all, []).bound).toEqual(['a', 'b', 'empty']);
  expect(directoryOf(all, ['b']).bound).toEqual(['a', 'empty']);
});

test('who is in no group of the roster is pushed; who is in unbound groups only is not', () => {
  expect(emails(boundPeople(directoryOf(all, ['b'])))).toEqual(['ann@acme.example', 'loose@acme.example']);
});

describe('J12: who is let go', () => {
  const directory = directoryOf(all, []);
  test.each([
    ['unbinding', { kind: 'unbind', group: 'b' } as const, ['bob@acme.example']],
    ['leaving the last group', { kind: 'leave', email: 'bob@acme.example', group: 'b' } as const, ['bob@acme.example']],
    ['leaving one of two', { kind: 'leave', email: 'ann@acme.example', group: 'b' } as const, []],
    ['deleting the group', { kind: 'delete-group', group: 'b' } as const, ['bob@acme.example']],
    ['renaming the group', { kind: 'rename-group', group: 'b', to: 'c' } as const, []],
    ['deleting the person', { kind: 'delete-person', email: 'bob@acme.example' } as const, []],
  ])('by %s', (_, change, expected) => {
    expect(emails(peopleLetGo(directory, changeDirectory(directory, change)))).toEqual(expected);
  });
});
