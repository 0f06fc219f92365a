import { assertNever } from '../result';

/** An organisation as SCIM shows it, live or expected. */
export interface DirectoryState {
  readonly users: readonly { readonly userName: string; readonly active: boolean; readonly role: string | null }[];
  /** Null where groups are not known. */
  readonly groups: readonly { readonly displayName: string; readonly members: readonly string[] }[] | null;
}

export type Drift =
  | { readonly kind: 'user-missing' | 'user-unexpected'; readonly userName: string; readonly active: boolean }
  | {
      readonly kind: 'user-differs';
      readonly userName: string;
      readonly field: 'active' | 'role';
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: 'group-missing' | 'group-unexpected'; readonly displayName: string; readonly members: number }
  | {
      readonly kind: 'members-differ';
      readonly displayName: string;
      readonly missing: readonly string[];
      readonly unexpected: readonly string[];
    };

/**
 * Where a tenant differs from what was expected of it: the plan, or an earlier pull. Names are compared without case (A10 default,
 * RFC 7643 section 4.1.1). A role is compared only where both sides know it. Sorted by kind of thing, then name.
 */
export function compareStates(expected: DirectoryState, found: DirectoryState): readonly Drift[] {
  return [
    ...compareUsers(expected, found),
    ...(expected.groups === null || found.groups === null ? [] : compareGroups(expected.groups, found.groups)),
  ];
}

const fold = (text: string): string => text.toLowerCase();

function byKey<T>(items: readonly T[], name: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [fold(name(item)), item]));
}

const sortedKeys = (...maps: readonly ReadonlyMap<string, unknown>[]): readonly string[] =>
  [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();

function compareUsers(expected: DirectoryState, found: DirectoryState): readonly Drift[] {
  const wanted = byKey(expected.users, (user) => user.userName);
  const there = byKey(found.users, (user) => user.userName);
  const drifts: Drift[] = [];
  for (const key of sortedKeys(wanted, there)) {
    const want = wanted.get(key);
    const have = there.get(key);
    if (want !== undefined && have === undefined) drifts.push({ kind: 'user-missing', userName: want.userName, active: want.active });
    else if (want === undefined && have !== undefined)
      drifts.push({ kind: 'user-unexpected', userName: have.userName, active: have.active });
    else if (want !== undefined && have !== undefined) {
      if (want.active !== have.active)
        drifts.push({
          kind: 'user-differs',
          userName: have.userName,
          field: 'active',
          expected: String(want.active),
          found: String(have.active),
        });
      if (want.role !== null && have.role !== null && want.role !== have.role)
        drifts.push({ kind: 'user-differs', userName: have.userName, field: 'role', expected: want.role, found: have.role });
    }
  }
  return drifts;
}

function compareGroups(expected: NonNullable<DirectoryState['groups']>, found: NonNullable<DirectoryState['groups']>): readonly Drift[] {
  const wanted = byKey(expected, (group) => group.displayName);
  const there = byKey(found, (group) => group.displayName);
  const drifts: Drift[] = [];
  for (const key of sortedKeys(wanted, there)) {
    const want = wanted.get(key);
    const have = there.get(key);
    if (want !== undefined && have === undefined)
      drifts.push({ kind: 'group-missing', displayName: want.displayName, members: want.members.length });
    else if (want === undefined && have !== undefined)
      drifts.push({ kind: 'group-unexpected', displayName: have.displayName, members: have.members.length });
    else if (want !== undefined && have !== undefined) {
      const inWant = new Set(want.members.map(fold));
      const inHave = new Set(have.members.map(fold));
      const missing = want.members.filter((member) => !inHave.has(fold(member)));
      const unexpected = have.members.filter((member) => !inWant.has(fold(member)));
      if (missing.length + unexpected.length > 0)
        drifts.push({ kind: 'members-differ', displayName: have.displayName, missing, unexpected });
    }
  }
  return drifts;
}

export function explainDrift(drift: Drift): string {
  switch (drift.kind) {
    case 'user-missing':
      return `${drift.userName} was expected${drift.active ? '' : ', deactivated,'} and is not there.`;
    case 'user-unexpected':
      return `${drift.userName} is there${drift.active ? '' : ', deactivated,'} and was not expected: made outside SCIM, or since.`;
    case 'user-differs':
      return `${drift.userName}: ${drift.field} expected ${drift.expected}, found ${drift.found}.`;
    case 'group-missing':
      return `The group "${drift.displayName}" with ${drift.members} members was expected and is not there.`;
    case 'group-unexpected':
      return `The group "${drift.displayName}" with ${drift.members} members is there and was not expected.`;
    case 'members-differ':
      return `The group "${drift.displayName}": ${[drift.missing.length > 0 ? `${drift.missing.length} members missing` : '', drift.unexpected.length > 0 ? `${drift.unexpected.length} not expected` : ''].filter((part) => part !== '').join(', ')}.`;
    default:
      return assertNever(drift);
  }
}
