import { err, ok, type Result } from '../../result';
import type { Filter } from '../filter/filter';
import { compileValueFilter } from '../filter/match-filter';
import { emptyObject, isList, isObject, type Json, type JsonObject } from '../json';
import { isPrimary, readMembers, readValue } from '../resource/read-value';
import { type Attribute, findAttribute } from '../schema/attribute';
import { type ResolvedPath, type ResourceShape, resolvePath } from '../schema/resource-shape';
import { type ScimError, scimError, shown } from '../scim-error';
import type { PatchOperation } from './read-patch';

export interface Patched {
  readonly resource: JsonObject;
  /** Attributes that an operation named: `active`, or `urn:…:User:OrganizationRole`. */
  readonly touched: ReadonlySet<string>;
}

type Draft = { [key: string]: Json | undefined };

/** `urn:…:User:OrganizationRole` for an attribute of an extension, the name alone for one of the core schema. */
export const touchedName = (extension: string | null, attribute: string): string =>
  extension === null ? attribute : `${extension}:${attribute}`;

/** The operation's attribute; an error where the resource type has none or only the server writes it (RFC 7644 section 3.5.2). */
export function resolveTarget(shape: ResourceShape, operation: PatchOperation): Result<ResolvedPath, ScimError> {
  const target = resolvePath(shape, operation.path.path);
  if (target === undefined)
    return err(
      scimError('invalidPath', `${operation.where}.path: expected an attribute of a ${shape.name}, found ${shown(operation.path.text)}`),
    );
  const readOnly =
    target.attribute?.mutability === 'readOnly' || target.sub?.mutability === 'readOnly' || target.attribute?.name === 'schemas';
  if (readOnly) return err(scimError('mutability', `${operation.where}.path: ${operation.path.text} is read-only`));
  return ok(target);
}

/**
 * The resource after all operations, in order; the first that fails fails the request, and nothing is changed (RFC 7644
 * section 3.5.2).
 */
export function applyPatch(shape: ResourceShape, resource: JsonObject, operations: readonly PatchOperation[]): Result<Patched, ScimError> {
  const draft: Draft = Object.assign(emptyObject(), resource);
  const touched = new Set<string>();
  for (const operation of operations) {
    const target = resolveTarget(shape, operation);
    if (!target.ok) return target;
    const fault = applyOne(shape, draft, operation, target.value, touched);
    if (fault !== null) return err(fault);
  }
  return ok({ resource: draft, touched });
}

function applyOne(
  shape: ResourceShape,
  draft: Draft,
  operation: PatchOperation,
  target: ResolvedPath,
  touched: Set<string>,
): ScimError | null {
  // RFC 7644 section 3.5.2.2: what is required cannot be removed.
  if (operation.op === 'remove' && operation.path.filter === null && target.sub === null && target.attribute?.required === true)
    return scimError('mutability', `${operation.where}.path: ${operation.path.text} is required and cannot be removed`);
  if (target.attribute === null) return applyToExtension(shape, draft, operation, target.extension as string, touched);
  touched.add(touchedName(target.extension, target.attribute.name));
  const holder = holderOf(draft, target.extension);
  const fault =
    operation.path.filter === null
      ? applyToAttribute(holder, operation, target.attribute, target.sub)
      : applyToValues(holder, operation, target.attribute, operation.path.filter);
  if (target.extension !== null) draft[target.extension] = assigned(holder);
  return fault;
}

const holderOf = (draft: Draft, extension: string | null): Draft => {
  if (extension === null) return draft;
  const value = draft[extension];
  return Object.assign(emptyObject(), isObject(value) ? value : {});
};

/** Without what was removed: an extension of which nothing is left is not there, nor in `schemas` (RFC 7643 section 3). */
function assigned(holder: Draft): Draft | undefined {
  for (const name of Object.keys(holder)) if (holder[name] === undefined) delete holder[name];
  return Object.keys(holder).length === 0 ? undefined : holder;
}

