import type { Role } from '../vendor/event';
import type { PullFinding, Tenant } from './tenant';

/** The part of a scenario (formats.md section 1) that SCIM can tell. Entities, mappings, rules and manual assignments it cannot. */
export interface PulledScenario {
  readonly format: 'scim-preflight/scenario@1';
  readonly organisation: {
    readonly name: string;
    readonly groupProvisioning: boolean;
    readonly users: readonly {
      readonly userName: string;
      readonly givenName: string;
      readonly familyName: string;
      readonly active: boolean;
      readonly role?: Role;
      readonly concurrencyGroup?: string;
    }[];
    readonly groups: readonly { readonly displayName: string; readonly members: readonly string[]; readonly roles?: readonly Role[] }[];
  };
}

export interface ScenarioOfTenant {
  readonly scenario: PulledScenario;
  readonly findings: readonly PullFinding[];
}

export function scenarioOfTenant(tenant: Tenant, name: string): ScenarioOfTenant {
  const findings: PullFinding[] = [];
  const userNames = new Map(tenant.users.map((user) => [user.id, user.userName]));
  const groups = (tenant.groups ?? []).map((group) => {
    const members: string[] = [];
    const unknown: string[] = [];
    for (const id of new Set(group.memberIds ?? [])) {
      const userName = userNames.get(id);
      if (userName === undefined) unknown.push(id);
      else members.push(userName);
    }
    if (unknown.length > 0) findings.push({ kind: 'unknown-member', group: group.displayName, ids: unknown });
    return { displayName: group.displayName, members, ...(group.roles.length === 0 ? {} : { roles: group.roles }) };
  });
  const users = tenant.users.map(({ userName, givenName, familyName, active, role, concurrencyGroup }) => ({
    userName,
    givenName,
    familyName,
    active,
    ...(role === null ? {} : { role }),
    ...(concurrencyGroup === null ? {} : { concurrencyGroup }),
  }));
  const sameName = nearTwins((tenant.groups ?? []).map((group) => group.displayName));
  if (sameName.length > 0) findings.push({ kind: 'same-name', list: 'Groups', names: sameName });
  return {
    scenario: { format: 'scim-preflight/scenario@1', organisation: { name, groupProvisioning: tenant.groups !== null, users, groups } },
    findings,
  };
}

/** What the admin has to add by hand before a preview means anything (vendor-behaviour.md sections 4 to 7: none of it is in SCIM). */
export const notInScim = ['entities', 'mappings', 'rules', 'manual assignments', 'people of other organisations'] as const;

function nearTwins(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string[]>();
  for (const name of names) {
    const list = byKey.get(name.toLowerCase());
    if (list === undefined) byKey.set(name.toLowerCase(), [name]);
    else list.push(name);
  }
  return [...byKey.values()].filter((list) => list.length > 1).flat();
}
