import type { Parameters } from '../../../shared/scim/list/list-query';

const known = new Set(['filter', 'sortby', 'sortorder', 'startindex', 'count', 'attributes', 'excludedattributes']);
const spelling: Readonly<Record<string, string>> = {
  sortby: 'sortBy',
  sortorder: 'sortOrder',
  startindex: 'startIndex',
  excludedattributes: 'excludedAttributes',
};

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
    const key = decoded(equals === -1 ? pair : pair.slice(0, equals), literalPlus).toLowerCase();
    if (!known.has(key)) continue;
    const spelt = spelling[key] ?? key;
    parameters[spelt] ??= equals === -1 ? '' : decoded(pair.slice(equals + 1), literalPlus);
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
