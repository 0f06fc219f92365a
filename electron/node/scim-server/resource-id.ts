/**
 * Ids are numeric strings as the vendor's (vendor-behaviour.md sections 2 and 3), users even and groups odd, so that no id is
 * both a User's and a Group's (RFC 7643 section 3.1).
 */
const firstUser = 20_000;
const firstGroup = 50_001;

export const userId = (personId: number): string => String(firstUser + 2 * personId);
export const groupId = (id: number): string => String(firstGroup + 2 * id);

/** The record's number; null where the text is no id that `userId` gives. */
export const personIdOf = (text: string): number | null => numberOf(text, firstUser);
export const groupIdOf = (text: string): number | null => numberOf(text, firstGroup);

function numberOf(text: string, first: number): number | null {
  if (!/^[1-9]\d{4,14}$/.test(text)) return null;
  const number = Number(text) - first;
  return number >= 0 && number % 2 === 0 ? number / 2 : null;
}
