import { describe, expect, it } from 'vitest';
import { editOrganisation } from '../../../../shared/preview/edit-organisation';
import { kindsOf } from '../../../../shared/preview/person-kind';

describe('edits of the vendor side', () => {
  it('puts a person in the place of the one with the same userName, whatever its case, and adds others at the end', () => {
    const spec = { users: [{ userName: 'ann@x.example', role: 'User' as const }, { userName: 'bob@x.example' }] };
    const edited = editOrganisation(spec, {
      kind: 'put-users',
      users: [{ userName: 'ANN@x.example', role: 'Admin' }, { userName: 'eva@x.example' }],
    });
    expect(edited.spec.users).toEqual([
      { userName: 'ANN@x.example', role: 'Admin' },
      { userName: 'bob@x.example' },
      { userName: 'eva@x.example' },
    ]);
    expect(edited.label).toBe('Put 2 people');
  });

  it('takes a removed person out of their groups too, and leaves what was there before as it was', () => {
    const spec = {
      users: [{ userName: 'ann@x.example' }, { userName: 'bob@x.example' }],
      groups: [{ displayName: 'g', members: ['Ann@x.example', 'bob@x.example'] }],
    };
    const edited = editOrganisation(spec, { kind: 'remove-user', userName: 'ann@x.example' });
    expect(edited.spec).toEqual({ users: [{ userName: 'bob@x.example' }], groups: [{ displayName: 'g', members: ['bob@x.example'] }] });
    expect(spec.groups[0]?.members).toHaveLength(2);
  });

  it('adds a place once, and tells places of two kinds with one name apart', () => {
    const team = { type: 'Team', name: 'eng' } as const;
    const group = { type: 'ConcurrencyGroup', name: 'eng' } as const;
    const { spec } = editOrganisation({ entities: [team] }, { kind: 'add-entities', entities: [team, group] });
    expect(spec.entities).toEqual([team, group]);
    expect(editOrganisation(spec, { kind: 'remove-entity', entity: team }).spec.entities).toEqual([group]);
  });
});

describe('what a plan does to a person', () => {
  const view = { active: true, role: 'User' as const, teams: ['a'], concurrencyGroup: 'Default', subOrganization: null };

  it('names each kind of change, several at once', () => {
    const after = { active: false, role: 'Admin' as const, teams: ['b'], concurrencyGroup: 'QA', subOrganization: 'EU' };
    expect(kindsOf({ before: view, after }, true)).toEqual([
      'gains-admin',
      'deactivated',
      'sub-organisation',
      'concurrency-group',
      'joins-team',
      'leaves-team',
      'conflict',
    ]);
  });

  it('counts a new Admin as created and as gaining Admin, and a new User as created only', () => {
    expect(kindsOf({ before: null, after: { ...view, role: 'Admin', teams: [] } }, false)).toEqual(['created', 'gains-admin']);
    expect(kindsOf({ before: null, after: { ...view, teams: [] } }, false)).toEqual(['created']);
  });

  it('finds nothing where nothing changes', () => {
    expect(kindsOf({ before: view, after: { ...view } }, false)).toEqual([]);
  });
});
