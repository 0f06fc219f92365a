import { emptyObject, isObject, type JsonObject } from '../../../shared/scim/json';
import { vendorUserUrn } from '../../../shared/scim/urns';
import type { Role } from '../../../shared/vendor/event';
import type { Person } from '../../../shared/vendor/model';
import { type Desk, deviates } from './desk';

/** An e-mail has no blanks around it; any other name is what it is, so that a filter finds it as it was sent. Empty where there is none. */
export function userNameOf(desk: Desk, resource: JsonObject): string {
  const { userName } = resource;
  if (typeof userName !== 'string') return '';
  const trimmed = userName.trim();
  return trimmed === '' || deviates(desk, 'user-name-is-email') ? trimmed : userName;
}

/** An attribute with sub-attributes, or an extension; empty where there is none. */
export const part = (resource: JsonObject, name: string): JsonObject => {
  const value = resource[name];
  return isObject(value) ? value : {};
};

interface Fields {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly role?: Role;
  readonly active?: boolean;
  readonly concurrencyGroup?: string;
}

/** What the organisation keeps of a User; what was not sent is not there. */
export function fieldsOf(resource: JsonObject): Fields {
  const name = part(resource, 'name');
  const extension = part(resource, vendorUserUrn);
  const { givenName, familyName } = name;
  const { active } = resource;
  const { OrganizationRole: role, LambdatestGroup: concurrencyGroup } = extension;
  const fields: { -readonly [Name in keyof Fields]: Fields[Name] } = {};
  if (typeof givenName === 'string') fields.givenName = givenName;
  if (typeof familyName === 'string') fields.familyName = familyName;
  if (typeof role === 'string') fields.role = role as Role;
  if (typeof active === 'boolean') fields.active = active;
  if (typeof concurrencyGroup === 'string') fields.concurrencyGroup = concurrencyGroup;
  return fields;
}

/** The first that a new User of this vendor must have and this one has not; null where all are there (vendor-behaviour.md section 2). */
export function missingOnCreate(wanted: JsonObject): string | null {
  const { givenName, familyName, active } = fieldsOf(wanted);
  if (!givenName?.trim()) return 'name.givenName';
  if (!familyName?.trim()) return 'name.familyName';
  return active === undefined ? 'active' : null;
}

/** The rest of the User, kept as it came (RFC 7643 section 4.1); at this vendor only `externalId` and the formatted name. */
export function keptAttributes(desk: Desk, wanted: JsonObject, known: Person | undefined): JsonObject | null {
  const before = known === undefined ? {} : (desk.mirror.userRows.attributes(known.id) ?? {});
  const { schemas: _s, id: _i, meta: _m, groups: _g, userName: _u, active: _a, [vendorUserUrn]: _e, name, ...others } = wanted;
  const { givenName, familyName, ...nameParts } = isObject(name) ? name : {};
  const kept = emptyObject();
  if (deviates(desk, 'few-attributes')) {
    const externalId = others['externalId'] ?? before['externalId'];
    if (externalId !== undefined) kept['externalId'] = externalId;
    const formatted = known === undefined ? nameParts['formatted'] : part(before, 'name')['formatted'];
    if (formatted !== undefined && formatted !== wholeName(givenName, familyName)) kept['name'] = { formatted };
  } else {
    for (const [key, value] of Object.entries(others)) if (value !== undefined) kept[key] = value;
    const assigned = Object.entries(nameParts).filter(
      ([key, value]) => value !== undefined && !(key === 'formatted' && value === wholeName(givenName, familyName)),
    );
    if (assigned.length > 0) kept['name'] = Object.fromEntries(assigned);
  }
  return Object.keys(kept).length === 0 ? null : kept;
}

/** What this vendor keeps of a User, or tells of it. */
export const vendorNames = new Set(['schemas', 'id', 'meta', 'groups', 'userName', 'name', 'active', 'externalId', vendorUserUrn]);

/** True where the body has something that this vendor does not keep. */
export const dropsAttributes = (desk: Desk, wanted: JsonObject): boolean =>
  deviates(desk, 'few-attributes') && Object.keys(wanted).some((name) => wanted[name] !== undefined && !vendorNames.has(name));

/** The same of what a PATCH named. */
export const dropsNames = (desk: Desk, touched: ReadonlySet<string>): boolean =>
  deviates(desk, 'few-attributes') && [...touched].some((name) => !vendorNames.has(name) && !name.startsWith(`${vendorUserUrn}:`));

/** The formatted name that the two others make. */
export const wholeName = (givenName: unknown, familyName: unknown): string => `${givenName ?? ''} ${familyName ?? ''}`.trim();
