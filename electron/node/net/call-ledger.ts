import type { CallRecord } from '../../../shared/preflight/call-record';

/** Every call made or blocked since the start, oldest first. */
export interface CallLedger {
  readonly add: (record: CallRecord) => void;
  readonly all: () => readonly CallRecord[];
  readonly subscribe: (listener: (record: CallRecord) => void) => () => void;
}

/** A long pull of a large tenant stays well below this; the count of calls dropped from the front is kept honest by `dropped`. */
const maxRecords = 50_000;

export function createCallLedger(earlier: readonly CallRecord[] = []): CallLedger & { readonly dropped: () => number } {
  const records: CallRecord[] = [...earlier];
  const listeners = new Set<(record: CallRecord) => void>();
  let dropped = 0;
  return {
    add: (record) => {
      records.push(record);
      if (records.length > maxRecords) {
        records.shift();
        dropped += 1;
      }
      for (const listener of listeners) listener(record);
    },
    all: () => records,
    dropped: () => dropped,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
