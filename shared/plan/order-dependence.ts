import { sortInSteps } from '../sort-in-steps';
import { endsStep, type Steps } from '../steps';
import { type ConflictType, conflictTypes, type EntityRef } from '../vendor/event';
import type { Conflict, Person } from '../vendor/model';
import { none } from '../vendor/model';
import { compareText } from '../vendor/names';
import { entityById, groupById, groups, must, type Organisation, personById } from '../vendor/organisation';
import { marks } from './person-marks';
import { allIds, type PlanPeople } from './plan-people';
import type { Planned } from './planned';
import { replaceInSorted } from './replace-in-sorted';
import type { Touched } from './state-diff';

export interface OrderSide {
  readonly group: string;
  readonly entity: EntityRef;
  /** How many people the group holds in all. */
  readonly members: number;
}

/** Two groups that both want some people for places of which each can have one: whichever is pushed first gets them (I8). */
export interface OrderDependence {
  readonly type: ConflictType;
  readonly first: OrderSide;
  readonly second: OrderSide;
  /** In both groups, sorted. */
  readonly people: readonly string[];
}

/** One pair of groups, with everybody whose conflict it is; `dependenceOf` puts it into names. */
export interface OrderPair {
  readonly key: number;
  readonly type: ConflictType;
  readonly blocker: number;
  readonly incoming: number;
  /** By person id; somebody may be there twice. */
  readonly claims: readonly OrderClaim[];
}

interface OrderClaim {
  readonly personId: number;
  readonly conflict: Conflict;
}

/** Most people first. */
export interface OrderPairs {
  readonly byKey: ReadonlyMap<number, OrderPair>;
  readonly sorted: readonly OrderPair[];
}

/**
 * Open conflicts whose winner would be the other one had the pushes come in another order: both claims arose in this run.
 * Where one was there before, it stays whatever the order.
 */
export function* orderPairs(planned: Planned, of: PlanPeople): Steps<OrderPairs> {
  const byKey = yield* pairsOf(planned, of, allIds(planned.outcome));
  return { byKey, sorted: yield* sortInSteps([...byKey.values()], comparePairs(planned.outcome)) };
}

export interface OrderPairsBelow {
  readonly planned: Planned;
  readonly people: PlanPeople;
  readonly pairs: OrderPairs;
  readonly concerned: Touched;
}

/** The same for a what-if: pairs of groups that it does not concern are those of the plan below. */
export function* orderPairsOver(planned: Planned, of: PlanPeople, below: OrderPairsBelow): Steps<OrderPairs> {
  const { people, groups, entities } = below.concerned;
  const ids = [...people].sort((a, b) => a - b);
  const comes = yield* pairsOf(planned, of, ids);
  const affected = new Set([...comes.keys(), ...(yield* pairsOf(below.planned, below.people, ids)).keys()]);
  if (groups.size + entities.size > 0)
    for (const { key, blocker, incoming, claims } of below.pairs.sorted)
      if (groups.has(blocker) || groups.has(incoming) || claims.some(({ conflict }) => speaksOf(conflict, entities))) affected.add(key);
  if (affected.size === 0) return below.pairs;
  const byKey = new Map(below.pairs.byKey);
  const made: OrderPair[] = [];
  for (const key of affected) {
    const known = byKey.get(key);
    const come = comes.get(key);
    const stays = known?.claims.filter(({ personId }) => !people.has(personId)) ?? [];
    const claims = [...stays, ...(come?.claims ?? [])].sort((a, b) => a.personId - b.personId);
    byKey.delete(key);
    const pair = come ?? known;
    if (pair === undefined || claims.length === 0) continue;
    const mended = { ...pair, claims };
    byKey.set(key, mended);
    made.push(mended);
  }
  const compare = comparePairs(planned.outcome);
  return { byKey, sorted: replaceInSorted(below.pairs.sorted, ({ key }) => affected.has(key), made.sort(compare), compare) };
}

const speaksOf = ({ blockers, incoming }: Conflict, entities: ReadonlySet<number>): boolean =>
  entities.has(incoming.entityId) || blockers.some(({ entityId }) => entities.has(entityId));

interface GrowingPair extends OrderPair {
  readonly claims: OrderClaim[];
}

