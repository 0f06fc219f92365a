import { namesTag } from '../../../shared/scim/etag';
import type { JsonObject } from '../../../shared/scim/json';
import { readProjection } from '../../../shared/scim/list/list-query';
import { compileProjection, leavesOutMembers } from '../../../shared/scim/list/project';
import { httpError, type ScimError } from '../../../shared/scim/scim-error';
import type { Group, Person } from '../../../shared/vendor/model';
import { type Call, type Desk, type Draft, type Outcome, outcome, refused } from './desk';
import { groupLocation, groupResource, groupTag, groupText } from './render-group';
import { userLocation, userResource, userText } from './render-user';
import { userTag } from './user-tag';

/** What an answer says of its request besides the resource, from which it tells the rest. */
export type Told = Omit<Draft, 'body' | 'headers' | 'scimType' | 'group'>;

/** The resource as an answer: projected, with its entity tag; 201 and 200 alike (RFC 7644 sections 3.3 to 3.5, 3.9, 3.14). */
export function answerUser(desk: Desk, call: Call, person: Person, told: Omit<Told, 'people'>): Outcome {
  const tag = userTag(desk, person);
  const people = [person.userName];
  const instead = insteadOfReading(call, tag, { people, ...told });
  if (instead !== null) return instead;
  const projection = readProjection(call.parameters);
  if (!projection.ok) return refused(projection.error, { people, ...told });
  const project = compileProjection(desk.profile.user, projection.value);
  const body = project === null ? userText(desk, person) : print(project(userResource(desk, person)));
  const headers = told.status === 201 ? { ETag: tag, Location: userLocation(desk, person.id) } : tagged(tag);
  return outcome({ people, body, headers, ...told });
}

export function answerGroup(desk: Desk, call: Call, group: Group, told: Told): Outcome {
  const tag = groupTag(desk, group);
  const { displayName } = group;
  const instead = insteadOfReading(call, tag, { group: displayName, ...told });
  if (instead !== null) return instead;
  const projection = readProjection(call.parameters);
  if (!projection.ok) return refused(projection.error, { group: displayName, ...told });
  const project = compileProjection(desk.profile.group, projection.value);
  const whole = !leavesOutMembers(desk.profile.group, projection.value);
  const body = project === null ? groupText(desk, group) : print(project(groupResource(desk, group, whole)));
  const headers = told.status === 201 ? { ETag: tag, Location: groupLocation(desk, group.id) } : tagged(tag);
  return outcome({ group: displayName, body, headers, ...told });
}

/** The last ones: resources of the same version follow one another, and what is the same is laid out and written down once. */
let lastTagged = { ETag: '' };
const tagged = (tag: string): Outcome['headers'] => {
  if (lastTagged.ETag !== tag) lastTagged = { ETag: tag };
  return lastTagged;
};

const print = (resource: JsonObject): string => JSON.stringify(resource);

/** 412 or 304 to a read with a precondition; null where there is none, or it holds. */
function insteadOfReading(call: Call, tag: string, about: Draft): Outcome | null {
  if ((call.ifMatch === null && call.ifNoneMatch === null) || (call.method !== 'GET' && call.method !== 'HEAD')) return null;
  const changed = otherVersion(call, tag);
  if (changed !== null) return refused(changed, about);
  if (call.ifNoneMatch === null || !namesTag(call.ifNoneMatch, tag)) return null;
  return outcome({ headers: tagged(tag), ...about, status: 304 });
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
