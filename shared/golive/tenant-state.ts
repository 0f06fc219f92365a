import type { DirectoryState } from './drift';
import type { Tenant } from './tenant';

/** A pulled tenant in the shape that is compared: members by userName. */
export function stateOfTenant(tenant: Tenant): DirectoryState {
  const names = new Map(tenant.users.map((user) => [user.id, user.userName]));
  return {
    users: tenant.users.map(({ userName, active, role }) => ({ userName, active, role })),
    groups:
      tenant.groups?.map((group) => ({
        displayName: group.displayName,
        members: (group.memberIds ?? []).map((id) => names.get(id) ?? `unknown id ${id}`),
      })) ?? null,
  };
}
