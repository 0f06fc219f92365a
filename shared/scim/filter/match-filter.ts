import { assertNever, err, ok, type Result } from '../../result';
import { isList, isObject, type Json, type JsonObject } from '../json';
import type { Attribute } from '../schema/attribute';
import { findAttribute } from '../schema/attribute';
import { type ResolvedPath, type ResourceShape, resolvePath } from '../schema/resource-shape';
import { type ScimError, scimError } from '../scim-error';
import type { AttributePath, Comparison, Filter, FilterValue } from './filter';

export type Matcher = (resource: JsonObject) => boolean;

/** What a path means where the filter is asked: of a resource type, or of one value between brackets; `elsewhere` is an attribute of another type only. */
type Resolve = (path: AttributePath) => ResolvedPath | 'elsewhere' | undefined;

/**
 * A filter ready to be asked of resources of one type (RFC 7644 section 3.4.2.2). An attribute that no type asked has, or a
 * comparison that its type does not allow, is an error that names it; one that only an `other` type has matches nothing here
 * (section 3.4.2.1).
 */
export const compileFilter = (filter: Filter, shape: ResourceShape, others: readonly ResourceShape[] = []): Result<Matcher, ScimError> =>
  compile(
    filter,
    (path) => resolvePath(shape, path) ?? (others.some((other) => resolvePath(other, path) !== undefined) ? 'elsewhere' : undefined),
    `a ${[shape, ...others].map(({ name }) => name).join(' or ')}`,
  );

const never: Result<Matcher, ScimError> = ok(() => false);

/** Between brackets: the filter is asked of one value of a complex attribute. */
export const compileValueFilter = (filter: Filter, attribute: Attribute): Result<Matcher, ScimError> =>
  compile(
    filter,
    (path) => {
      if (path.urn !== null || path.sub !== null) return undefined;
      const found = findAttribute(attribute.subAttributes, path.name);
      // A list of plain strings has no sub-attributes: its values are asked as `value`.
      if (found === undefined && attribute.type !== 'complex' && path.name.toLowerCase() === 'value')
        return { extension: null, attribute: { ...attribute, name: 'value', multiValued: false }, sub: null };
      return found === undefined ? undefined : { extension: null, attribute: found, sub: null };
    },
    attribute.name,
  );

function compile(filter: Filter, resolve: Resolve, owner: string): Result<Matcher, ScimError> {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const matchers: Matcher[] = [];
      for (const term of filter.terms) {
        const matcher = compile(term, resolve, owner);
        if (!matcher.ok) return matcher;
        matchers.push(matcher.value);
      }
      return ok(
        filter.kind === 'and'
          ? (resource) => matchers.every((matches) => matches(resource))
          : (resource) => matchers.some((matches) => matches(resource)),
      );
    }
    case 'not': {
      const matcher = compile(filter.term, resolve, owner);
      if (!matcher.ok) return matcher;
      const matches = matcher.value;
      return ok((resource) => !matches(resource));
    }
    case 'present': {
      const path = resolve(filter.path);
      if (path === undefined) return unknown(filter.path, owner);
      if (path === 'elsewhere') return never;
      return ok((resource) => valuesAt(resource, path).some(isAssigned));
    }
    case 'compare':
      return compileComparison(filter.path, filter.op, filter.value, resolve, owner);
    case 'values': {
      const path = resolve(filter.path);
      if (path === undefined) return unknown(filter.path, owner);
      if (path === 'elsewhere') return never;
      const attribute = path.attribute;
      if (attribute === null || (attribute.type !== 'complex' && !attribute.multiValued))
        return err(
          scimError('invalidFilter', `filter: expected an attribute with several values or parts before [, found ${filter.path.text}`),
        );
      const matcher = compileValueFilter(filter.filter, attribute);
      if (!matcher.ok) return matcher;
      return ok((resource) => valuesAt(resource, path).some((value) => matcher.value(isObject(value) ? value : { value })));
    }
    default:
      return assertNever(filter);
  }
}

const unknown = (path: AttributePath, owner: string): Result<never, ScimError> =>
  err(scimError('invalidFilter', `filter: expected an attribute of ${owner}, found ${path.text}`));

/** Every value that a path leads to; several where the attribute is multi-valued. */
export function valuesAt(resource: JsonObject, path: ResolvedPath): readonly Json[] {
  const holder = path.extension === null ? resource : resource[path.extension];
  if (!isObject(holder)) return [];
  if (path.attribute === null) return [holder];
  const value = holder[path.attribute.name];
  if (value === undefined || value === null) return [];
  const values = isList(value) ? value : [value];
  const sub = path.sub;
  if (sub === null) return values;
  const found: Json[] = [];
  for (const item of values) {
    const part = isObject(item) ? item[sub.name] : undefined;
    if (isList(part)) found.push(...part);
    else if (part !== undefined && part !== null) found.push(part);
  }
  return found;
}

