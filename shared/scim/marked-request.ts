import { type MarkedLine, markJson } from './marked-json';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A request beside its answer: what it asked for and the answer does not show is `ignored` (the vendor takes a new name and keeps
 * the old one), the operations of a PATCH that the answer does show are `changed`.
 */
export function markRequest(request: unknown, response: unknown): readonly MarkedLine[] {
  if (!isObject(request)) return markJson(request);
  if (Array.isArray(request['Operations'])) return markPatch(request, response);
  if (!isObject(response) || response['id'] === undefined) return markJson(request);
  return markJson(request, response)
    .filter((line) => line.mark !== 'removed')
    .map((line) => (line.mark === 'added' || line.mark === 'changed' ? { ...line, mark: 'ignored' } : line));
}

function markPatch(request: JsonObject, response: unknown): readonly MarkedLine[] {
  const lines = markJson(request);
  const operations = (request['Operations'] as readonly Json[]).filter(isObject);
  let operation = -1;
  let inValue = false;
  let valueDepth = 0;
  return lines.map((line) => {
    // `{`, then "Operations", then one `{` an operation, then its keys.
    if (line.depth === 2 && line.text.startsWith('{')) operation += 1;
    if (line.depth === 3) inValue = /^"value":/i.test(line.text);
    if (inValue) valueDepth = line.depth;
    const marks = inValue && valueDepth >= 3 && !/^[\]}],?$/.test(line.text);
    if (!marks) return line;
    const asked = operations[operation];
    return { ...line, mark: asked !== undefined && isIgnored(asked, response) ? 'ignored' : 'changed' };
  });
}

/** False where the answer does not say: no body, a path with a filter, an operation without a path. */
function isIgnored(operation: JsonObject, response: unknown): boolean {
  const path = operation['path'];
  const op = String(operation['op']).toLowerCase();
  const value = operation['value'];
  if (!isObject(response) || typeof path !== 'string' || value === undefined) return false;
  const shown = at(response, path);
  if (path.toLowerCase() === 'members') {
    const listed = new Set(idsOf(shown));
    if (shown === undefined) return false;
    return idsOf(value).some((id) => listed.has(id) === (op === 'remove'));
  }
  if (op === 'remove' || shown === undefined) return false;
  return (
    JSON.stringify(shown).toLowerCase() !== JSON.stringify(value).toLowerCase() &&
    String(shown).toLowerCase() !== String(value).toLowerCase()
  );
}

const idsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.flatMap((entry) => (isObject(entry) && typeof entry['value'] === 'string' ? entry['value'] : [])) : [];

/** `active`, `name.givenName`, or an extension's URN with its attribute behind the last colon (RFC 7644 section 3.10). */
function at(resource: JsonObject, path: string): Json | undefined {
  const colon = path.lastIndexOf(':');
  const inside = colon < 0 ? resource : own(resource, path.slice(0, colon));
  const names = (colon < 0 ? path : path.slice(colon + 1)).split('.');
  let found: Json | undefined = inside ?? resource;
  for (const name of names) found = isObject(found) ? own(found, name) : undefined;
  return found;
}

function own(object: JsonObject, name: string): Json | undefined {
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}
