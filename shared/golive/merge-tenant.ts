import { userKey } from '../vendor/names';
import type { OrganisationSpec } from '../vendor/scenario';
import type { PulledScenario } from './tenant-scenario';

/**
 * The organisation as it was pulled, with what SCIM cannot tell as the admin entered it by hand: entities, mappings, rules, places
 * and people of other organisations stay with the users and groups that are still there (vendor-behaviour.md sections 4 to 7).
 */
export function mergeTenant(byHand: OrganisationSpec, pulled: PulledScenario['organisation']): OrganisationSpec {
  const users = new Map((byHand.users ?? []).map((user) => [userKey(user.userName), user]));
  const groups = new Map((byHand.groups ?? []).map((group) => [group.displayName, group]));
  return {
    ...byHand,
    name: byHand.name ?? pulled.name,
    groupProvisioning: pulled.groupProvisioning,
    users: pulled.users.map((user) => {
      const { teams, concurrencyGroup, subOrganization } = users.get(userKey(user.userName)) ?? {};
      return {
        ...user,
        ...(teams === undefined ? {} : { teams }),
        ...(concurrencyGroup === undefined || user.concurrencyGroup !== undefined ? {} : { concurrencyGroup }),
        ...(subOrganization === undefined ? {} : { subOrganization }),
      };
    }),
    groups: pulled.groups.map((group) => {
      const mappings = groups.get(group.displayName)?.mappings;
      return {
        displayName: group.displayName,
        members: [...group.members],
        ...(group.roles === undefined ? {} : { roles: [...group.roles] }),
        ...(mappings === undefined ? {} : { mappings }),
      };
    }),
  };
}