/** `pr`: a value that is not empty; a complex one needs a part (RFC 7644 table 3). */
const isAssigned = (value: Json): boolean =>
  value !== '' && value !== null && (!isObject(value) || Object.values(value).some((part) => part !== undefined && isAssigned(part)));

const ordering: ReadonlySet<Comparison> = new Set(['gt', 'ge', 'lt', 'le']);
const partial: ReadonlySet<Comparison> = new Set(['co', 'sw', 'ew']);

function compileComparison(
  path: AttributePath,
  op: Comparison,
  value: FilterValue,
  resolve: Resolve,
  owner: string,
): Result<Matcher, ScimError> {
  const found = resolve(path);
  if (found === undefined) return unknown(path, owner);
  if (found === 'elsewhere') return never;
  const target = found.sub ?? defaultPart(found.attribute);
  const refuse = (expected: string): Result<never, ScimError> =>
    err(scimError('invalidFilter', `filter: expected ${expected} for ${path.text}, found ${op} ${JSON.stringify(value)}`));
  if (value === null) {
    if (op !== 'eq' && op !== 'ne') return refuse('eq or ne with null');
    return ok((resource) => valuesAt(resource, found).some(isAssigned) === (op === 'ne'));
  }
  if (target === null) return refuse('a sub-attribute');
  const asked: ResolvedPath = found.sub === null && target !== found.attribute ? { ...found, sub: target } : found;
  const test = compileTest(target, op, value);
  if (typeof test === 'string') return refuse(test);
  // `ne` is what `eq` is not: an attribute that is absent is not equal either.
  if (op === 'ne') return ok((resource) => !valuesAt(resource, asked).some(test));
  return ok((resource) => valuesAt(resource, asked).some(test));
}

/** A complex attribute is compared by its `value`, where it has one (RFC 7644 section 3.4.2.2). */
const defaultPart = (attribute: Attribute | null): Attribute | null => {
  if (attribute === null) return null;
  return attribute.type === 'complex' ? (findAttribute(attribute.subAttributes, 'value') ?? null) : attribute;
};

/** A test of one value, or what the operator and value should have been. */
function compileTest(attribute: Attribute, op: Comparison, value: string | number | boolean): ((found: Json) => boolean) | string {
  switch (attribute.type) {
    case 'boolean': {
      const wanted = typeof value === 'string' ? { true: true, false: false }[value.toLowerCase()] : value;
      if (typeof wanted !== 'boolean') return 'true or false';
      return op === 'eq' || op === 'ne' ? (found) => found === wanted : 'eq or ne';
    }
    case 'integer':
    case 'decimal':
      if (typeof value !== 'number') return 'a number';
      return partial.has(op) ? 'eq, ne, gt, ge, lt or le' : (found) => typeof found === 'number' && holds(op, found - value);
    case 'dateTime': {
      if (typeof value !== 'string') return 'a date and time in double quotes';
      if (partial.has(op)) return textTest(op, value, true);
      const wanted = Date.parse(value);
      if (Number.isNaN(wanted)) return 'a date and time such as "2026-01-31T12:00:00Z"';
      return (found) => typeof found === 'string' && holds(op, Date.parse(found) - wanted);
    }
    case 'binary':
      if (typeof value !== 'string') return 'a string in double quotes';
      return ordering.has(op) ? 'eq, ne, co, sw or ew' : textTest(op, value, true);
    case 'string':
    case 'reference':
      return typeof value === 'string' ? textTest(op, value, attribute.caseExact) : 'a string in double quotes';
    case 'complex':
      return 'a sub-attribute';
  }
}

function textTest(op: Comparison, value: string, caseExact: boolean): (found: Json) => boolean {
  const fold = (text: string): string => (caseExact ? text : text.toLowerCase());
  const wanted = fold(value);
  const compare = (found: string): boolean => {
    switch (op) {
      case 'co':
        return found.includes(wanted);
      case 'sw':
        return found.startsWith(wanted);
      case 'ew':
        return found.endsWith(wanted);
      default:
        return holds(op, found < wanted ? -1 : found > wanted ? 1 : 0);
    }
  };
  return (found) => typeof found === 'string' && compare(fold(found));
}

/** `difference`: found minus wanted, or its sign. `ne` is turned round by the caller, so that it counts over all values. */
function holds(op: Comparison, difference: number): boolean {
  switch (op) {
    case 'gt':
      return difference > 0;
    case 'ge':
      return difference >= 0;
    case 'lt':
      return difference < 0;
    case 'le':
      return difference <= 0;
    default:
      return difference === 0;
  }
}
