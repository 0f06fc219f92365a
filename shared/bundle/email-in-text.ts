/**
 * E-mails as they stand in running text, and percent-encoded as an address has them (`ann%40acme.example`; RFC 3986 section 2.1).
 * Bounded on both sides of the @, so that a long line is scanned once. Use with `replace` and `matchAll` alone: they keep no place.
 */
export const emailInText = /[^\s@"'<>()[\]{},;:\\/?&=]{1,64}@[^\s@"'<>()[\]{},;:\\/?&=]{1,190}/g;

/** What ends an e-mail in plain text ends it here too: an encoded blank, quote, bracket, comma, slash and so on. */
const encodedPart = '(?:[^\\s%@"\'<>()[\\]{},;:\\\\/?&=]|%(?!2[026789CF]|3[A-F]|40|5[BCD]|7[BD])[2-7][0-9A-F])';
export const encodedEmailInText = new RegExp(`${encodedPart}{1,64}%40${encodedPart}{1,190}`, 'gi');

const pseudonym = /^person-\d+@domain-\d+\.example\.?$/;

/** E-mails of a finished bundle that are no pseudonyms, each once: names of groups and teams are kept, and may hold one. */
export function remainingEmails(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [email] of text.matchAll(emailInText)) if (!pseudonym.test(email)) found.add(email);
  for (const [encoded] of text.matchAll(encodedEmailInText)) {
    const email = decodeURIComponent(encoded);
    if (!pseudonym.test(email)) found.add(email);
  }
  return [...found];
}
