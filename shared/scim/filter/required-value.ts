import type { Filter } from './filter';

/** The value that `path` must equal for the filter to hold, where it says so: lets an index answer. */
export function requiredValue(filter: Filter, name: string): string | null {
  if (filter.kind === 'compare') {
    const plain = filter.path.sub === null && filter.path.name.toLowerCase() === name.toLowerCase();
    const core = filter.path.urn === null || /:core:2\.0:(user|group)$/i.test(filter.path.urn);
    return filter.op === 'eq' && plain && core && typeof filter.value === 'string' ? filter.value : null;
  }
  if (filter.kind !== 'and') return null;
  for (const term of filter.terms) {
    const value = requiredValue(term, name);
    if (value !== null) return value;
  }
  return null;
}
