import { emptyObject, type Json, type JsonObject } from '../../../shared/scim/json';
import { groupUrn, vendorGroupUrn } from '../../../shared/scim/urns';
import type { Group } from '../../../shared/vendor/model';
import { must } from '../../../shared/vendor/organisation';
import type { Desk } from './desk';
import { meta } from './render-user';
import { groupId, userId } from './resource-id';

export const groupLocation = (desk: Desk, id: number): string => `${desk.baseUrl}/Groups/${groupId(id)}`;

/** The Group as JSON text; `members` costs what it is long, so it can be left out (vendor-behaviour.md section 3). */
export const groupText = (desk: Desk, group: Group): string => JSON.stringify(groupResource(desk, group, true));

export function groupResource(desk: Desk, group: Group, withMembers: boolean): JsonObject {
  const row = must(desk.mirror.groupRows[group.id] ?? undefined);
  const resource = emptyObject();
  resource['schemas'] = [groupUrn, vendorGroupUrn];
  resource['id'] = groupId(group.id);
  const externalId = row.attributes?.['externalId'];
  if (externalId !== undefined) resource['externalId'] = externalId;
  resource['displayName'] = group.displayName;
  // An answer lists `members` even when there are none: JumpCloud looks for it (J17).
  if (withMembers) resource['members'] = memberList(desk, group);
  resource[vendorGroupUrn] = { LambdatestRoles: group.roles };
  resource['meta'] = meta('Group', row, groupLocation(desk, group.id));
  return resource;
}

export function memberList(desk: Desk, group: Group): readonly Json[] {
  const list: Json[] = [];
  for (const personId of group.members) {
    const person = must(desk.mirror.organisation.people.get(personId));
    list.push({ value: userId(personId), display: person.userName });
  }
  return list;
}
