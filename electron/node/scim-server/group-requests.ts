import type { MirrorEvent } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import type { Deviation } from '../../../shared/scim/deviations';
import { isList, isObject, type JsonObject, valueUnder } from '../../../shared/scim/json';
import { readProjection } from '../../../shared/scim/list/list-query';
import { checkSchemas, readResource } from '../../../shared/scim/resource/read-resource';
import { httpError, type ScimError, scimError, shown } from '../../../shared/scim/scim-error';
import { groupUrn, vendorGroupUrn } from '../../../shared/scim/urns';
import type { Role } from '../../../shared/vendor/event';
import type { Group } from '../../../shared/vendor/model';
import { compareText } from '../../../shared/vendor/names';
import { findDeletedGroup, findGroup, must } from '../../../shared/vendor/organisation';
import type { AttributeChange, Change } from '../journal/journal';
import { answerGroup, checkPrecondition } from './answer-resource';
import { type Call, type Desk, deviates, type Outcome, outcome, refused } from './desk';
import { explainRefusal } from './explain-refusal';
import { groupChanges } from './group-changes';
import { memberNames } from './member-names';
import { groupTag } from './render-group';
import { groupIdOf } from './resource-id';

/** GET /Groups/{id}. */
export function readGroup(desk: Desk, call: Call, id: string): Outcome {
  const off = readsRefused(desk);
  if (off !== null) return off;
  const found = findById(desk, id);
  return found.ok ? answerGroup(desk, call, found.value, { status: 200 }) : found.error;
}

/** While group provisioning is off, reads are allowed or not by assumption A9. */
export function readsRefused(desk: Desk): Outcome | null {
  const { groupProvisioning, settings } = desk.mirror.organisation;
  return groupProvisioning || settings.A9 === 'default' ? null : provisioningOff();
}

const provisioningOff = (about: Partial<Outcome> = {}): Outcome =>
  refused(explainRefusal({ status: 403, kind: 'group-provisioning-off', groups: 1 }), {
    ...about,
    deviations: ['group-provisioning-switch'],
  });

/** POST /Groups: 201, 409 for an active name, restoration of a deleted one by the profile (vendor-behaviour.md section 3). */
export function createGroup(desk: Desk, call: Call): Outcome {
  const off = writesRefused(desk);
  if (off !== null) return off;
  const read = readBody(desk, call);
  if (!read.ok) return refused(read.error);
  const displayName = nameOf(read.value);
  if (displayName === null) return refused(noName);
  const members = memberNames(desk, valueUnder(call.body as JsonObject, 'members'), 'members');
  if (!members.ok) return refused(members.error, { group: displayName });
  const roles = rolesOf(read.value);
  const restores = deviates(desk, 'deleted-group-restored');
  const org = desk.mirror.organisation;
  const event: MirrorEvent = { type: 'pushGroup', displayName, members: members.value, ...(roles === null ? {} : { roles }) };
  const wasDeleted = findDeletedGroup(org, displayName) !== undefined && findGroup(org, displayName) === undefined;
  const events: MirrorEvent[] = wasDeleted && !restores ? [{ type: 'forgetDeletedGroup', displayName }, event] : [event];
  const used: Deviation[] = wasDeleted && restores ? ['deleted-group-restored'] : [];
  return write(desk, call, { events, attributes: keptAttributes(read.value, displayName) }, displayName, 201, used);
}

/** PUT /Groups/{id}: the whole membership is replaced; what the body leaves out of name and roles stays. */
export function replaceGroup(desk: Desk, call: Call, id: string): Outcome {
  const off = writesRefused(desk);
  if (off !== null) return off;
  const found = findById(desk, id, call);
  if (!found.ok) return found.error;
  const group = found.value;
  const about = { group: group.displayName };
  const read = readBody(desk, call);
  if (!read.ok) return refused(read.error, about);
  const displayName = nameOf(read.value) ?? (deviates(desk, 'put-may-leave-out') ? group.displayName : null);
  if (displayName === null) return refused(noName, about);
  const members = memberNames(desk, valueUnder(call.body as JsonObject, 'members'), 'members');
  if (!members.ok) return refused(members.error, about);
  const roles = rolesOf(read.value);
  const events: MirrorEvent[] = [];
  if (displayName !== group.displayName) events.push({ type: 'renameGroup', displayName: group.displayName, to: displayName });
  if (roles !== null) events.push({ type: 'setGroupRoles', displayName, roles });
  events.push({ type: 'setMembers', displayName, members: members.value });
  return write(desk, call, { events, attributes: keptAttributes(read.value, displayName) }, displayName, 200, []);
}

