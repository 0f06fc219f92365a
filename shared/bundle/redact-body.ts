import type { Pseudonyms } from './pseudonyms';

/** SCIM attributes that say who somebody is (RFC 7643 section 4.1), in lower case; nothing but a name is in them. */
const naming: ReadonlySet<string> = new Set([
  'givenname',
  'familyname',
  'middlename',
  'formatted',
  'nickname',
  'externalid',
  'profileurl',
  'title',
  'phonenumbers',
  'addresses',
  'photos',
  'ims',
]);

/** The body of a SCIM request or answer without people's names: by attribute where it is JSON, and e-mails wherever they are. */
export function redactBody(body: string, pseudonyms: Pseudonyms): string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // Cut off, or no JSON: the attributes are found by their quotes.
    return pseudonyms.text(body.replace(/("(?:givenName|familyName|formatted|nickName|externalId)"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi, '$1"…"'));
  }
  return JSON.stringify(redactValue(json, '', pseudonyms));
}

function redactValue(value: unknown, key: string, pseudonyms: Pseudonyms): unknown {
  if (typeof value === 'string')
    return naming.has(lastName(key))
      ? pseudonyms.name(value)
      : key.toLowerCase() === 'username'
        ? pseudonyms.userName(value)
        : pseudonyms.text(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, key, pseudonyms));
  if (typeof value !== 'object' || value === null) return value;
  // A PATCH operation names its attribute in `path`: its value is of that attribute.
  const path = 'path' in value && typeof value.path === 'string' ? value.path : null;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      redactValue(inner, name === 'value' ? (path ?? key) : naming.has(lastName(key)) ? key : name, pseudonyms),
    ]),
  );
}

/** `name.givenName` and `urn:…:User:name.givenName` → `givenname`. */
const lastName = (path: string): string => path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')) + 1).toLowerCase();
