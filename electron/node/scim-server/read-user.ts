import { err, ok, type Result } from '../../../shared/result';
import { isObject, type JsonObject, valueUnder } from '../../../shared/scim/json';
import { applyPatch, resolveTarget, touchedName } from '../../../shared/scim/patch/apply-patch';
import { type PatchOperation, readPatch } from '../../../shared/scim/patch/read-patch';
import { checkSchemas, readResource } from '../../../shared/scim/resource/read-resource';
import type { ResolvedPath } from '../../../shared/scim/schema/resource-shape';
import type { ScimError } from '../../../shared/scim/scim-error';
import { patchOpUrn, userUrn, vendorUserUrn } from '../../../shared/scim/urns';
import type { Person } from '../../../shared/vendor/model';
import { type Call, type Desk, deviates } from './desk';
import { userResource } from './render-user';
import { part, vendorNames, wholeName } from './user-fields';

/** The User in the body of a POST or PUT. */
export function readUserBody(desk: Desk, call: Call): Result<JsonObject, ScimError> {
  const read = readResource(desk.profile.user, call.body);
  if (!read.ok) return read;
  const schemas = checkMessage(desk, call, userUrn);
  return schemas === null ? read : err(schemas);
}

/** The person's User with the operations of a PATCH done, and what they named. */
export function readUserPatch(
  desk: Desk,
  call: Call,
  person: Person,
): Result<{ readonly resource: JsonObject; readonly touched: ReadonlySet<string> }, ScimError> {
  const operations = readPatch(call.body);
  if (!operations.ok) return operations;
  const schemas = checkMessage(desk, call, patchOpUrn);
  if (schemas !== null) return err(schemas);
  const { user } = desk.profile;
  if (!deviates(desk, 'few-attributes')) return applyPatch(user, withoutDerivedName(desk, person), operations.value);
  const kept: PatchOperation[] = [];
  const dropped = new Set<string>();
  for (const operation of operations.value) {
    const target = resolveTarget(user, operation);
    if (!target.ok) return target;
    const name = droppedName(target.value);
    if (name === null) kept.push(operation);
    else dropped.add(name);
  }
  const patched = applyPatch(user, withoutDerivedName(desk, person), kept);
  return patched.ok ? ok({ ...patched.value, touched: new Set([...patched.value.touched, ...dropped]) }) : patched;
}

/**
 * The attribute of an operation where this vendor does not keep it: such an operation is ignored whole, since `emails[type eq "work"]`
 * can name no value where there are none, and one ignored attribute must not refuse the others (J17: a replace for each attribute).
 */
function droppedName({ extension, attribute }: ResolvedPath): string | null {
  if (extension !== null) return extension === vendorUserUrn ? null : touchedName(extension, attribute?.name ?? '');
  return attribute === null || vendorNames.has(attribute.name) ? null : attribute.name;
}

/** A formatted name that was only put together from the others must not outlive their change. */
function withoutDerivedName(desk: Desk, person: Person): JsonObject {
  const resource = userResource(desk, person);
  const name = part(resource, 'name');
  if (name['formatted'] !== wholeName(person.givenName, person.familyName)) return resource;
  const { formatted: _, ...others } = name;
  return { ...resource, name: others };
}

/** `schemas` may be missing where the profile says so; a wrong one is refused by both. */
function checkMessage(desk: Desk, call: Call, urn: string): ScimError | null {
  const body = isObject(call.body) ? call.body : {};
  if (deviates(desk, 'schemas-optional') && valueUnder(body, 'schemas') === undefined) return null;
  return checkSchemas(body, urn);
}