/** The bare URN of an extension: all its attributes at once. */
function applyToExtension(
  shape: ResourceShape,
  draft: Draft,
  operation: PatchOperation,
  urn: string,
  touched: Set<string>,
): ScimError | null {
  const extension = shape.extensions.find((candidate) => candidate.id === urn);
  const attributes = extension?.attributes ?? [];
  if (operation.op === 'remove') {
    for (const attribute of attributes) touched.add(touchedName(urn, attribute.name));
    draft[urn] = undefined;
    return null;
  }
  if (!isObject(operation.value))
    return scimError('invalidValue', `${operation.where}.value: expected an object, found ${shown(operation.value)}`);
  const read = readMembers(attributes, operation.value, `${operation.where}.value`);
  if (!read.ok) return read.error;
  const holder = holderOf(draft, urn);
  for (const [name, value] of Object.entries(read.value ?? {})) {
    touched.add(touchedName(urn, name));
    holder[name] = value;
  }
  draft[urn] = holder;
  return null;
}

function applyToAttribute(holder: Draft, operation: PatchOperation, attribute: Attribute, sub: Attribute | null): ScimError | null {
  const { op, where } = operation;
  if (op === 'remove' && operation.value === undefined) {
    if (sub === null) holder[attribute.name] = undefined;
    else holder[attribute.name] = eachValue(holder[attribute.name], (value) => without(value, sub.name));
    return null;
  }
  const read = readValue(sub ?? attribute, operation.value, `${where}.value`);
  if (!read.ok) return read.error;
  if (op === 'remove') {
    // Azure's way: the values to remove are in `value`; all of them go only where none was named.
    holder[attribute.name] =
      sub === null
        ? removeListed(attribute, holder[attribute.name], read.value)
        : eachValue(holder[attribute.name], (value) => without(value, sub.name));
    return null;
  }
  if (sub !== null) {
    if (attribute.multiValued) {
      const next = eachValue(holder[attribute.name], (value) => withPart(value, sub.name, read.value));
      holder[attribute.name] = isList(next) ? onePrimary(next, next) : next;
      return null;
    }
    holder[attribute.name] = withPart(holder[attribute.name], sub.name, read.value);
    return null;
  }
  if (attribute.multiValued && op === 'add') holder[attribute.name] = addValues(attribute, holder[attribute.name], read.value);
  // A complex attribute keeps the parts that were not sent (RFC 7644 sections 3.5.2.1 and 3.5.2.3).
  else if (attribute.type === 'complex' && !attribute.multiValued) holder[attribute.name] = merge(holder[attribute.name], read.value);
  else holder[attribute.name] = read.value;
  return null;
}

/** `emails[type eq "work"].value`: the values that the filter names. */
function applyToValues(holder: Draft, operation: PatchOperation, attribute: Attribute, filter: Filter): ScimError | null {
  const { op, where, path } = operation;
  const matcher = compileValueFilter(filter, attribute);
  if (!matcher.ok) return scimError('invalidPath', `${where}.path: ${matcher.error.detail}`);
  const present = holder[attribute.name];
  const values = present === undefined ? [] : isList(present) ? present : [present];
  const matches = (value: Json): boolean => matcher.value(isObject(value) ? value : { value });
  const sub = path.sub === null ? null : findAttribute(attribute.subAttributes, path.sub);
  if (sub === undefined)
    return scimError('invalidPath', `${where}.path: expected a sub-attribute of ${attribute.name}, found ${shown(path.sub)}`);
  if (sub?.mutability === 'readOnly') return scimError('mutability', `${where}.path: ${path.text} is read-only`);
  const store = (next: readonly Json[]): void => {
    holder[attribute.name] = next.length === 0 ? undefined : attribute.multiValued ? next : next[0];
  };
  if (op === 'remove') {
    store(
      sub === null
        ? values.filter((value) => !matches(value))
        : values.map((value) => (matches(value) ? (without(value, sub.name) ?? value) : value)),
    );
    return null;
  }
  const read = readValue(sub ?? { ...attribute, multiValued: false }, operation.value, `${where}.value`);
  if (!read.ok) return read.error;
  const change = (value: Json | undefined): Json | undefined =>
    sub === null ? (attribute.type === 'complex' ? merge(value, read.value) : read.value) : withPart(value, sub.name, read.value);
  if (values.some(matches)) {
    const changed: Json[] = [];
    const next = values.map((value) => {
      if (!matches(value)) return value;
      const made = change(value) ?? value;
      changed.push(made);
      return made;
    });
    store(onePrimary(next, changed));
    return null;
  }
  if (op === 'replace' || attribute.type !== 'complex')
    return scimError('noTarget', `${where}.path: expected a value that ${path.text} names, found none`);
  // Add with a filter that names no value makes one that meets its equalities (seen from Entra ID).
  const named = readMembers(attribute.subAttributes ?? [], equalities(filter), `${where}.path`);
  if (!named.ok) return named.error;
  const made = change(named.value);
  if (made !== undefined) store(onePrimary([...values, made], [made]));
  return null;
}