function* pairsOf({ baseline, outcome }: Planned, of: PlanPeople, ids: readonly number[]): Steps<ReadonlyMap<number, OrderPair>> {
  const found = new Map<number, GrowingPair>();
  for (const [at, id] of ids.entries()) {
    if (endsStep(at)) yield;
    const person = (of.marks(id) & marks.inConflict) === 0 ? undefined : personById(outcome, id);
    if (person === undefined) continue;
    for (const conflict of person.conflicts) {
      const { type, incoming } = conflict;
      if (conflict.status !== 'open' || !aroseAfter(outcome, person, incoming.groupId, baseline.seq)) continue;
      for (const { groupId: blocker } of conflict.blockers) {
        if (blocker === incoming.groupId || !aroseAfter(outcome, person, blocker, baseline.seq)) continue;
        const key = keyOf(type, blocker, incoming.groupId);
        const known = found.get(key);
        if (known === undefined) found.set(key, { key, type, blocker, incoming: incoming.groupId, claims: [{ personId: id, conflict }] });
        else known.claims.push({ personId: id, conflict });
      }
    }
  }
  return found;
}

/**
 * One number for a pair and a type, whatever the ids (Szudzik's pairing function). A map finds numbers faster than texts, and numbers below
 * 2^31, as these are up to some 26,000 groups, several times faster than larger ones.
 */
function keyOf(type: ConflictType, blocker: number, incoming: number): number {
  const pair = blocker >= incoming ? blocker * blocker + blocker + incoming : incoming * incoming + blocker;
  return pair * conflictTypes.length + typeNumbers[type];
}

const typeNumbers = { exclusiveGroup: 0, exclusiveSubOrg: 1, crossType: 2 } as const satisfies Record<ConflictType, number>;

/** What is to be told of a pair. */
export function dependenceOf({ outcome }: Planned, of: PlanPeople, { type, blocker, claims }: OrderPair): OrderDependence {
  const { current, incoming } = must(claims[0]).conflict;
  const held = blocker === current.groupId ? current.entityId : placeOf(outcome, blocker, type);
  return {
    type,
    first: sideOf(outcome, blocker, held),
    second: sideOf(outcome, incoming.groupId, incoming.entityId),
    people: claims.map(({ personId }) => of.userName(personId)).sort(compareText),
  };
}

/** Most people first, then by the names of the groups. */
function comparePairs(org: Organisation): (a: OrderPair, b: OrderPair) => number {
  const places = placesByName(org);
  const placeOfGroup = (id: number): number => places[id] as number;
  return (a, b) =>
    b.claims.length - a.claims.length ||
    placeOfGroup(a.blocker) - placeOfGroup(b.blocker) ||
    placeOfGroup(a.incoming) - placeOfGroup(b.incoming) ||
    compareText(a.type, b.type) ||
    a.blocker - b.blocker ||
    a.incoming - b.incoming;
}

/** By group id: where the group's name stands among all names. Tens of thousands of pairs are then sorted by numbers. */
function placesByName(org: Organisation): Int32Array {
  const byName = [...groups(org)].sort((a, b) => compareText(a.displayName, b.displayName));
  const places = new Int32Array(org.groups.size);
  for (const [at, { id, displayName }] of byName.entries()) {
    const before = byName[at - 1];
    places[id] = before?.displayName === displayName ? (places[before.id] as number) : at;
  }
  return places;
}

/** A claim arises when the person is in the group and the mapping is approved, whichever came last. */
function aroseAfter(org: Organisation, person: Person, groupId: number, seq: number): boolean {
  if (groupId === none) return false;
  const joined = org.memberships.seqOf(person.id, groupId);
  if (joined > seq) return true;
  return groupById(org, groupId)?.mappings.some((mapping) => mapping.approvedSeq > seq) === true;
}

/** Another blocker than the first is a team or concurrency group that stands against a sub-organisation. */
function placeOf(org: Organisation, groupId: number, type: ConflictType): number {
  const mappings = must(groupById(org, groupId)).mappings.filter((mapping) => mapping.approvedSeq !== none && mapping.entityId !== none);
  const wanted = type === 'exclusiveSubOrg' ? 'SubOrganization' : type === 'exclusiveGroup' ? 'ConcurrencyGroup' : null;
  return (mappings.find((mapping) => wanted === null || mapping.type === wanted) ?? mappings[0])?.entityId ?? none;
}

function sideOf(org: Organisation, groupId: number, entityId: number): OrderSide {
  const group = must(groupById(org, groupId));
  const entity = entityById(org, entityId);
  return {
    group: group.displayName,
    entity: entity === undefined ? { type: 'Team', name: group.displayName } : { type: entity.type, name: entity.name },
    members: group.members.size,
  };
}
