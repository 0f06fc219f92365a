import { emptyObject, isObject, type Json, type JsonObject } from '../../../shared/scim/json';
import { enterpriseUserUrn, userUrn, vendorUserUrn } from '../../../shared/scim/urns';
import type { Person } from '../../../shared/vendor/model';
import { none } from '../../../shared/vendor/model';
import { must } from '../../../shared/vendor/organisation';
import { type Ascii, asAscii, type Pieces } from './answer-body';
import { type Desk, deviates } from './desk';
import { groupId, userId } from './resource-id';
import type { ResourceRows } from './resource-rows';
import { userTag } from './user-tag';

export const userLocation = (desk: Desk, personId: number): string => `${desk.baseUrl}/Users/${userId(personId)}`;

/** The User as JSON text, rendered once for each version while it is asked for (vendor-behaviour.md section 2, RFC 7643 section 4.1). */
export function userText(desk: Desk, person: Person): Ascii | string {
  // With `groups` the text also hangs on groups' names: it is rendered each time.
  if (!deviates(desk, 'few-attributes')) return JSON.stringify(userResource(desk, person));
  const { userTexts } = desk.mirror;
  let text = userTexts.get(person.id);
  if (text === undefined) {
    text = asAscii(JSON.stringify(userResource(desk, person)));
    userTexts.set(person.id, text);
  }
  return text;
}

/** Users that follow one another in the list, with commas between them; null where each is rendered for itself. */
export function userPage(desk: Desk, ids: readonly number[]): Pieces | null {
  if (!deviates(desk, 'few-attributes')) return null;
  const { organisation, pageTexts, userRows } = desk.mirror;
  return pageTexts.page(
    ids,
    (id) => userRows.has(id),
    (id) => JSON.stringify(userResource(desk, must(organisation.people.get(id)))),
  );
}

export function userResource(desk: Desk, person: Person): JsonObject {
  const { userRows } = desk.mirror;
  const kept = userRows.attributes(person.id) ?? {};
  const { name, externalId, [enterpriseUserUrn]: enterprise, ...others } = kept;
  const resource = emptyObject();
  resource['schemas'] = userSchemas(kept);
  resource['id'] = userId(person.id);
  if (externalId !== undefined) resource['externalId'] = externalId;
  resource['userName'] = person.userName;
  const fullName = nameOf(person, isObject(name) ? name : {});
  if (fullName !== undefined) resource['name'] = fullName;
  Object.assign(resource, others);
  resource['active'] = person.active;
  if (!deviates(desk, 'few-attributes') && isInGroups(desk, person)) resource['groups'] = groupsOf(desk, person);
  resource[vendorUserUrn] = extensionOf(desk, person);
  if (enterprise !== undefined) resource[enterpriseUserUrn] = enterprise;
  resource['meta'] = meta('User', userRows, person.id, userLocation(desk, person.id), userTag(desk, person));
  return resource;
}

export const userSchemas = (kept: JsonObject): readonly string[] =>
  kept[enterpriseUserUrn] === undefined ? [userUrn, vendorUserUrn] : [userUrn, vendorUserUrn, enterpriseUserUrn];

export function nameOf(person: Person, kept: JsonObject): JsonObject | undefined {
  const whole = `${person.givenName} ${person.familyName}`.trim();
  if (whole === '' && Object.keys(kept).length === 0) return undefined;
  const name = emptyObject();
  name['givenName'] = person.givenName;
  name['familyName'] = person.familyName;
  if (whole !== '') name['formatted'] = whole;
  return Object.assign(name, kept);
}

export function extensionOf(desk: Desk, person: Person): JsonObject {
  const { concurrencyGroup } = person.placement;
  return {
    OrganizationRole: person.role,
    ...(concurrencyGroup === none ? {} : { LambdatestGroup: must(desk.mirror.organisation.entities.get(concurrencyGroup)).name }),
  };
}

export const isInGroups = (desk: Desk, person: Person): boolean => desk.mirror.organisation.memberships.count(person.id) > 0;

export const groupsOf = (desk: Desk, person: Person): readonly Json[] =>
  desk.mirror.organisation.memberships.groupIds(person.id).map((id) => ({
    value: groupId(id),
    $ref: `${desk.baseUrl}/Groups/${groupId(id)}`,
    display: must(desk.mirror.organisation.groups.get(id)).displayName,
    type: 'direct',
  }));

export const metaParts = {
  created: (rows: ResourceRows, id: number): string => new Date(rows.created(id)).toISOString(),
  lastModified: (rows: ResourceRows, id: number): string => new Date(rows.modified(id)).toISOString(),
};

export const meta = (resourceType: 'User' | 'Group', rows: ResourceRows, id: number, location: string, tag: string): JsonObject => ({
  resourceType,
  created: metaParts.created(rows, id),
  lastModified: metaParts.lastModified(rows, id),
  location,
  version: tag,
});
