import type { ConflictType, EntityRef } from '../vendor/event';
import type { Conflict, Person } from '../vendor/model';
import { none } from '../vendor/model';
import { compareText } from '../vendor/names';
import { entityById, groupById, must, type Organisation, personById } from '../vendor/organisation';
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

/** One pair of groups, with everybody whose conflict it is. */
export interface OrderPair {
  readonly key: string;
  readonly type: ConflictType;
  readonly blocker: number;
  readonly incoming: number;
  /** By person id; somebody may be there twice. */
  readonly claims: readonly OrderClaim[];
  readonly dependence: OrderDependence;
}

interface OrderClaim {
  readonly personId: number;
  readonly conflict: Conflict;
}

/** Most people first. */
export interface OrderPairs {
  readonly byKey: ReadonlyMap<string, OrderPair>;
  readonly sorted: readonly OrderPair[];
}

/**
 * Open conflicts whose winner would be the other one had the pushes come in another order: both claims arose in this run.
 * Where one was there before, it stays whatever the order.
 */
export function orderPairs(planned: Planned, of: PlanPeople): OrderPairs {
  const pairs = [...claimsOf(planned, allIds(planned.outcome))].map(([key, claims]) => pairOf(planned, of, key, claims));
  return { byKey: new Map(pairs.map((pair) => [pair.key, pair])), sorted: pairs.sort(comparePairs) };
}

export interface OrderPairsBelow {
  readonly planned: Planned;
  readonly pairs: OrderPairs;
  readonly concerned: Touched;
}

/** The same for a what-if: pairs of groups that it does not concern are those of the plan below. */
export function orderPairsOver(planned: Planned, of: PlanPeople, below: OrderPairsBelow): OrderPairs {
  const { people, groups, entities } = below.concerned;
  const ids = [...people].sort((a, b) => a - b);
  const comes = claimsOf(planned, ids);
  const affected = new Set([...comes.keys(), ...claimsOf(below.planned, ids).keys()]);
  if (groups.size + entities.size > 0)
    for (const { key, blocker, incoming, claims } of below.pairs.sorted)
      if (groups.has(blocker) || groups.has(incoming) || claims.some(({ conflict }) => speaksOf(conflict, entities))) affected.add(key);
  if (affected.size === 0) return below.pairs;
  const byKey = new Map(below.pairs.byKey);
  const made: OrderPair[] = [];
  for (const key of affected) {
    const stays = byKey.get(key)?.claims.filter(({ personId }) => !people.has(personId)) ?? [];
    const claims = [...stays, ...(comes.get(key) ?? [])].sort((a, b) => a.personId - b.personId);
    byKey.delete(key);
    if (claims.length === 0) continue;
    const pair = pairOf(planned, of, key, claims);
    byKey.set(key, pair);
    made.push(pair);
  }
  return { byKey, sorted: replaceInSorted(below.pairs.sorted, ({ key }) => affected.has(key), made.sort(comparePairs), comparePairs) };
}

const speaksOf = ({ blockers, incoming }: Conflict, entities: ReadonlySet<number>): boolean =>
  entities.has(incoming.entityId) || blockers.some(({ entityId }) => entities.has(entityId));

function claimsOf({ baseline, outcome }: Planned, ids: Iterable<number>): ReadonlyMap<string, readonly OrderClaim[]> {
  const found = new Map<string, OrderClaim[]>();
  for (const id of ids) {
    const person = personById(outcome, id);
    if (person === undefined) continue;
    for (const conflict of person.conflicts) {
      if (conflict.status !== 'open' || !aroseAfter(outcome, person, conflict.incoming.groupId, baseline.seq)) continue;
      for (const { groupId: blocker } of conflict.blockers) {
        if (blocker === conflict.incoming.groupId || !aroseAfter(outcome, person, blocker, baseline.seq)) continue;
        const key = `${conflict.type} ${blocker} ${conflict.incoming.groupId}`;
        const known = found.get(key);
        if (known === undefined) found.set(key, [{ personId: id, conflict }]);
        else known.push({ personId: id, conflict });
      }
    }
  }
  return found;
}

function pairOf({ outcome }: Planned, of: PlanPeople, key: string, claims: readonly OrderClaim[]): OrderPair {
  const { conflict } = must(claims[0]);
  const { type, current, incoming } = conflict;
  const blocker = Number(key.split(' ')[1]);
  const held = blocker === current.groupId ? current.entityId : placeOf(outcome, blocker, type);
  const people = claims.map(({ personId }) => of.userName(personId)).sort(compareText);
  const first = sideOf(outcome, blocker, held);
  const second = sideOf(outcome, incoming.groupId, incoming.entityId);
  return { key, type, blocker, incoming: incoming.groupId, claims, dependence: { type, first, second, people } };
}

const comparePairs = (a: OrderPair, b: OrderPair): number =>
  b.dependence.people.length - a.dependence.people.length ||
  compareText(a.dependence.first.group, b.dependence.first.group) ||
  compareText(a.dependence.second.group, b.dependence.second.group) ||
  compareText(a.type, b.type) ||
  a.blocker - b.blocker ||
  a.incoming - b.incoming;

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
