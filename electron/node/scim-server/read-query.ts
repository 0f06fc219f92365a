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
  for (const [name, value] of new URLSearchParams(literalPlus ? query.replaceAll('+', '%2B') : query)) {
    const key = name.toLowerCase();
    if (!known.has(key)) continue;
    const spelt = spelling[key] ?? key;
    parameters[spelt] ??= value;
  }
  return parameters;
}
