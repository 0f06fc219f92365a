/**
 * E-mails as they stand in running text, and percent-encoded as an address has them (`ann%40acme.example`; RFC 3986 section 2.1).
 * Bounded on both sides of the @, so that a long line is scanned once. Use with `replace` and `matchAll` alone: they keep no place.
 */
export const emailInText = /[^\s@"'<>()[\]{},;:\\/?&=]{1,64}@[^\s@"'<>()[\]{},;:\\/?&=]{1,190}/g;

/** What ends an e-mail in plain text ends it here too: an encoded blank, quote, bracket, comma, slash and so on. */
const encodedPart = '(?:[^\\s%@"\'<>()[\\]{},;:\\\\/?&=]|%(?!2[026789CF]|3[A-F]|40|5[BCD]|7[BD])[2-7][0-9A-F])';
/** Does not begin within what is encoded: the 22 of `%22ann%40…` is no part of the address. */
export const encodedEmailInText = new RegExp(`(?<!%[0-9A-F]?)${encodedPart}{1,64}%40${encodedPart}{1,190}`, 'gi');

/** A pseudonym, or the end of one of this app's formats, which has an @ too (`scim-preflight/plan@1`). */
const ours = /^(person-\d+@domain-\d+\.example\.?|(bundle|scenario|plan)@1)$/;

/** E-mails of a finished bundle that are no pseudonyms, each once: names of groups and teams are kept, and may hold one. */
export function remainingEmails(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [email] of text.matchAll(emailInText)) if (!ours.test(email)) found.add(email);
  for (const [encoded] of text.matchAll(encodedEmailInText)) {
    const email = decodeURIComponent(encoded);
    if (!ours.test(email)) found.add(email);
  }
  return [...found];
}
