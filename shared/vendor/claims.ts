import type { Claim } from './claim';
import { groupMark } from './group-marks';
import type { Person } from './model';
import { none, nothing } from './model';
import type { Organisation } from './organisation';
import { claimsPlace, must } from './organisation';

/**
 * All places that a person's groups ask for, in the order in which they arose: a claim arises when the person is in the group
 * and the mapping is approved, whichever came last. With A5 = other, what arose in one sync is ordered by the mapping's age.
 */
export function claimsOf(org: Organisation, person: Person): readonly Claim[] {
  if (!person.active && org.settings.A6 === 'other') return nothing;
  let claims: Claim[] | null = null;
  const { memberships } = org;
  const groups = memberships.count(person.id);
  for (let at = 0; at < groups; at += 1) {
    const groupId = memberships.groupAt(person.id, at);
    if (!org.groupMarks.has(groupId, groupMark.claims)) continue;
    for (const mapping of must(org.groups.get(groupId)).mappings) {
      if (!claimsPlace(mapping)) continue;
      claims ??= [];
      claims.push({
        groupId,
        mapping,
        type: mapping.type,
        entityId: mapping.entityId,
        withheld: mapping.withheld,
        seq: Math.max(memberships.seqAt(person.id, at), mapping.approvedSeq),
        mappingId: mapping.id,
      });
    }
  }
  const attribute = attributeClaim(org, person);
  if (attribute !== null) {
    claims ??= [];
    claims.push(attribute);
  }
  if (claims === null) return nothing;
  if (org.settings.A5 === 'other') claims.sort(bySync(org.syncSeqs));
  else if (!isInOrder(claims)) claims.sort(inOrder);
  return claims;
}

/** A18 = other: `LambdatestGroup` competes like a group. */
function attributeClaim(org: Organisation, person: Person): Claim | null {
  const manual = person.manual;
  if (org.settings.A18 !== 'other' || manual === null || manual.attributeSeq === none || manual.concurrencyGroup === none) return null;
  return {
    groupId: none,
    mapping: null,
    type: 'ConcurrencyGroup',
    entityId: manual.concurrencyGroup,
    withheld: false,
    seq: manual.attributeSeq,
    // It is no mapping, but as old as its setting: between those that were made before and after.
    mappingId: manual.attributeAge - 0.5,
  };
}

/** Mostly they are: groups are kept in the order of joining. */
function isInOrder(claims: readonly Claim[]): boolean {
  for (let at = 1; at < claims.length; at += 1) if (inOrder(claims[at - 1] as Claim, claims[at] as Claim) > 0) return false;
  return true;
}

const inOrder = (a: Claim, b: Claim): number => a.seq - b.seq || a.mappingId - b.mappingId;

const bySync =
  (syncSeqs: readonly number[]) =>
  (a: Claim, b: Claim): number =>
    // What the given organisation explains by a group (`seq` 0) was there before the rest of it.
    Math.sign(a.seq) - Math.sign(b.seq) || syncOf(syncSeqs, a.seq) - syncOf(syncSeqs, b.seq) || a.mappingId - b.mappingId || a.seq - b.seq;

/** How many syncs lie before an operation; what was there at the start comes before all of them. */
export function syncOf(syncSeqs: readonly number[], seq: number): number {
  let count = 0;
  for (const start of syncSeqs) if (start < seq) count += 1;
  return count;
}
