import type { MirrorEvent } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import type { Filter } from '../../../shared/scim/filter/filter';
import { compileValueFilter } from '../../../shared/scim/filter/match-filter';
import { requiredValue } from '../../../shared/scim/filter/required-value';
import { isList, isObject, type JsonObject, valueUnder } from '../../../shared/scim/json';
import { applyPatch, resolveTarget, touchedName } from '../../../shared/scim/patch/apply-patch';
import { type PatchOperation, readPatch } from '../../../shared/scim/patch/read-patch';
import { checkSchemas } from '../../../shared/scim/resource/read-resource';
import { findAttribute } from '../../../shared/scim/schema/attribute';
import { type ScimError, scimError, shown } from '../../../shared/scim/scim-error';
import { patchOpUrn, vendorGroupUrn } from '../../../shared/scim/urns';
import type { Role } from '../../../shared/vendor/event';
import type { Group } from '../../../shared/vendor/model';
import { none } from '../../../shared/vendor/model';
import { findPerson, must } from '../../../shared/vendor/organisation';
import type { AttributeChange, Change } from '../journal/journal';
import { type Call, type Desk, deviates } from './desk';
import { memberNames } from './member-names';
import { groupResource } from './render-group';
import { personIdOf, userId } from './resource-id';

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
      const event = memberEvent({ desk, group, displayName, earlier: events }, operation, target.value.sub !== null);
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
  const before = desk.mirror.groupRows.attributes(group.id)?.['externalId'];
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

/** Where an operation on `members` is played: after the `earlier` events of the same request. */
interface Scene {
  readonly desk: Desk;
  readonly group: Group;
  readonly displayName: string;
  readonly earlier: readonly MirrorEvent[];
}

/** One operation on `members`; null where it asks for nothing. */
function memberEvent(scene: Scene, operation: PatchOperation, onPart: boolean): Result<MirrorEvent | null, ScimError> {
  const { desk, displayName } = scene;
  const { op, path, where } = operation;
  if (onPart || path.sub !== null)
    return err(scimError('mutability', `${where}.path: expected members, whose parts cannot be changed, found ${shown(path.text)}`));
  if (path.filter !== null) {
    const chosen = filteredMembers(scene, operation, path.filter);
    if (!chosen.ok) return chosen;
    if (op === 'remove') return ok(chosen.value.length === 0 ? null : { type: 'removeMembers', displayName, members: chosen.value });
    return err(scimError('mutability', `${where}.path: expected members without brackets to ${op}, found ${shown(path.text)}`));
  }
  if (op === 'remove' && operation.value === undefined) return ok({ type: 'setMembers', displayName, members: [] });
  const members = memberNames(desk, operation.value, `${where}.value`);
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

/** `members[value eq "20002"]` is a look-up; any other filter is asked of each member. Naming a non-member removes nobody. */
function filteredMembers(scene: Scene, operation: PatchOperation, filter: Filter): Result<readonly string[], ScimError> {
  const { desk } = scene;
  const attribute = must(findAttribute(desk.profile.group.core.attributes, 'members'));
  const matcher = compileValueFilter(filter, attribute);
  if (!matcher.ok) return err(scimError('invalidPath', `${operation.where}.path: ${matcher.error.detail}`));
  const { organisation } = desk.mirror;
  const id = filter.kind === 'compare' ? requiredValue(filter, { shape: desk.profile.group, name: 'value' }) : null;
  if (id !== null) {
    const person = organisation.people.get(personIdOf(id) ?? none);
    return ok(person === undefined ? [] : [person.userName]);
  }
  return ok(
    [...membersSoFar(scene)].filter((userName) => {
      // An id that does not exist may be among them (A8 = other): it is nobody.
      const person = findPerson(organisation, userName);
      return person !== undefined && matcher.value({ value: userId(person.id), display: person.userName });
    }),
  );
}

/** The members as they are when the operation's turn comes. */
function membersSoFar({ desk, group, earlier }: Scene): ReadonlySet<string> {
  const { people } = desk.mirror.organisation;
  const names = new Set<string>();
  for (const personId of group.members) names.add(must(people.get(personId)).userName);
  for (const event of earlier) {
    if (event.type === 'setMembers') names.clear();
    if (event.type === 'setMembers' || event.type === 'addMembers') for (const name of event.members) names.add(name);
    if (event.type === 'removeMembers') for (const name of event.members) names.delete(name);
  }
  return names;
}
