/** Tells the latest of what comes in fast: the first at once, then at most one in each span; the last one is never lost. */
export function latestWithin<T>(spanMs: number, tell: (key: string, value: T) => void): (key: string, value: T) => void {
  const waiting = new Map<string, { latest: T | undefined }>();
  const release = (key: string): void => {
    const held = waiting.get(key);
    if (held?.latest === undefined) {
      waiting.delete(key);
      return;
    }
    const { latest } = held;
    held.latest = undefined;
    tell(key, latest);
    setTimeout(() => release(key), spanMs);
  };
  return (key, value) => {
    const held = waiting.get(key);
    if (held !== undefined) {
      held.latest = value;
      return;
    }
    waiting.set(key, { latest: undefined });
    tell(key, value);
    setTimeout(() => release(key), spanMs);
  };
}
