import { isNaming, lastName, type ResourceKind } from './naming-attributes';
import type { Pseudonyms } from './pseudonyms';
import { kindOfPath, redactFilter } from './redact-filter';

/**
 * The body of a SCIM request or answer without people's names: by attribute where it is JSON, and e-mails wherever they are.
 * `kind` is what the request's path says it is about; a resource inside that says otherwise of itself is believed.
 */
export function redactBody(body: string, kind: ResourceKind, pseudonyms: Pseudonyms): string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return redactCutOff(body, kind, pseudonyms);
  }
  return JSON.stringify(redactValue(json, { key: '', kind, within: '' }, pseudonyms));
}

interface Place {
  /** The attribute that the value is of: a path where a PATCH operation has one. */
  readonly key: string;
  readonly kind: ResourceKind;
  /** The attribute around it. */
  readonly within: string;
}

function redactValue(value: unknown, place: Place, pseudonyms: Pseudonyms): unknown {
  if (typeof value === 'string') return redactText(value, place, pseudonyms);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, place, pseudonyms));
  if (typeof value !== 'object' || value === null) return value;
  const kind = kindOf(value) ?? place.kind;
  // A PATCH operation names its attribute in `path`: its value is of that attribute. In a bulk request `path` is a request's.
  const path = 'path' in value && typeof value.path === 'string' && !value.path.startsWith('/') ? value.path : null;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const key = name === 'value' ? (path ?? place.key) : isNaming(place.key, kind) ? place.key : name;
      return [name, redactValue(inner, { key, kind, within: name === 'value' ? place.within : place.key }, pseudonyms)];
    }),
  );
}

function redactText(text: string, { key, kind, within }: Place, pseudonyms: Pseudonyms): string {
  if (isNaming(key, kind)) return pseudonyms.name(text);
  switch (lastName(key)) {
    case 'username':
      return pseudonyms.userName(text);
    case 'display':
      // Of a member or an e-mail it is a person's; of `groups`, `roles` and the like it is theirs, and kept.
      return /^(members|emails)/i.test(within) && !text.includes('@') ? pseudonyms.name(text) : pseudonyms.text(text);
    case 'filter':
    case 'path':
      return redactFilter(text, kind, pseudonyms);
    default:
      return pseudonyms.text(text);
  }
}

/** What a resource, or one request of a bulk, says of itself. */
function kindOf(value: object): ResourceKind {
  if ('schemas' in value && Array.isArray(value.schemas)) {
    if (value.schemas.some((schema) => /:core:2\.0:User$/i.test(String(schema)))) return 'User';
    if (value.schemas.some((schema) => /:core:2\.0:Group$/i.test(String(schema)))) return 'Group';
  }
  return 'path' in value && typeof value.path === 'string' && value.path.startsWith('/') ? kindOfPath(value.path) : null;
}

/** A quoted text, whether it is the name of an attribute, or one that does not end. */
const quotedText = /"((?:[^"\\]|\\.)*)("(\s*:)?|$)/g;

/** Cut off, or no JSON: texts and their attributes are found by their quotes, and a text that does not end is left out. */
function redactCutOff(body: string, kind: ResourceKind, pseudonyms: Pseudonyms): string {
  let key = '';
  let end = 0;
  let redacted = '';
  for (const { index, 0: whole, 1: inner = '', 2: close, 3: colon } of body.matchAll(quotedText)) {
    redacted += pseudonyms.text(body.slice(end, index));
    end = index + whole.length;
    if (colon !== undefined) key = inner;
    redacted +=
      colon !== undefined
        ? whole
        : close === ''
          ? '"…'
          : JSON.stringify(redactText(unescaped(inner), { key, kind, within: 'members' }, pseudonyms));
  }
  return redacted + pseudonyms.text(body.slice(end));
}

function unescaped(inner: string): string {
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return inner;
  }
}
