/**
 * Whether a person could have this address: one `@`, a domain with a dot, no spaces, quotes or list separators, at most the 254
 * characters that a mail can be sent to (RFC 5321 section 4.5.3.1.3). Asked of what people type, of rosters and of a NameID. The simulated
 * vendor asks for less (shared/vendor/apply-user.ts): how much the real one asks for is not documented.
 */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@.<>(),;:"]+(?:\.[^\s@.<>(),;:"]+)+$/u.test(text);
