import type { MirrorEvent } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import { compileValueFilter } from '../../../shared/scim/filter/match-filter';
import { requiredValue } from '../../../shared/scim/filter/required-value';
import { isList, isObject, type Json, type JsonObject, valueUnder } from '../../../shared/scim/json';
import { applyPatch, resolveTarget, touchedName } from '../../../shared/scim/patch/apply-patch';
import { type PatchOperation, readPatch } from '../../../shared/scim/patch/read-patch';
import { checkSchemas } from '../../../shared/scim/resource/read-resource';
import { readValue } from '../../../shared/scim/resource/read-value';
import { type ScimError, scimError, shown } from '../../../shared/scim/scim-error';
import { patchOpUrn, vendorGroupUrn } from '../../../shared/scim/urns';
import type { Role } from '../../../shared/vendor/event';
import type { Group } from '../../../shared/vendor/model';
import { must } from '../../../shared/vendor/organisation';
import type { AttributeChange, Change } from '../journal/journal';
import { type Call, type Desk, deviates } from './desk';
import { memberNames } from './member-names';
import { groupResource, memberList } from './render-group';
import { personIdOf } from './resource-id';

export interface GroupChanges {
  readonly change: Change;
  /** The group's name afterwards. */
  readonly displayName: string;
}

/**
 * A PATCH on a group as events, in the order of its operations. Members are never laid out one by one: an operation on one of
 * ten thousand costs what one of ten does.
 */
export function groupChanges(desk: Desk, call: Call, group: Group): Result<GroupChanges, ScimError> {
  const operations = readPatch(call.body);
  if (!operations.ok) return operations;
  const body = isObject(call.body) ? call.body : {};
  if (!(deviates(desk, 'schemas-optional') && valueUnder(body, 'schemas') === undefined)) {
    const schemas = checkSchemas(body, patchOpUrn);
    if (schemas !== null) return err(schemas);
  }
  const events: MirrorEvent[] = [];
  let resource: JsonObject = groupResource(desk, group, false);
  let displayName = group.displayName;
  for (const operation of operations.value) {
    const target = resolveTarget(desk.profile.group, operation);
    if (!target.ok) return target;
    if (target.value.attribute?.name === 'members' && target.value.extension === null) {
      const event = memberEvent(desk, group, displayName, operation, target.value.sub !== null);
      if (!event.ok) return event;
      if (event.value !== null) events.push(event.value);
      continue;
    }
    const patched = applyPatch(desk.profile.group, resource, [operation]);
    if (!patched.ok) return patched;
    resource = patched.value.resource;
    const name = resource['displayName'];
    if (typeof name !== 'string' || name.trim() === '')
      return err(scimError('invalidValue', `${operation.where}: expected a displayName, which is required, found none`));
    if (name !== displayName) events.push({ type: 'renameGroup', displayName, to: name });
    displayName = name;
    if (patched.value.touched.has(touchedName(vendorGroupUrn, 'LambdatestRoles')))
      events.push({ type: 'setGroupRoles', displayName, roles: rolesOf(resource) });
  }
  const before = desk.mirror.groupRows[group.id]?.attributes?.['externalId'];
  const externalId = resource['externalId'];
  const attributes: AttributeChange[] =
    externalId === before ? [] : [{ resource: 'Group', name: displayName, attributes: externalId === undefined ? null : { externalId } }];
  return ok({ change: { events, attributes }, displayName });
}

function rolesOf(resource: JsonObject): readonly Role[] {
  const extension = resource[vendorGroupUrn];
  const roles = isObject(extension) ? extension['LambdatestRoles'] : undefined;
  return isList(roles) ? (roles as readonly Role[]) : [];
}

/** One operation on `members`; null where it asks for nothing. */
function memberEvent(
  desk: Desk,
  group: Group,
  displayName: string,
  operation: PatchOperation,
  onPart: boolean,
): Result<MirrorEvent | null, ScimError> {
  const { op, path, where } = operation;
  if (onPart || path.sub !== null)
    return err(scimError('mutability', `${where}.path: expected members, whose parts cannot be changed, found ${shown(path.text)}`));
  if (path.filter !== null) {
    const chosen = filteredMembers(desk, group, operation);
    if (!chosen.ok) return chosen;
    if (op === 'remove') return ok(chosen.value.length === 0 ? null : { type: 'removeMembers', displayName, members: chosen.value });
    return err(scimError('mutability', `${where}.path: expected members without brackets to ${op}, found ${shown(path.text)}`));
  }
  if (op === 'remove' && operation.value === undefined) return ok({ type: 'setMembers', displayName, members: [] });
  const members = readMembers(desk, operation);
  if (!members.ok) return members;
  switch (op) {
    case 'add':
      return ok({ type: 'addMembers', displayName, members: members.value });
    case 'replace':
      return ok({ type: 'setMembers', displayName, members: members.value });
    case 'remove':
      // The vendor's and Azure's way (J9): those in `value` go. An empty list names nobody and removes nobody.
      return ok(members.value.length === 0 ? null : { type: 'removeMembers', displayName, members: members.value });
  }
}

function readMembers(desk: Desk, operation: PatchOperation): Result<readonly string[], ScimError> {
  const attribute = must(desk.profile.group.core.attributes.find((candidate) => candidate.name === 'members'));
  const read = readValue(attribute, operation.value, `${operation.where}.value`);
  if (!read.ok) return read;
  return memberNames(desk, isList(read.value) ? read.value : [], `${operation.where}.value`);
}

/** `members[value eq "20002"]` is a look-up; any other filter is asked of each member. */
function filteredMembers(desk: Desk, group: Group, operation: PatchOperation): Result<readonly string[], ScimError> {
  const filter = must(operation.path.filter ?? undefined);
  const attribute = must(desk.profile.group.core.attributes.find((candidate) => candidate.name === 'members'));
  const matcher = compileValueFilter(filter, attribute);
  if (!matcher.ok) return err(scimError('invalidPath', `${operation.where}.path: ${matcher.error.detail}`));
  const { people } = desk.mirror.organisation;
  const value = filter.kind === 'compare' ? requiredValue(filter, 'value') : null;
  const names: string[] = [];
  const take = (personId: number | null): void => {
    const person = personId === null || !group.members.has(personId) ? undefined : people.get(personId);
    if (person !== undefined) names.push(person.userName);
  };
  if (value !== null) take(personIdOf(value));
  else
    for (const member of memberList(desk, group) as readonly (Json & { readonly value: string })[])
      if (matcher.value(member as unknown as JsonObject)) take(personIdOf(member.value));
  return ok(names);
}
