import { valueIds } from '../../shared/guide/value-id';
import type { Guide } from '../state/guide';

/** A short word beside an entry of the navigation: how far the guide is, and how many values are there. */
export function navigationNotes(guide: Guide | null): Readonly<Record<string, string>> {
  if (guide === null) return {};
  const { done, skipped, total } = guide.progress;
  const there = valueIds.filter((id) => guide.readings[id].state !== 'empty').length;
  return { guide: `${done + skipped}/${total}`, ledger: `${there}/${valueIds.length}` };
}
