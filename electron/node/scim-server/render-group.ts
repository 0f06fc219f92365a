import { entityTag } from '../../../shared/scim/etag';
import { emptyObject, type Json, type JsonObject } from '../../../shared/scim/json';
import { groupUrn, vendorGroupUrn } from '../../../shared/scim/urns';
import type { Group } from '../../../shared/vendor/model';
import { must } from '../../../shared/vendor/organisation';
import { type AnswerBody, AnswerWriter } from './answer-body';
import type { Desk } from './desk';
import { meta } from './render-user';
import { groupId, userId } from './resource-id';

export const groupLocation = (desk: Desk, id: number): string => `${desk.baseUrl}/Groups/${groupId(id)}`;

export const groupTag = (desk: Desk, group: Group): string => entityTag(desk.mirror.groupRows.version(group.id));

export const groupSchemas: readonly string[] = [groupUrn, vendorGroupUrn];

/** The Group as JSON; of a large one the members are texts that lie ready (vendor-behaviour.md section 3). */
export function groupText(desk: Desk, group: Group): AnswerBody {
  const members = desk.mirror.memberTexts.pieces(group);
  if (members === null) return JSON.stringify(groupResource(desk, group, true));
  const bytes = members.reduce((sum, piece) => sum + piece.length, 0);
  const before = JSON.stringify(beforeMembers(desk, group)).slice(0, -1);
  const after = JSON.stringify(afterMembers(desk, group)).slice(1);
  return new AnswerWriter().add(`${before},"members":[`).add({ pieces: members, bytes }).add(`],${after}`).done();
}

export function groupResource(desk: Desk, group: Group, withMembers: boolean): JsonObject {
  const resource = beforeMembers(desk, group);
  // An answer lists `members` even when there are none: JumpCloud looks for it (J17).
  if (withMembers) resource['members'] = memberList(desk, group);
  return Object.assign(resource, afterMembers(desk, group));
}

function beforeMembers(desk: Desk, group: Group): { [key: string]: Json | undefined } {
  const resource = emptyObject();
  resource['schemas'] = groupSchemas;
  resource['id'] = groupId(group.id);
  const externalId = desk.mirror.groupRows.attributes(group.id)?.['externalId'];
  if (externalId !== undefined) resource['externalId'] = externalId;
  resource['displayName'] = group.displayName;
  return resource;
}

const afterMembers = (desk: Desk, group: Group): JsonObject => ({
  [vendorGroupUrn]: { LambdatestRoles: group.roles },
  meta: meta('Group', desk.mirror.groupRows, group.id, groupLocation(desk, group.id), groupTag(desk, group)),
});

export function memberList(desk: Desk, group: Group): readonly Json[] {
  const list: Json[] = [];
  for (const personId of group.members) {
    const person = must(desk.mirror.organisation.people.get(personId));
    list.push({ value: userId(personId), display: person.userName });
  }
  return list;
}
