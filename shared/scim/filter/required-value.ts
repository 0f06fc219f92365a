import type { ResourceShape } from '../schema/resource-shape';
import type { AttributePath, Filter } from './filter';

/** An attribute of a core schema, or a part of one. */
export interface Wanted {
  readonly shape: ResourceShape;
  readonly name: string;
  readonly sub?: string;
}

/**
 * The value that an attribute must equal for the filter to hold, where it says so: lets an index answer. A part may be asked for in
 * two ways: `members.value eq "…"` and `members[value eq "…"]`.
 */
export function requiredValue(filter: Filter, wanted: Wanted): string | null {
  switch (filter.kind) {
    case 'compare':
      return filter.op === 'eq' && names(filter.path, wanted, wanted.sub) && typeof filter.value === 'string' ? filter.value : null;
    case 'values':
      return wanted.sub !== undefined && names(filter.path, wanted)
        ? requiredValue(filter.filter, { shape: wanted.shape, name: wanted.sub })
        : null;
    case 'and':
      for (const term of filter.terms) {
        const value = requiredValue(term, wanted);
        if (value !== null) return value;
      }
      return null;
    default:
      return null;
  }
}

const names = (path: AttributePath, { shape, name }: Wanted, sub?: string): boolean =>
  isSameName(path.name, name) &&
  path.sub?.toLowerCase() === sub &&
  (path.urn === null || path.urn.toLowerCase() === shape.core.id.toLowerCase());

/** Names are compared without case (RFC 7643 section 2.1); most clients write them as the schema does. */
const isSameName = (name: string, wanted: string): boolean =>
  name === wanted || (name.length === wanted.length && name.toLowerCase() === wanted.toLowerCase());
