import { err, ok, type Result } from '../../result';
import type { Filter } from '../filter/filter';
import { parseFilter } from '../filter/parse-filter';
import { isList, isObject, type Json, type JsonObject, valueUnder } from '../json';
import { maximumPageSize } from '../profile';
import { checkSchemas } from '../resource/read-resource';
import { type ScimError, scimError, shown } from '../scim-error';
import { searchRequestUrn } from '../urns';

/** What a list is asked for (RFC 7644 sections 3.4.2 and 3.4.3). */
export interface ListQuery extends Projection {
  readonly filter: Filter | null;
  readonly sortBy: string | null;
  readonly descending: boolean;
  /** From 1; anything less was asked as 1 (RFC 7644 section 3.4.2.4). */
  readonly startIndex: number;
  /** null: the profile's page size; 0: no resources, only the total. */
  readonly count: number | null;
}

/** Which attributes an answer has (RFC 7644 section 3.9); null: the default ones. */
export interface Projection {
  readonly attributes: readonly string[] | null;
  readonly excludedAttributes: readonly string[] | null;
}

export type Parameters = Readonly<Record<string, string | undefined>>;

/** The default attributes: what most requests ask for. */
const asItIs: Result<Projection, never> = ok({ attributes: null, excludedAttributes: null });

export function readProjection(given: Parameters): Result<Projection, ScimError> {
  if (given['attributes'] === undefined && given['excludedAttributes'] === undefined) return asItIs;
  const attributes = names(given['attributes']);
  const excludedAttributes = names(given['excludedAttributes']);
  if (attributes !== null && excludedAttributes !== null)
    return err(scimError('invalidValue', 'attributes, excludedAttributes: expected one of the two, found both'));
  return ok({ attributes, excludedAttributes });
}

/** Commas between names; an empty parameter is as good as none. */
function names(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const found = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return found.length === 0 ? null : found.slice(0, 100);
}

export function readListQuery(given: Parameters): Result<ListQuery, ScimError> {
  const projection = readProjection(given);
  if (!projection.ok) return projection;
  const startIndex = whole('startIndex', given['startIndex']);
  if (!startIndex.ok) return startIndex;
  const count = whole('count', given['count']);
  if (!count.ok) return count;
  const order = given['sortOrder']?.toLowerCase();
  if (order !== undefined && order !== 'ascending' && order !== 'descending')
    return err(scimError('invalidValue', `sortOrder: expected ascending or descending, found ${shown(given['sortOrder'])}`));
  let filter: Filter | null = null;
  if (given['filter'] !== undefined && given['filter'].trim() !== '') {
    const parsed = parseFilter(given['filter']);
    if (!parsed.ok) return parsed;
    filter = parsed.value;
  }
  const { attributes, excludedAttributes } = projection.value;
  return ok({
    attributes,
    excludedAttributes,
    filter,
    sortBy: given['sortBy']?.trim() || null,
    descending: order === 'descending',
    startIndex: Math.max(1, startIndex.value ?? 1),
    count: count.value === null ? null : Math.min(maximumPageSize, Math.max(0, count.value)),
  });
}

function whole(name: string, text: string | undefined): Result<number | null, ScimError> {
  if (text === undefined || text === '') return ok(null);
  if (!/^[+-]?\d{1,15}$/.test(text.trim())) return err(scimError('invalidValue', `${name}: expected a whole number, found ${shown(text)}`));
  return ok(Number(text));
}

/** POST `/.search`: the same query as a body (RFC 7644 section 3.4.3). */
export function readSearchRequest(body: Json | undefined, schemasOptional: boolean): Result<ListQuery, ScimError> {
  if (!isObject(body))
    return err(scimError('invalidSyntax', `body: expected a SearchRequest as a JSON object, found ${shown(body ?? 'nothing')}`));
  const schemas = checkSchemas(body, searchRequestUrn);
  if (schemas !== null && !(schemasOptional && valueUnder(body, 'schemas') === undefined)) return err(schemas);
  const parameters: Record<string, string> = {};
  for (const name of ['filter', 'sortBy', 'sortOrder', 'startIndex', 'count'] as const) {
    const value = valueUnder(body, name);
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' && typeof value !== 'number')
      return err(scimError('invalidValue', `${name}: expected a string or number, found ${shown(value)}`));
    parameters[name] = String(value);
  }
  for (const name of ['attributes', 'excludedAttributes'] as const) {
    const listed = readNames(body, name);
    if (!listed.ok) return listed;
    if (listed.value !== null) parameters[name] = listed.value.join(',');
  }
  return readListQuery(parameters);
}

function readNames(body: JsonObject, name: string): Result<readonly string[] | null, ScimError> {
  const value = valueUnder(body, name);
  if (value === undefined || value === null) return ok(null);
  const listed = isList(value) ? value : [value];
  for (const item of listed)
    if (typeof item !== 'string') return err(scimError('invalidValue', `${name}: expected a list of names, found ${shown(value)}`));
  return ok(listed as readonly string[]);
}
