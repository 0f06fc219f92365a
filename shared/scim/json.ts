/** JSON as it comes from outside. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** An object to be filled: without a prototype, so that `__proto__` is a key like any other. */
export const emptyObject = (): { [key: string]: Json | undefined } => Object.create(null) as { [key: string]: Json | undefined };

/** Objects are equal whatever order their keys are in (RFC 8259 section 4); lists are not. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, at) => equalJson(item, b[at]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]));
}

/** The value under a name in any case (RFC 7643 section 2.1), the exact name first. */
export function valueUnder(object: JsonObject, name: string): Json | undefined {
  const exact = object[name];
  if (exact !== undefined) return exact;
  const key = name.toLowerCase();
  for (const candidate of Object.keys(object))
    if (candidate.length === name.length && candidate.toLowerCase() === key) return object[candidate];
  return undefined;
}
