/** `Acme.example; @acme-labs.example` → its entries as they stand, without separators. */
export const splitDomains = (text: string): readonly string[] => text.split(/[\s,;|]+/).filter((entry) => entry !== '');

/** What an entry was meant to be: an address, a URL or a wildcard is cut down to its domain. */
export function domainOf(entry: string): string {
  return entry
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '')
    .replace(/^(?:\*\.|\.)+/, '')
    .replace(/\.+$/, '')
    .toLowerCase();
}

/** RFC 1035 section 2.3.4, with at least two labels; names in other scripts in their `xn--` form. */
export const isDomain = (text: string): boolean =>
  text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i.test(text);

/** The domains of the ledger's text, ready to compare with. */
export const readDomains = (text: string): readonly string[] => [...new Set(splitDomains(text).map(domainOf))].filter(isDomain);

/** As the vendor's form takes it: a comma list. */
export const joinDomains = (domains: readonly string[]): string => domains.join(', ');
