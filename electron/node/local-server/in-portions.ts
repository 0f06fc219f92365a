import type { MirrorExchange } from '../../../shared/mirror/mirror-exchange';

/** Exchanges of the log read into memory at once. */
export const readAtOnce = 200;

/** Exchanges by their numbers, oldest first, read a portion at a time as they are asked for. */
export function* inPortions(ids: readonly number[], read: (ids: readonly number[]) => readonly MirrorExchange[]): Iterable<MirrorExchange> {
  const ascending = [...ids].sort((one, other) => one - other);
  for (let at = 0; at < ascending.length; at += readAtOnce) yield* read(ascending.slice(at, at + readAtOnce));
}
