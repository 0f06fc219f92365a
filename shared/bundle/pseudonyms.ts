import { userKey } from '../vendor/names';
import { emailInText, encodedEmailInText } from './email-in-text';

/**
 * Names in the place of people's, the same for the same person throughout a bundle. What behaviour depends on is kept: who is the
 * same person without case (RFC 7643 section 4.1.1), whether a userName is an e-mail at all (I9), and who shares a domain.
 */
export interface Pseudonyms {
  readonly userName: (userName: string) => string;
  /** A given or family name; the same text gives the same name, the empty one stays empty. */
  readonly name: (text: string) => string;
  /** E-mails inside a sentence, an address or a message body, and quoted names that are known already; anything else of it is left. */
  readonly text: (text: string) => string;
  /** What stands in the place of this userName; null where it was not replaced anywhere. */
  readonly known: (userName: string) => string | null;
  /** How many were replaced so far. */
  readonly counts: () => PseudonymCounts;
}

export interface PseudonymCounts {
  readonly people: number;
  readonly domains: number;
  /** Given and family names, each counted once. */
  readonly names: number;
}

export function createPseudonyms(): Pseudonyms {
  const people = new Map<string, string>();
  const domains = new Map<string, string>();
  const names = new Map<string, string>();
  const numbered = (known: Map<string, string>, key: string, make: (number: number) => string): string => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const made = make(known.size + 1);
    known.set(key, made);
    return made;
  };
  const userName = (text: string): string => {
    const key = userKey(text);
    const [local, domain, ...more] = key.split('@');
    if (local === undefined || local === '' || domain === undefined || domain === '' || more.length > 0 || /\s/.test(key))
      return numbered(people, key, (number) => (key === '' ? '' : `name-${number}`));
    const alias = numbered(domains, domain, (number) => `domain-${number}.example`);
    return numbered(people, key, (number) => `person-${number}@${alias}`);
  };
  const quoted = (whole: string, inner: string): string => {
    const alias = people.get(userKey(inner)) ?? names.get(inner);
    return alias === undefined ? whole : `"${alias}"`;
  };
  return {
    userName,
    name: (text) => (text === '' ? '' : numbered(names, text, (number) => `Name ${number}`)),
    text: (text) =>
      text
        .replace(emailInText, (found) => userName(found))
        .replace(encodedEmailInText, (found) => encodeURIComponent(userName(decodeURIComponent(found))))
        .replace(/"([^"\\]{1,300})"/g, quoted),
    known: (text) => people.get(userKey(text.trim())) ?? null,
    counts: () => ({ people: people.size, domains: domains.size, names: names.size }),
  };
}
