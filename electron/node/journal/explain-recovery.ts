import type { Recovery } from './recover-journal';

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** What could be read of a damaged journal. */
export function explainSalvage({ entries, exchanges, strayEntries, organisation }: Omit<Recovery, 'setAside'>): string {
  const kept = organisation
    ? `The organisation was recovered with ${count(entries, 'change')}, and ${count(exchanges, 'exchange')} of the log.`
    : `The organisation could not be read and starts anew; ${count(exchanges, 'exchange')} of the log could.`;
  const stray =
    strayEntries === 0 ? '' : ` ${count(strayEntries, 'later change')} could be read but not applied, since one before is missing.`;
  return `${kept}${stray}`;
}

/** What happened to a damaged journal, for the person who opens it. */
export const explainRecovery = (recovery: Recovery): string =>
  `The journal was damaged and is kept, unchanged, at ${recovery.setAside}. ${explainSalvage(recovery)}`;
