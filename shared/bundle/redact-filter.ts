import { isNaming, lastName, type ResourceKind } from './naming-attributes';
import type { Pseudonyms } from './pseudonyms';

/** `attribute operator "value"` (RFC 7644 section 3.4.2.2). */
const comparison = /([A-Za-z$][\w.:$-]*)(\s+(?:eq|ne|co|sw|ew|gt|ge|lt|le)\s+)("(?:[^"\\]|\\.)*")/gi;

/** A filter, or an attribute path with one in brackets, without people's names. */
export function redactFilter(filter: string, kind: ResourceKind, pseudonyms: Pseudonyms): string {
  let end = 0;
  let redacted = '';
  for (const { index, 0: whole, 1: attribute = '', 2: operator = '', 3: literal = '""' } of filter.matchAll(comparison)) {
    const value = unquote(literal);
    const name = isNaming(attribute, kind)
      ? pseudonyms.name(value)
      : lastName(attribute) === 'username'
        ? pseudonyms.userName(value)
        : pseudonyms.text(value);
    redacted += `${pseudonyms.text(filter.slice(end, index))}${attribute}${operator}${JSON.stringify(name)}`;
    end = index + whole.length;
  }
  return redacted + pseudonyms.text(filter.slice(end));
}

/** The target of a request, `/Users?filter=…` included; what cannot be decoded is left out. */
export function redactPath(target: string, pseudonyms: Pseudonyms): string {
  const at = target.indexOf('?');
  const path = pseudonyms.text(at === -1 ? target : target.slice(0, at));
  if (at === -1) return path;
  const query = target.slice(at + 1);
  const kind = kindOfPath(target);
  // As the server reads it: blanks are `+` only where none is written `%20`.
  const literalPlus = query.includes('%20');
  const parameters = query.split('&').map((parameter) => {
    const equals = parameter.indexOf('=');
    if (equals === -1) return pseudonyms.text(parameter);
    const raw = parameter.slice(equals + 1);
    const value = decoded(literalPlus ? raw : raw.replaceAll('+', ' '));
    if (value === null) return `${parameter.slice(0, equals)}=…`;
    const redacted = redactFilter(value, kind, pseudonyms);
    return redacted === value ? parameter : `${parameter.slice(0, equals)}=${encodeURIComponent(redacted)}`;
  });
  return `${path}?${parameters.join('&')}`;
}

/** Which resources a request is about: `/scim/v2/Groups/7` is about groups. */
export function kindOfPath(target: string): ResourceKind {
  const path = target.split('?')[0] ?? '';
  return /\/groups(\/|$)/i.test(path) ? 'Group' : /\/users(\/|$)/i.test(path) ? 'User' : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function unquote(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : literal;
  } catch {
    return literal.slice(1, -1);
  }
}
