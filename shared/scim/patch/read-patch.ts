import { err, ok, type Result } from '../../result';
import { isList, isObject, type Json, type JsonObject, valueUnder } from '../json';
import { type ScimError, scimError, shown } from '../scim-error';
import { type PatchPath, parsePatchPath } from './patch-path';

export const patchVerbs = ['add', 'replace', 'remove'] as const;
export type PatchVerb = (typeof patchVerbs)[number];

/** One operation on one attribute. */
export interface PatchOperation {
  readonly op: PatchVerb;
  readonly path: PatchPath;
  /** undefined where none was sent. */
  readonly value: Json | undefined;
  /** Where it stands in the request, for errors: `Operations[2]`. */
  readonly where: string;
}

/** More operations than any client sends at once. */
const maximumOperations = 1000;

/**
 * The body of a PATCH as operations that each name their attribute (RFC 7644 section 3.5.2). `op` in any case (the vendor's
 * own examples write `Replace`); an operation without a path is taken apart into one for each key of its value, and such a
 * key may itself be a path: `name.givenName`, `urn:…:User:OrganizationRole` (seen from Entra ID).
 */
export function readPatch(body: Json | undefined): Result<readonly PatchOperation[], ScimError> {
  if (!isObject(body))
    return err(scimError('invalidSyntax', `body: expected a PatchOp as a JSON object, found ${shown(body ?? 'nothing')}`));
  const listed = valueUnder(body, 'Operations');
  if (!isList(listed) || listed.length === 0)
    return err(
      scimError('invalidSyntax', `Operations: expected a list of operations, found ${listed === undefined ? 'none' : shown(listed)}`),
    );
  if (listed.length > maximumOperations)
    return err(scimError('tooMany', `Operations: expected at most ${maximumOperations}, found ${listed.length}`));
  const operations: PatchOperation[] = [];
  for (const [at, item] of listed.entries()) {
    const read = readOperation(item, `Operations[${at}]`, operations);
    if (read !== null) return err(read);
  }
  return ok(operations);
}

function readOperation(item: Json, where: string, operations: PatchOperation[]): ScimError | null {
  if (!isObject(item)) return scimError('invalidSyntax', `${where}: expected an object, found ${shown(item)}`);
  const verb = valueUnder(item, 'op');
  const op = typeof verb === 'string' ? patchVerbs.find((known) => known === verb.trim().toLowerCase()) : undefined;
  if (op === undefined)
    return scimError('invalidSyntax', `${where}.op: expected add, replace or remove, found ${verb === undefined ? 'none' : shown(verb)}`);
  const value = valueUnder(item, 'value');
  const path = valueUnder(item, 'path');
  if (path !== undefined && path !== null && path !== '') {
    if (typeof path !== 'string') return scimError('invalidPath', `${where}.path: expected a string, found ${shown(path)}`);
    return push(op, path, value, where, `${where}.path`, operations);
  }
  if (op === 'remove') return scimError('noTarget', `${where}.path: expected a path, since remove needs one, found none`);
  if (!isObject(value))
    return scimError(
      'invalidValue',
      `${where}.value: expected an object of attributes, since there is no path, found ${shown(value ?? 'none')}`,
    );
  return readKeys(op, value, where, operations);
}

const ignoredKeys = new Set(['schemas', 'id', 'meta']);

function readKeys(op: PatchVerb, value: JsonObject, where: string, operations: PatchOperation[]): ScimError | null {
  for (const key of Object.keys(value)) {
    if (ignoredKeys.has(key.toLowerCase())) continue;
    const fault = push(op, key, value[key], where, `${where}.value`, operations);
    if (fault !== null) return fault;
  }
  return null;
}

function push(
  op: PatchVerb,
  text: string,
  value: Json | undefined,
  where: string,
  pathWhere: string,
  operations: PatchOperation[],
): ScimError | null {
  const path = parsePatchPath(text, pathWhere);
  if (!path.ok) return path.error;
  if (op !== 'remove' && value === undefined) return scimError('invalidValue', `${where}.value: expected a value to ${op}, found none`);
  operations.push({ op, path: path.value, value, where });
  return operations.length > maximumOperations ? scimError('tooMany', `Operations: expected at most ${maximumOperations} changes`) : null;
}
