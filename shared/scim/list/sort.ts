import { err, ok, type Result } from '../../result';
import { valuesAt } from '../filter/match-filter';
import { readAttributePath, SyntaxFault } from '../filter/scanner';
import { isObject, type Json, type JsonObject } from '../json';
import { findAttribute } from '../schema/attribute';
import { type ResolvedPath, type ResourceShape, resolvePath } from '../schema/resource-shape';
import { type ScimError, scimError, shown } from '../scim-error';

export type SortKey = (resource: JsonObject) => string | number | null;

/** What resources are sorted by (RFC 7644 section 3.4.2.3): the primary value of several, else the first; case as `caseExact` says. */
export function compileSortKey(shape: ResourceShape, sortBy: string): Result<SortKey, ScimError> {
  const path = resolve(shape, sortBy);
  if (path === undefined || path.attribute === null)
    return err(scimError('invalidPath', `sortBy: expected an attribute of a ${shape.name}, found ${shown(sortBy)}`));
  const { attribute } = path;
  const target = path.sub ?? (attribute.type === 'complex' ? findAttribute(attribute.subAttributes, 'value') : attribute);
  if (target === undefined || target.type === 'complex')
    return err(scimError('invalidPath', `sortBy: expected a sub-attribute of ${attribute.name}, found ${shown(sortBy)}`));
  const whole: ResolvedPath = { ...path, sub: null };
  return ok((resource) => {
    const values = valuesAt(resource, whole);
    const chosen = values.find((value) => isObject(value) && value['primary'] === true) ?? values[0];
    return keyOf(attribute.type === 'complex' && isObject(chosen) ? chosen[target.name] : chosen, target.caseExact);
  });
}

function resolve(shape: ResourceShape, text: string): ResolvedPath | undefined {
  try {
    return resolvePath(shape, readAttributePath(text));
  } catch (fault) {
    if (fault instanceof SyntaxFault) return undefined;
    throw fault;
  }
}

function keyOf(value: Json | undefined, caseExact: boolean): string | number | null {
  if (typeof value === 'string') return caseExact ? value : value.toLowerCase();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : null;
}

/** Stable; those without a value come last, or first when descending (RFC 7644 section 3.4.2.3). */
export function sortByKey<T>(items: readonly T[], keyOfItem: (item: T) => string | number | null, descending: boolean): T[] {
  const keyed = items.map((item, at) => ({ item, at, key: keyOfItem(item) }));
  const compare = (a: string | number | null, b: string | number | null): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0;
  };
  keyed.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)) || a.at - b.at);
  return keyed.map(({ item }) => item);
}
