import { emptyObject, isObject, type Json, type JsonObject } from '../../../shared/scim/json';
import { enterpriseUserUrn, vendorGroupUrn, vendorUserUrn } from '../../../shared/scim/urns';
import type { Group, Person } from '../../../shared/vendor/model';
import { must } from '../../../shared/vendor/organisation';
import { type Desk, deviates } from './desk';
import { groupLocation, groupSchemas, groupTag, memberList } from './render-group';
import { extensionOf, groupsOf, isInGroups, metaParts, nameOf, userLocation, userSchemas } from './render-user';
import { groupId, userId } from './resource-id';
import type { ResourceRows } from './resource-rows';
import { userTag } from './user-tag';

/**
 * A resource as a filter or a sort key sees it: one object for all records of a type, that makes a part when it is asked for. A filter
 * over ten thousand Users then costs what it names and not ten thousand Users laid out. Not to be kept: it shows the record it was
 * turned to last.
 */
export type View = (id: number) => JsonObject;

type Parts = Readonly<Record<string, () => Json | undefined>>;

function lazy(parts: Parts): JsonObject {
  const object = emptyObject();
  for (const [name, get] of Object.entries(parts)) Object.defineProperty(object, name, { get, enumerable: true });
  return object;
}

const nothingKept: JsonObject = Object.freeze(emptyObject());

export function userView(desk: Desk): View {
  const { organisation, userRows } = desk.mirror;
  const hasGroups = !deviates(desk, 'few-attributes');
  let person = none<Person>();
  let kept = nothingKept;
  const asKept: Parts = Object.fromEntries(
    [...desk.profile.user.core.attributes.map(({ name }) => name), 'externalId', enterpriseUserUrn].map((name) => [name, () => kept[name]]),
  );
  const view = lazy({
    ...asKept,
    schemas: () => userSchemas(kept),
    id: () => userId(person.id),
    userName: () => person.userName,
    name: () => nameOf(person, isObject(kept['name']) ? kept['name'] : nothingKept),
    active: () => person.active,
    groups: () => (hasGroups && isInGroups(desk, person) ? groupsOf(desk, person) : undefined),
    [vendorUserUrn]: () => extensionOf(desk, person),
    meta: metaView(
      'User',
      userRows,
      () => person.id,
      (id) => userLocation(desk, id),
      () => userTag(desk, person),
    ),
  });
  return (id) => {
    person = must(organisation.people.get(id));
    kept = userRows.attributes(id) ?? nothingKept;
    return view;
  };
}

export function groupView(desk: Desk): View {
  const { organisation, groupRows } = desk.mirror;
  let group = none<Group>();
  const view = lazy({
    schemas: () => groupSchemas,
    id: () => groupId(group.id),
    externalId: () => groupRows.attributes(group.id)?.['externalId'],
    displayName: () => group.displayName,
    members: () => memberList(desk, group),
    [vendorGroupUrn]: () => ({ LambdatestRoles: group.roles }),
    meta: metaView(
      'Group',
      groupRows,
      () => group.id,
      (id) => groupLocation(desk, id),
      () => groupTag(desk, group),
    ),
  });
  return (id) => {
    group = must(organisation.groups.get(id));
    return view;
  };
}

/** Before the view was turned to a record. */
const none = <T>(): T => undefined as T;

function metaView(
  resourceType: 'User' | 'Group',
  rows: ResourceRows,
  id: () => number,
  location: (id: number) => string,
  version: () => string,
): () => JsonObject {
  const view = lazy({
    resourceType: () => resourceType,
    created: () => metaParts.created(rows, id()),
    lastModified: () => metaParts.lastModified(rows, id()),
    location: () => location(id()),
    version,
  });
  return () => view;
}
