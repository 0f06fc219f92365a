import { err, ok, type Result } from '../../result';
import { emptyObject, isList, isObject, type Json, type JsonObject, valueUnder } from '../json';
import { commonAttributes } from '../schema/common-attributes';
import type { ResourceShape } from '../schema/resource-shape';
import { type ScimError, scimError, shown } from '../scim-error';
import { readMembers, readValue } from './read-value';

/**
 * The body of a POST or PUT as the resource type has it: known attributes under their own spelling, the extensions under their
 * URNs, read-only ones left out (RFC 7644 sections 3.3 and 3.5.1). What no schema knows is ignored.
 */
export function readResource(shape: ResourceShape, body: Json | undefined): Result<JsonObject, ScimError> {
  if (!isObject(body))
    return err(scimError('invalidSyntax', `body: expected a ${shape.name} as a JSON object, found ${shown(body ?? 'nothing')}`));
  const core = readMembers(shape.core.attributes, body, '');
  if (!core.ok) return core;
  const resource = Object.assign(emptyObject(), core.value);
  for (const attribute of commonAttributes) {
    if (attribute.name !== 'externalId') continue;
    const read = readValue(attribute, valueUnder(body, attribute.name), attribute.name);
    if (!read.ok) return read;
    if (read.value !== undefined) resource[attribute.name] = read.value;
  }
  for (const extension of shape.extensions) {
    const value = valueUnder(body, extension.id);
    if (value === undefined || value === null) continue;
    if (!isObject(value)) return err(scimError('invalidValue', `${extension.id}: expected an object, found ${shown(value)}`));
    const read = readMembers(extension.attributes, value, extension.id);
    if (!read.ok) return read;
    if (read.value !== undefined) resource[extension.id] = read.value;
  }
  return ok(resource);
}

/** `schemas` names the core schema (RFC 7643 section 3). */
export function checkSchemas(body: JsonObject, urn: string): ScimError | null {
  const schemas = valueUnder(body, 'schemas');
  if (isList(schemas) && schemas.some((schema) => typeof schema === 'string' && schema.toLowerCase() === urn.toLowerCase())) return null;
  return scimError('invalidSyntax', `schemas: expected a list with ${urn}, found ${schemas === undefined ? 'none' : shown(schemas)}`);
}
