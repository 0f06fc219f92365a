import type { AttributePath } from '../filter/filter';
import { type Attribute, findAttribute, type Schema } from './attribute';
import { commonAttributes } from './common-attributes';

/** One resource type: its core schema and extensions, as the profile has them. */
export interface ResourceShape {
  readonly name: 'User' | 'Group';
  readonly endpoint: '/Users' | '/Groups';
  readonly description: string;
  readonly core: Schema;
  readonly extensions: readonly Schema[];
}

/** Which attribute a path means in a resource type. */
export interface ResolvedPath {
  /** URN of the extension that holds it; null for the core schema. */
  readonly extension: string | null;
  /** null: the whole extension. */
  readonly attribute: Attribute | null;
  readonly sub: Attribute | null;
}

/**
 * `userName`, `name.familyName`, `urn:…:User:userName`, `urn:…:LambdaTest:2.0:User:OrganizationRole`, the bare URN of an
 * extension, and `urn:…:User.OrganizationRole` as some clients write it. undefined: no such attribute here.
 */
export function resolvePath(shape: ResourceShape, path: AttributePath): ResolvedPath | undefined {
  if (path.urn === null) {
    const attribute = findAttribute(shape.core.attributes, path.name) ?? findAttribute(commonAttributes, path.name);
    return attribute === undefined ? undefined : withSub(null, attribute, path.sub);
  }
  const urn = path.urn.toLowerCase();
  if (urn === shape.core.id.toLowerCase()) return resolvePath(shape, { ...path, urn: null });
  const whole = `${urn}:${path.name.toLowerCase()}`;
  if (whole === shape.core.id.toLowerCase() && path.sub !== null)
    return resolvePath(shape, { ...path, urn: null, name: path.sub, sub: null });
  for (const extension of shape.extensions) {
    const id = extension.id.toLowerCase();
    if (id === urn) {
      const attribute = findAttribute(extension.attributes, path.name);
      return attribute === undefined ? undefined : withSub(extension.id, attribute, path.sub);
    }
    // The version in `…:2.0:User` has a dot too, so a bare URN arrives split at it.
    if (id !== whole) continue;
    if (path.sub === null) return { extension: extension.id, attribute: null, sub: null };
    const attribute = findAttribute(extension.attributes, path.sub);
    return attribute === undefined ? undefined : { extension: extension.id, attribute, sub: null };
  }
  return undefined;
}

function withSub(extension: string | null, attribute: Attribute, name: string | null): ResolvedPath | undefined {
  if (name === null) return { extension, attribute, sub: null };
  const sub = findAttribute(attribute.subAttributes, name);
  return sub === undefined ? undefined : { extension, attribute, sub };
}
