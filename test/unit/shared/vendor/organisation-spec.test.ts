import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../shared/vendor/assumptions';
import { loadOrganisation } from '../../../../shared/vendor/load-organisation';
import { organisationSpec } from '../../../../shared/vendor/organisation-spec';
import { type OrganisationSpec, readScenario } from '../../../../shared/vendor/scenario';
import { stateHash } from '../../../../shared/vendor/state-hash';

const load = (spec: OrganisationSpec) => {
  const loaded = loadOrganisation(spec, defaultAssumptions);
  if (!loaded.ok) throw new Error(loaded.error.message);
  return loaded.value;
};

const small: OrganisationSpec = {
  name: 'Acme',
  groupProvisioning: false,
  defaultConcurrencyGroup: 'Pool',
  enabledTypes: ['Team', 'ConcurrencyGroup'],
  entities: [
    { type: 'Team', name: 'eng' },
    { type: 'ConcurrencyGroup', name: 'QA' },
    { type: 'SubOrganization', name: 'EU' },
  ],
  users: [
    { userName: 'ann@acme.example', role: 'Admin', teams: ['eng'], concurrencyGroup: 'QA' },
    { userName: 'bob@acme.example', active: false, subOrganization: 'EU' },
    { userName: 'cyd@acme.example', teams: ['eng'] },
  ],
  usersInOtherOrganisations: ['old@acme.example'],
  groups: [
    { displayName: 'eng', members: ['ann@acme.example'], roles: ['User'], mappings: [{ type: 'Team', name: 'eng', status: 'Approved' }] },
    { displayName: 'gone', mappings: [{ type: 'ConcurrencyGroup', name: 'Old', status: 'Pending', targetDeleted: true }] },
  ],
  rules: [{ type: 'matchAll', target: 'Team', autoApprove: true, priority: 1 }],
};

describe('an organisation as a scenario has it', () => {
  const acme = readScenario(readFileSync('../shared/data/acme/scenario.json', 'utf8'));
  it.each([
    ['every kind of thing', small],
    ['acme', acme.ok ? acme.value.organisation : {}],
    ['nothing', {}],
  ])('loads again to the same: %s', (_, spec) => {
    const org = load(spec);
    expect(stateHash(load(organisationSpec(org)))).toBe(stateHash(org));
  });

  it('names what it had', () => {
    expect(organisationSpec(load(small))).toMatchObject({
      name: 'Acme',
      groupProvisioning: false,
      defaultConcurrencyGroup: 'Pool',
      rules: small.rules,
      entities: small.entities,
    });
  });
});
