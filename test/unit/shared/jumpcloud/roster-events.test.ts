import { describe, expect, it } from 'vitest';
import type { Roster, RosterPerson } from '../../../../shared/jumpcloud/roster';
import { rosterEvents } from '../../../../shared/jumpcloud/roster-events';

const person = (email: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  email,
  firstname: 'Ann',
  lastname: 'Lee',
  active: true,
  groups: [],
  line: 2,
  ...more,
});
const roster = (people: readonly RosterPerson[], emptyGroups: readonly string[] = []): Roster => ({
  people,
  emptyGroups,
  hasNames: true,
  problems: [],
});
const nobody = { hasActiveGroup: () => false, isInOtherOrganisation: () => false };

describe('what JumpCloud pushes for a roster', () => {
  it('is people by e-mail, then groups by name', () => {
    const { events } = rosterEvents(
      roster([person('B@x.example', { groups: ['a'] }), person('a@x.example', { groups: ['b', 'a'], role: 'Guest' })]),
      nobody,
    );
    expect(events).toEqual([
      { type: 'pushUser', userName: 'a@x.example', givenName: 'Ann', familyName: 'Lee', role: 'Guest', active: true },
      { type: 'pushUser', userName: 'B@x.example', givenName: 'Ann', familyName: 'Lee', active: true },
      { type: 'pushGroup', displayName: 'a', members: ['a@x.example', 'B@x.example'] },
      { type: 'pushGroup', displayName: 'b', members: ['a@x.example'] },
    ]);
  });

  it('leaves STAGED people out and deactivates suspended ones (J13)', () => {
    const { events, notices } = rosterEvents(
      roster([person('s@x.example', { active: false, staged: true, groups: ['g'] }), person('i@x.example', { active: false })]),
      nobody,
    );
    expect(events).toEqual([{ type: 'pushUser', userName: 'i@x.example', givenName: 'Ann', familyName: 'Lee', active: false }]);
    expect(notices).toEqual([
      { kind: 'staged-not-pushed', fact: 'J13', people: ['s@x.example'] },
      { kind: 'empty-group-not-created', fact: 'J11', groups: ['g'] },
    ]);
  });

  it('does not provision a person without both names (J18)', () => {
    const { events, notices } = rosterEvents(roster([person('n@x.example', { lastname: '' })]), nobody);
    expect(events).toEqual([]);
    expect(notices).toEqual([{ kind: 'nameless-not-pushed', fact: 'J18', people: ['n@x.example'] }]);
  });

  it('takes over a group of the same name (J11)', () => {
    const { events } = rosterEvents(roster([person('a@x.example', { groups: ['eng'] })]), {
      ...nobody,
      hasActiveGroup: (name) => name === 'eng',
    });
    expect(events[1]).toEqual({ type: 'setMembers', displayName: 'eng', members: ['a@x.example'] });
  });

  it('pushes a person of another organisation, who is refused, but lists them nowhere as a member', () => {
    const { events, notices } = rosterEvents(roster([person('a@x.example', { groups: ['g'] }), person('o@x.example', { groups: ['g'] })]), {
      ...nobody,
      isInOtherOrganisation: (email) => email === 'o@x.example',
    });
    expect(events.filter((event) => event.type === 'pushUser')).toHaveLength(2);
    expect(events.at(-1)).toEqual({ type: 'pushGroup', displayName: 'g', members: ['a@x.example'] });
    expect(notices).toEqual([{ kind: 'other-organisation-not-member', fact: 'section 2', people: ['o@x.example'] }]);
  });

  it('does not create an empty group, and empties one that is there (J11)', () => {
    const { events, notices } = rosterEvents(roster([], ['new', 'old']), { ...nobody, hasActiveGroup: (name) => name === 'old' });
    expect(events).toEqual([{ type: 'setMembers', displayName: 'old', members: [] }]);
    expect(notices).toEqual([
      { kind: 'empty-group-not-created', fact: 'J11', groups: ['new'] },
      { kind: 'empty-group-taken-over', fact: 'J11', groups: ['old'] },
    ]);
  });
});