function equalities(filter: Filter): JsonObject {
  const parts = emptyObject();
  for (const term of filter.kind === 'and' ? filter.terms : [filter])
    if (term.kind === 'compare' && term.op === 'eq' && term.value !== null && term.path.sub === null) parts[term.path.name] = term.value;
  return parts;
}

const eachValue = (present: Json | undefined, change: (value: Json) => Json | undefined): Json | undefined => {
  if (present === undefined) return undefined;
  if (!isList(present)) return change(present);
  const next = present.flatMap((value) => change(value) ?? []);
  return next.length === 0 ? undefined : next;
};

function without(value: Json, name: string): Json | undefined {
  if (!isObject(value)) return value;
  const rest = Object.assign(emptyObject(), value);
  delete rest[name];
  return Object.keys(rest).length === 0 ? undefined : rest;
}

const withPart = (value: Json | undefined, name: string, part: Json | undefined): JsonObject =>
  Object.assign(emptyObject(), isObject(value) ? value : {}, { [name]: part });

const merge = (present: Json | undefined, added: Json | undefined): Json | undefined =>
  isObject(added) ? Object.assign(emptyObject(), isObject(present) ? present : {}, added) : added;

/** By `value` where the values have one, else whole. A value that is there already is not added twice (RFC 7644 section 3.5.2.1). */
const keyOf = (attribute: Attribute, value: Json): string => {
  const part = isObject(value) ? value['value'] : value;
  const type = isObject(value) ? (value['type'] ?? null) : null;
  if (typeof part !== 'string') return JSON.stringify(value);
  return JSON.stringify([findAttribute(attribute.subAttributes, 'value')?.caseExact === true ? part : part.toLowerCase(), type]);
};

function addValues(attribute: Attribute, present: Json | undefined, added: Json | undefined): Json | undefined {
  const before = isList(present) ? present : [];
  const seen = new Set(before.map((value) => keyOf(attribute, value)));
  const fresh = (isList(added) ? added : []).filter((value) => {
    const key = keyOf(attribute, value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const all = [...before, ...fresh];
  return all.length === 0 ? undefined : onePrimary(all, fresh);
}

/** A new primary value takes the mark from the others (RFC 7644 section 3.5.2). */
function onePrimary(values: readonly Json[], fresh: readonly Json[]): readonly Json[] {
  const chosen = fresh.find(isPrimary) ?? values.find(isPrimary);
  if (chosen === undefined) return values;
  return values.map((value) => (value !== chosen && isPrimary(value) ? withPart(value, 'primary', false) : value));
}

function removeListed(attribute: Attribute, present: Json | undefined, listed: Json | undefined): Json | undefined {
  if (listed === undefined) return undefined;
  if (!isList(present)) return undefined;
  const byValue = (value: Json): string => JSON.stringify((isObject(value) ? value['value'] : value) ?? value);
  const gone = new Set((isList(listed) ? listed : [listed]).map(byValue));
  const rest = present.filter((value) => !gone.has(byValue(value)));
  return rest.length === 0 ? undefined : attribute.multiValued ? rest : rest[0];
}
