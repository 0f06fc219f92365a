import { userKey } from '../vendor/names';

/**
 * Names in the place of people's, the same for the same person throughout a bundle. What behaviour depends on is kept: who is the
 * same person without case (RFC 7643 section 4.1.1), whether a userName is an e-mail at all (I9), and who shares a domain.
 */
export interface Pseudonyms {
  readonly userName: (userName: string) => string;
  /** A given or family name; the same text gives the same name, the empty one stays empty. */
  readonly name: (text: string) => string;
  /** E-mails inside a sentence or a message body; anything else of it is left. */
  readonly text: (text: string) => string;
}

/** Bounded on both sides of the @, so that a long line is scanned once. */
const emailInText = /[^\s@"'<>()[\]{},;:\\/?&=]{1,64}@[^\s@"'<>()[\]{},;:\\/?&=]{1,190}/g;

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
  return {
    userName,
    name: (text) => (text === '' ? '' : numbered(names, text, (number) => `Name ${number}`)),
    text: (text) => text.replace(emailInText, (found) => userName(found)),
  };
}
