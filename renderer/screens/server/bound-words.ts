import type { JournalView } from '../../../shared/ipc/server';

/** What the log keeps, and what it has dropped. */
export function boundWords({ bound, dropped }: JournalView): string {
  const kept = `The log keeps the last ${bound.requests.toLocaleString('en-GB')} requests, about ${bound.megabytes.toLocaleString('en-GB')} MB at most.`;
  const gone =
    dropped === 0 ? '' : ` ${dropped.toLocaleString('en-GB')} older ${dropped === 1 ? 'one was dropped' : 'ones were dropped'} so far.`;
  return `${kept}${gone} Pinned requests stay, and what requests changed stays in any case.`;
}
