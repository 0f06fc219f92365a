import { describe, expect, it } from 'vitest';
import { mergeTenant } from '../../../../shared/golive/merge-tenant';
import type { OrganisationSpec } from '../../../../shared/vendor/scenario';

const byHand: OrganisationSpec = {
  name: 'Acme',
  groupProvisioning: true,
  entities: [{ type: 'Team', name: 'eng' }],
  rules: [{ type: 'matchAll', target: 'Team', autoApprove: true, priority: 1 }],
  usersInOtherOrganisations: ['old@acme.example'],
  users: [
    { userName: 'Ann@acme.example', role: 'Admin', teams: ['eng'], concurrencyGroup: 'QA' },
    { userName: 'gone@acme.example', teams: ['eng'] },
  ],
  groups: [{ displayName: 'eng', members: ['gone@acme.example'], mappings: [{ type: 'Team', name: 'eng', status: 'Approved' }] }],
};

describe('a pulled tenant taken over', () => {
  const merged = mergeTenant(byHand, {
    name: 'auth.lambdatest.com',
    groupProvisioning: false,
    users: [
      { userName: 'ann@acme.example', givenName: 'Ann', familyName: 'Lee', active: true, role: 'Guest' },
      { userName: 'new@acme.example', givenName: 'New', familyName: 'One', active: true },
    ],
    groups: [
      { displayName: 'eng', members: ['ann@acme.example'], roles: ['User'] },
      { displayName: 'qa', members: [] },
    ],
  });

  it('has the users and groups that are there, and no others', () => {
    expect(merged.users?.map((user) => user.userName)).toEqual(['ann@acme.example', 'new@acme.example']);
    expect(merged.groups?.map((group) => [group.displayName, group.members])).toEqual([
      ['eng', ['ann@acme.example']],
      ['qa', []],
    ]);
    expect(merged.groupProvisioning).toBe(false);
    expect(merged.users?.[0]?.role).toBe('Guest');
  });

  it('keeps what SCIM cannot tell as it was entered by hand', () => {
    expect(merged).toMatchObject({
      name: 'Acme',
      entities: byHand.entities,
      rules: byHand.rules,
      usersInOtherOrganisations: ['old@acme.example'],
    });
    expect(merged.users?.[0]).toMatchObject({ teams: ['eng'], concurrencyGroup: 'QA' });
    expect(merged.users?.[1]).not.toHaveProperty('teams');
    expect(merged.groups?.[0]?.mappings).toEqual([{ type: 'Team', name: 'eng', status: 'Approved' }]);
    expect(merged.groups?.[1]).not.toHaveProperty('mappings');
  });
});
