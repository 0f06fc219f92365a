import type { Claim } from './claim';
import type { Person } from './model';
import { none } from './model';
import type { Organisation } from './organisation';
import { isApproved, must } from './organisation';

interface Dated {
  readonly claim: Claim;
  readonly seq: number;
  readonly mappingId: number;
}

/**
 * All places that a person's groups ask for, in the order in which they arose: a claim arises when the person is in the group
 * and the mapping is approved, whichever came last. With A5 = other, what arose in one sync is ordered by the mapping's age.
 */
export function claimsOf(org: Organisation, person: Person): readonly Claim[] {
  if (!person.active && org.settings.A6 === 'other') return [];
  let dated: Dated[] | null = null;
  const { memberships } = org;
  const groups = memberships.count(person.id);
  for (let at = 0; at < groups; at += 1) {
    const groupId = memberships.groupAt(person.id, at);
    const group = must(org.groups.get(groupId));
    for (const mapping of group.mappings) {
      if (!isApproved(mapping) || mapping.entityId === none) continue;
      const claim: Claim = { groupId, mapping, type: mapping.type, entityId: mapping.entityId, withheld: mapping.withheld };
      dated ??= [];
      dated.push({ claim, seq: Math.max(memberships.seqAt(person.id, at), mapping.approvedSeq), mappingId: mapping.id });
    }
  }
  const attribute = attributeClaim(org, person);
  if (attribute !== null) {
    dated ??= [];
    dated.push(attribute);
  }
  if (dated === null) return [];
  if (dated.length > 1) dated.sort(org.settings.A5 === 'other' ? bySync(org.syncSeqs) : inOrder);
  return dated.map((entry) => entry.claim);
}

/** A18 = other: `LambdatestGroup` competes like a group. */
function attributeClaim(org: Organisation, person: Person): Dated | null {
  const manual = person.manual;
  if (org.settings.A18 !== 'other' || manual === null || manual.attributeSeq === none || manual.concurrencyGroup === none) return null;
  const claim: Claim = { groupId: none, mapping: null, type: 'ConcurrencyGroup', entityId: manual.concurrencyGroup, withheld: false };
  // It is no mapping, but as old as its setting: between those that were made before and after.
  return { claim, seq: manual.attributeSeq, mappingId: manual.attributeAge - 0.5 };
}

const inOrder = (a: Dated, b: Dated): number => a.seq - b.seq || a.mappingId - b.mappingId;

const bySync =
  (syncSeqs: readonly number[]) =>
  (a: Dated, b: Dated): number =>
    // What the given organisation explains by a group (`seq` 0) was there before the rest of it.
    Math.sign(a.seq) - Math.sign(b.seq) || syncOf(syncSeqs, a.seq) - syncOf(syncSeqs, b.seq) || a.mappingId - b.mappingId || a.seq - b.seq;

/** How many syncs lie before an operation; what was there at the start comes before all of them. */
export function syncOf(syncSeqs: readonly number[], seq: number): number {
  let count = 0;
  for (const start of syncSeqs) if (start < seq) count += 1;
  return count;
}