/** PATCH /Groups/{id} (RFC 7644 section 3.5.2, vendor-behaviour.md section 3). */
export function patchGroup(desk: Desk, call: Call, id: string): Outcome {
  const off = writesRefused(desk);
  if (off !== null) return off;
  const found = findById(desk, id, call);
  if (!found.ok) return found.error;
  const changes = groupChanges(desk, call, found.value);
  if (!changes.ok) return refused(changes.error, { group: found.value.displayName });
  return write(desk, call, changes.value.change, changes.value.displayName, 200, []);
}

/** DELETE /Groups/{id}: soft at this vendor, for good in the generic profile; 404 from then on in both. */
export function deleteGroup(desk: Desk, call: Call, id: string): Outcome {
  const off = writesRefused(desk);
  if (off !== null) return off;
  const found = findById(desk, id, call);
  if (!found.ok) return found.error;
  const { displayName } = found.value;
  const events: MirrorEvent[] = [{ type: 'deleteGroup', displayName }];
  if (!deviates(desk, 'deleted-group-restored')) events.push({ type: 'forgetDeletedGroup', displayName });
  const change: Change = { events, attributes: [] };
  const performed = desk.mirror.perform(change, call.at);
  const about = { group: displayName, events };
  if (performed.refusal !== null) return refused(explainRefusal(performed.refusal), about);
  return outcome({ status: 204, effects: performed.effects, change, ...about });
}

const writesRefused = (desk: Desk): Outcome | null => (desk.mirror.organisation.groupProvisioning ? null : provisioningOff());

function findById(desk: Desk, id: string, writing?: Call): Result<Group, Outcome> {
  const number = groupIdOf(id);
  const group = number === null ? undefined : desk.mirror.organisation.groups.get(number);
  if (group === undefined || group.state === 'deleted') return err(refused(httpError(404, `Group ${shown(id)} was not found`)));
  if (writing === undefined) return ok(group);
  const fault = checkPrecondition(writing, groupTag(desk, group));
  return fault === null ? ok(group) : err(refused(fault, { group: group.displayName }));
}

function readBody(desk: Desk, call: Call): Result<JsonObject, ScimError> {
  const read = readResource(desk.profile.group, call.body);
  if (!read.ok) return read;
  const body = isObject(call.body) ? call.body : {};
  if (deviates(desk, 'schemas-optional') && valueUnder(body, 'schemas') === undefined) return read;
  const schemas = checkSchemas(body, groupUrn);
  return schemas === null ? read : err(schemas);
}

const noName = scimError('invalidValue', 'displayName: expected a value, which is required, found none');

function nameOf(resource: JsonObject): string | null {
  const value = resource['displayName'];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** null where the body does not speak of roles: they stay as they are. */
function rolesOf(resource: JsonObject): readonly Role[] | null {
  const extension = resource[vendorGroupUrn];
  const roles = isObject(extension) ? extension['LambdatestRoles'] : undefined;
  return isList(roles) ? (roles as readonly Role[]) : null;
}

const keptAttributes = (resource: JsonObject, displayName: string): readonly AttributeChange[] => {
  const externalId = resource['externalId'];
  return externalId === undefined ? [] : [{ resource: 'Group', name: displayName, attributes: { externalId } }];
};

function write(desk: Desk, call: Call, change: Change, displayName: string, status: number, deviations: readonly Deviation[]): Outcome {
  const named = { group: displayName, people: membersNamed(change.events), events: change.events, deviations };
  // A wrong projection is told before anything is changed.
  const projection = readProjection(call.parameters);
  if (!projection.ok) return refused(projection.error, named);
  const performed = desk.mirror.perform(change, call.at);
  if (performed.refusal !== null) return refused(explainRefusal(performed.refusal), named);
  const group = must(findGroup(desk.mirror.organisation, displayName));
  const { people, events } = named;
  return answerGroup(desk, call, group, {
    people,
    events,
    deviations,
    status,
    effects: performed.effects,
    change: performed.written ? change : null,
  });
}

const mostNamed = 5000;

/** Who the request names as members, for the log: those it adds, removes or lists; ids that nobody has are no names. */
function membersNamed(events: readonly MirrorEvent[]): readonly string[] {
  const names = events.flatMap((event) => ('members' in event ? (event.members ?? []) : [])).filter((name) => !name.startsWith('\n'));
  return names.length < 2 ? names : [...new Set(names.slice(0, mostNamed))].sort(compareText);
}
