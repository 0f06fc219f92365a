import { namesTag } from '../../../shared/scim/etag';
import type { JsonObject } from '../../../shared/scim/json';
import { readProjection } from '../../../shared/scim/list/list-query';
import { compileProjection, leavesOutMembers } from '../../../shared/scim/list/project';
import { httpError, type ScimError } from '../../../shared/scim/scim-error';
import type { Group, Person } from '../../../shared/vendor/model';
import { type AnswerBody, plainText } from './answer-body';
import { type Call, type Desk, type Draft, type Outcome, outcome, refused } from './desk';
import { groupLocation, groupResource, groupTag, groupText } from './render-group';
import { userLocation, userResource, userText } from './render-user';
import { userTag } from './user-tag';

/** The resource as an answer: projected, with its entity tag; 201 and 200 alike (RFC 7644 sections 3.3 to 3.5, 3.9, 3.14). */
export function answerUser(desk: Desk, call: Call, person: Person, draft: Draft): Outcome {
  const tag = userTag(desk, person);
  const about = { ...draft, people: [person.userName] };
  return answer(call, about, tag, userLocation(desk, person.id), () => {
    const projection = readProjection(call.parameters);
    if (!projection.ok) return projection.error;
    const project = compileProjection(desk.profile.user, projection.value);
    return project === null ? plainText(userText(desk, person)) : print(project(userResource(desk, person)));
  });
}

export function answerGroup(desk: Desk, call: Call, group: Group, draft: Draft): Outcome {
  const tag = groupTag(desk, group);
  const about = { ...draft, group: group.displayName };
  return answer(call, about, tag, groupLocation(desk, group.id), () => {
    const projection = readProjection(call.parameters);
    if (!projection.ok) return projection.error;
    const project = compileProjection(desk.profile.group, projection.value);
    if (project === null) return groupText(desk, group);
    return print(project(groupResource(desk, group, !leavesOutMembers(desk.profile.group, projection.value))));
  });
}

const print = (resource: JsonObject): string => JSON.stringify(resource);

function answer(call: Call, about: Draft, tag: string, location: string, render: () => AnswerBody | ScimError): Outcome {
  if (call.method === 'GET' || call.method === 'HEAD') {
    const changed = otherVersion(call, tag);
    if (changed !== null) return refused(changed, about);
    if (call.ifNoneMatch !== null && namesTag(call.ifNoneMatch, tag)) return outcome({ ...about, status: 304, headers: { ETag: tag } });
  }
  const body = render();
  if (typeof body !== 'string' && 'status' in body) return refused(body, about);
  return outcome({ ...about, body, headers: about.status === 201 ? { ETag: tag, Location: location } : { ETag: tag } });
}

/**
 * Before a write: 412 where the resource has changed since `If-Match` (RFC 7644 section 3.14), or has not since `If-None-Match` (RFC 9110
 * section 13.1.2).
 */
export function checkPrecondition(call: Call, tag: string): ScimError | null {
  if (call.ifNoneMatch === null || !namesTag(call.ifNoneMatch, tag)) return otherVersion(call, tag);
  return httpError(412, `If-None-Match: expected another version than ${tag}, the current one, found ${call.ifNoneMatch.slice(0, 80)}`);
}

/** `If-Match` holds for every method (RFC 9110 section 13.1.1). */
const otherVersion = (call: Call, tag: string): ScimError | null =>
  call.ifMatch === null || namesTag(call.ifMatch, tag)
    ? null
    : httpError(412, `If-Match: expected ${tag}, the current version, found ${call.ifMatch.slice(0, 80)}`);
