import { readAttributePath, SyntaxFault } from '../filter/scanner';
import { emptyObject, isList, isObject, type Json, type JsonObject } from '../json';
import { type ResolvedPath, type ResourceShape, resolvePath } from '../schema/resource-shape';
import type { Projection } from './list-query';

export type Project = (resource: JsonObject) => JsonObject;

/**
 * Which parts of a resource an answer has (RFC 7644 section 3.9, RFC 7643 section 7 "returned"): `id` and `schemas` always,
 * `members.$ref` on request only. null: the default representation as it is. Names that no schema knows ask for nothing.
 */
export function compileProjection(shape: ResourceShape, projection: Projection): Project | null {
  if (projection.attributes !== null) {
    const wanted = resolveAll(shape, projection.attributes);
    return (resource) => keepOnly(resource, wanted);
  }
  if (projection.excludedAttributes !== null) {
    const unwanted = resolveAll(shape, projection.excludedAttributes).filter((path) => path.attribute?.returned !== 'always');
    return (resource) => leaveOut(resource, unwanted);
  }
  return null;
}

/** True where `members` is left out: a group of thousands then costs what an empty one does. */
export function leavesOutMembers(shape: ResourceShape, projection: Projection): boolean {
  const isMembers = (path: ResolvedPath): boolean => path.extension === null && path.attribute?.name === 'members';
  if (projection.attributes !== null) return !resolveAll(shape, projection.attributes).some(isMembers);
  if (projection.excludedAttributes === null) return false;
  return resolveAll(shape, projection.excludedAttributes).some((path) => isMembers(path) && path.sub === null);
}

function resolveAll(shape: ResourceShape, names: readonly string[]): readonly ResolvedPath[] {
  const found: ResolvedPath[] = [];
  for (const name of names) {
    try {
      const path = resolvePath(shape, readAttributePath(name));
      if (path !== undefined) found.push(path);
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
    }
  }
  return found;
}

function keepOnly(resource: JsonObject, wanted: readonly ResolvedPath[]): JsonObject {
  const kept = emptyObject();
  kept['schemas'] = resource['schemas'];
  kept['id'] = resource['id'];
  for (const { extension, attribute, sub } of wanted) {
    const source = extension === null ? resource : resource[extension];
    if (!isObject(source)) continue;
    if (attribute === null) {
      kept[extension as string] = source;
      continue;
    }
    const value = source[attribute.name];
    if (value === undefined) continue;
    const target = extension === null ? kept : partOf(kept, extension);
    target[attribute.name] = sub === null ? value : mergeParts(target[attribute.name], value, sub.name);
  }
  return kept;
}

const partOf = (object: { [key: string]: Json | undefined }, key: string): { [key: string]: Json | undefined } => {
  const part = isObject(object[key]) ? object[key] : emptyObject();
  object[key] = part;
  return part as { [key: string]: Json | undefined };
};

/** Two parts of one attribute may be asked for one by one: `name.givenName,name.familyName`. */
function mergeParts(before: Json | undefined, value: Json, part: string): Json {
  const pick = (from: Json, into: Json | undefined): Json => {
    const object = Object.assign(emptyObject(), isObject(into) ? into : {});
    if (isObject(from) && from[part] !== undefined) object[part] = from[part];
    return object;
  };
  if (isList(value)) return value.map((item, at) => pick(item, isList(before) ? before[at] : undefined));
  return pick(value, before);
}

function leaveOut(resource: JsonObject, unwanted: readonly ResolvedPath[]): JsonObject {
  const kept = Object.assign(emptyObject(), resource);
  for (const { extension, attribute, sub } of unwanted) {
    if (attribute === null) {
      delete kept[extension as string];
      continue;
    }
    const holder = extension === null ? kept : isObject(kept[extension]) ? Object.assign(emptyObject(), kept[extension]) : null;
    if (holder === null) continue;
    if (sub === null) delete holder[attribute.name];
    else holder[attribute.name] = withoutPart(holder[attribute.name], sub.name);
    if (extension !== null) kept[extension] = holder;
  }
  return kept;
}

function withoutPart(value: Json | undefined, part: string): Json | undefined {
  if (isList(value)) return value.map((item) => withoutPart(item, part) as Json);
  if (!isObject(value)) return value;
  const rest = Object.assign(emptyObject(), value);
  delete rest[part];
  return rest;
}
