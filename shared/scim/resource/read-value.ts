import { err, ok, type Result } from '../../result';
import { emptyObject, isList, isObject, type Json, type JsonObject, valueUnder } from '../json';
import { type Attribute, findAttribute } from '../schema/attribute';
import { type ScimError, scimError, shown } from '../scim-error';

type Read = Result<Json | undefined, ScimError>;

/**
 * One value as its attribute wants it; undefined where it is unassigned (null or an empty list, RFC 7643 section 2.5). Taken
 * as the field sends them: booleans as strings (J10), one value where a list belongs. Sub-attributes that the schema does not
 * know, and those that only the server writes, are left out. `where` names the value in an error.
 */
export function readValue(attribute: Attribute, value: Json | undefined, where: string): Read {
  if (value === undefined || value === null) return ok(undefined);
  if (!attribute.multiValued) return readSingle(attribute, value, where);
  const values: Json[] = [];
  for (const [at, item] of (isList(value) ? value : [value]).entries()) {
    const read = readSingle(attribute, item, isList(value) ? `${where}[${at}]` : where);
    if (!read.ok) return read;
    if (read.value !== undefined) values.push(read.value);
  }
  if (values.filter(isPrimary).length > 1)
    return err(scimError('invalidValue', `${where}: expected primary true once at most (RFC 7643 section 2.4), found it more than once`));
  return ok(values.length === 0 ? undefined : values);
}

/** The preferred one of several values. */
export const isPrimary = (value: Json): boolean => isObject(value) && value['primary'] === true;

function readSingle(attribute: Attribute, value: Json, where: string): Read {
  if (value === null) return ok(undefined);
  switch (attribute.type) {
    case 'complex':
      return readComplex(attribute, value, where);
    case 'boolean':
      return readBoolean(value, where);
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? ok(value) : wrong('a number', value, where);
    case 'string':
    case 'reference':
    case 'dateTime':
    case 'binary':
      return readText(attribute, value, where);
  }
}

function readComplex(attribute: Attribute, value: Json, where: string): Read {
  if (isList(value) && value.length === 1) return readComplex(attribute, value[0] as Json, where);
  // `members: ["2819c223"]`, and Entra ID's `manager: "2819c223"`, are met in the field: the value sub-attribute alone.
  if (typeof value === 'string' && findAttribute(attribute.subAttributes, 'value') !== undefined) return ok({ value });
  if (!isObject(value)) return wrong('an object', value, where);
  return readMembers(attribute.subAttributes ?? [], value, where);
}

/** The known, writable attributes of an object, under their own spelling. */
export function readMembers(
  attributes: readonly Attribute[],
  object: JsonObject,
  where: string,
): Result<JsonObject | undefined, ScimError> {
  const result = emptyObject();
  let any = false;
  for (const attribute of attributes) {
    if (attribute.mutability === 'readOnly') continue;
    const read = readValue(attribute, valueUnder(object, attribute.name), where === '' ? attribute.name : `${where}.${attribute.name}`);
    if (!read.ok) return read;
    if (read.value === undefined) continue;
    result[attribute.name] = read.value;
    any = true;
  }
  return ok(any ? result : undefined);
}

function readBoolean(value: Json, where: string): Read {
  if (typeof value === 'boolean') return ok(value);
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === 'true') return ok(true);
  if (text === 'false') return ok(false);
  return wrong('true or false', value, where);
}

function readText(attribute: Attribute, value: Json, where: string): Read {
  if (typeof value !== 'string') return wrong('a string', value, where);
  if (attribute.closed !== true) return ok(value);
  const known = attribute.canonicalValues?.find((candidate) => candidate.toLowerCase() === value.trim().toLowerCase());
  return known === undefined ? wrong(`one of ${attribute.canonicalValues?.join(', ')}`, value, where) : ok(known);
}

const wrong = (expected: string, value: Json, where: string): Read =>
  err(scimError('invalidValue', `${where}: expected ${expected}, found ${shown(value)}`));
