import type { Recovery } from './recover-journal';

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** What happened to a damaged journal, for the person who opens it. */
export function explainRecovery({ setAside, entries, exchanges, strayEntries, organisation }: Recovery): string {
  const kept = organisation
    ? `The organisation was recovered with ${count(entries, 'change')}, and ${count(exchanges, 'exchange')} of the log.`
    : `The organisation could not be read and starts anew; ${count(exchanges, 'exchange')} of the log could.`;
  const stray =
    strayEntries === 0 ? '' : ` ${count(strayEntries, 'later change')} could be read but not applied, since one before is missing.`;
  return `The journal was damaged and is kept, unchanged, at ${setAside}. ${kept}${stray}`;
}
