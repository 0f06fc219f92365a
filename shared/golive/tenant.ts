import type { GroupResource, UserResource } from '../preflight/read-resource';
import { assertNever } from '../result';

/** Something odd in how the lists were answered, which did not keep them from being read whole. */
export type PullFinding =
  | { readonly kind: 'total-is-page-size'; readonly list: TenantList; readonly said: number; readonly read: number }
  | { readonly kind: 'overlap'; readonly list: TenantList; readonly repeated: number }
  | { readonly kind: 'ignores-start-index'; readonly list: TenantList }
  | { readonly kind: 'groups-refused'; readonly status: number }
  | { readonly kind: 'unknown-member'; readonly group: string; readonly ids: readonly string[] }
  | { readonly kind: 'same-name'; readonly list: TenantList; readonly names: readonly string[] };

export type TenantList = 'Users' | 'Groups';

/** A live service provider's users and groups, read whole. `groups` is null where the service refuses to list them. */
export interface Tenant {
  readonly users: readonly UserResource[];
  readonly groups: readonly GroupResource[] | null;
  readonly findings: readonly PullFinding[];
}

export function explainFinding(finding: PullFinding): string {
  switch (finding.kind) {
    case 'total-is-page-size':
      return `${finding.list}: totalResults said ${finding.said}, further pages held more; all ${finding.read} were read. A client that trusts totalResults sees only the first page.`;
    case 'overlap':
      return `${finding.list}: ${finding.repeated} entries came on two pages. The count is right all the same.`;
    case 'ignores-start-index':
      return `${finding.list}: startIndex is ignored, every page is the first one. Nothing was lost, because it holds everything.`;
    case 'groups-refused':
      return finding.status === 403
        ? 'Groups could not be read (403): group provisioning is off, so they are unknown, not absent.'
        : `Groups could not be read (${finding.status}): the service has none, or not at this address.`;
    case 'unknown-member':
      return `The group "${finding.group}" lists ${finding.ids.length} members that are no users of the list; they were left out.`;
    case 'same-name':
      return `${finding.list}: names that differ in case only: ${finding.names.slice(0, 5).join(', ')}${finding.names.length > 5 ? ' …' : ''}.`;
    default:
      return assertNever(finding);
  }
}
