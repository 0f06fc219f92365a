import type { Mapping } from './model';
import { none } from './model';
import { entities, entityById, groups, must, type Organisation, people } from './organisation';
import type { OrganisationSpec } from './scenario';
import { viewPerson } from './view-person';

/**
 * An organisation as a scenario has it (formats.md section 1): what there is, without how it came about. Soft-deleted groups,
 * remembered decisions and what an admin hid by hand are history and not told; of an organisation that was only loaded nothing is lost.
 */
export function organisationSpec(org: Organisation): OrganisationSpec {
  return {
    name: org.name,
    groupProvisioning: org.groupProvisioning,
    defaultConcurrencyGroup: org.defaultConcurrencyGroup,
    enabledTypes: [...org.enabledTypes],
    entities: [...entities(org)].filter((entity) => !entity.deleted).map(({ type, name }) => ({ type, name })),
    users: [...people(org)].map((person) => {
      const { active, teams, concurrencyGroup, subOrganization } = viewPerson(org, person);
      const { userName, givenName, familyName, ownRole } = person;
      return { userName, givenName, familyName, active, role: ownRole, teams: [...teams], concurrencyGroup, subOrganization };
    }),
    usersInOtherOrganisations: [...org.inOtherOrganisations],
    groups: [...groups(org)]
      .filter((group) => group.state === 'active')
      .map((group) => ({
        displayName: group.displayName,
        members: [...group.members].map((id) => must(org.people.get(id)).userName),
        roles: [...group.roles],
        mappings: group.mappings.map((mapping) => mappingSpec(org, mapping)),
      })),
    rules: org.rules.map((rule) => rule.spec),
  };
}

function mappingSpec(
  org: Organisation,
  mapping: Mapping,
): NonNullable<NonNullable<OrganisationSpec['groups']>[number]['mappings']>[number] {
  const { type, status, targetDeleted } = mapping;
  const name = mapping.entityId === none ? mapping.name : (entityById(org, mapping.entityId)?.name ?? mapping.name);
  return { type, name, status, ...(targetDeleted ? { targetDeleted } : {}) };
}
