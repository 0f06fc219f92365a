import type { Parameters } from '../../../shared/scim/list/list-query';

const names = ['filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'attributes', 'excludedAttributes'] as const;
const byLowerCase: ReadonlyMap<string, string> = new Map(names.map((name) => [name.toLowerCase(), name]));
/** Most clients write a name as the standard does: it is known as it stands. */
const asWritten: ReadonlyMap<string, string> = new Map(names.map((name) => [name, name]));

const none: Parameters = Object.freeze({});

/**
 * The parameters of RFC 7644 table 3, by name in any case, the first of several; others are ignored. `+` is a space, as forms
 * write it, unless the client writes %20 for its spaces: then `+` is meant, as in plus-addresses.
 */
export function readQuery(query: string): Parameters {
  if (query === '') return none;
  const literalPlus = query.includes('%20');
  const parameters: Record<string, string> = {};
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const key = equals === -1 ? pair : pair.slice(0, equals);
    const name = asWritten.get(key) ?? byLowerCase.get(decoded(key, literalPlus).toLowerCase());
    if (name === undefined) continue;
    parameters[name] ??= equals === -1 ? '' : decoded(pair.slice(equals + 1), literalPlus);
  }
  return parameters;
}

function decoded(text: string, literalPlus: boolean): string {
  const spaced = literalPlus || !text.includes('+') ? text : text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    // What is no UTF-8 becomes replacement characters, as the URL standard has it for forms.
    return new URLSearchParams(`text=${(literalPlus ? spaced.replaceAll('+', '%2B') : spaced).replaceAll('&', '%26')}`).get('text') ?? '';
  }
}
