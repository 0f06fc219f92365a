import { err, ok, type Result } from '../result';
import { type Role, roles } from '../vendor/event';

/** RFC 7644 section 3.4.2: what a list answer says about itself. */
export interface ListPage {
  readonly totalResults: number;
  readonly resources: readonly Readonly<Record<string, unknown>>[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The error is what was found instead. `Resources` may be missing where nothing was found (RFC 7644 section 3.4.2). */
export function readListPage(value: unknown): Result<ListPage, string> {
  if (!isRecord(value)) return err(Array.isArray(value) ? 'a bare array' : 'no JSON object');
  const total = value['totalResults'];
  if (typeof total !== 'number' || !Number.isInteger(total) || total < 0)
    return err(total === undefined ? 'an object without totalResults' : `totalResults ${JSON.stringify(total)}`);
  const resources = value['Resources'] ?? [];
  if (!Array.isArray(resources)) return err('Resources that is not an array');
  if (!resources.every(isRecord)) return err('an entry of Resources that is not an object');
  return ok({ totalResults: total, resources });
}

export interface UserResource {
  readonly id: string;
  readonly idIsString: boolean;
  readonly userName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly active: boolean;
  readonly role: Role | null;
  /** The vendor's `LambdatestGroup`: the concurrency group that the person is in. */
  readonly concurrencyGroup: string | null;
}

const vendorUserUrn = 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:User';
const vendorGroupUrn = 'urn:ietf:params:scim:schemas:extension:LambdaTest:2.0:Group';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Null without an id or a userName. A boolean may arrive as a string (J10); a missing `active` counts as active. */
export function readUserResource(value: unknown): UserResource | null {
  if (!isRecord(value)) return null;
  const id = value['id'];
  const userName = textOf(value['userName']);
  if ((typeof id !== 'string' && typeof id !== 'number') || String(id) === '' || userName === '') return null;
  const name = isRecord(value['name']) ? value['name'] : {};
  const extension = value[vendorUserUrn];
  const active = value['active'];
  return {
    id: String(id),
    idIsString: typeof id === 'string',
    userName,
    givenName: textOf(name['givenName']),
    familyName: textOf(name['familyName']),
    active: typeof active === 'string' ? active.toLowerCase() !== 'false' : active !== false,
    role: isRecord(extension) ? readRoleName(extension['OrganizationRole']) : null,
    concurrencyGroup: isRecord(extension) ? textOf(extension['LambdatestGroup']) || null : null,
  };
}

export interface GroupResource {
  readonly id: string;
  readonly idIsString: boolean;
  readonly displayName: string;
  /** User ids; null where the answer leaves `members` out, which says nothing about the membership. */
  readonly memberIds: readonly string[] | null;
  readonly roles: readonly Role[];
}

export function readGroupResource(value: unknown): GroupResource | null {
  if (!isRecord(value)) return null;
  const id = value['id'];
  const displayName = textOf(value['displayName']);
  if ((typeof id !== 'string' && typeof id !== 'number') || String(id) === '' || displayName === '') return null;
  const members = value['members'];
  const extension = value[vendorGroupUrn];
  const roleNames = isRecord(extension) && Array.isArray(extension['LambdatestRoles']) ? extension['LambdatestRoles'] : [];
  return {
    id: String(id),
    idIsString: typeof id === 'string',
    displayName,
    memberIds: Array.isArray(members)
      ? members
          .filter(isRecord)
          .flatMap((member) =>
            typeof member['value'] === 'string' || typeof member['value'] === 'number' ? [String(member['value'])] : [],
          )
      : null,
    roles: roleNames.flatMap((name) => readRoleName(name) ?? []),
  };
}

function readRoleName(value: unknown): Role | null {
  return roles.find((role) => role === value) ?? null;
}

/** The `detail` of a SCIM error (RFC 7644 section 3.12), short; empty where there is none. */
export function errorDetail(value: unknown): string {
  if (!isRecord(value)) return '';
  return (textOf(value['detail']) || textOf(value['message'])).slice(0, 200);
}
