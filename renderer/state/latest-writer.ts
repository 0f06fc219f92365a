/**
 * Writes what was given last, one write at a time: while one is under way, newer texts replace each other, so that typing never queues
 * up behind a slow disk and the newest text is always written.
 */
export interface LatestWriter<K, V> {
  readonly write: (key: K, value: V) => void;
  /** Resolves when everything given so far has been written. */
  readonly settled: () => Promise<void>;
}

export function createLatestWriter<K, V>(
  send: (key: K, value: V) => Promise<void>,
  onSettled: (key: K, value: V) => void,
): LatestWriter<K, V> {
  const waiting = new Map<K, V>();
  const busy = new Map<K, Promise<void>>();
  const run = async (key: K): Promise<void> => {
    for (;;) {
      const value = waiting.get(key);
      if (value === undefined || !waiting.delete(key)) return;
      await send(key, value);
      if (!waiting.has(key)) onSettled(key, value);
    }
  };
  return {
    write: (key, value) => {
      waiting.set(key, value);
      if (busy.has(key)) return;
      busy.set(
        key,
        run(key).finally(() => busy.delete(key)),
      );
    },
    settled: async () => {
      while (busy.size > 0) await Promise.all(busy.values());
    },
  };
}
