import type { ConflictType, EntityRef } from '../vendor/event';
import type { Conflict, Person } from '../vendor/model';
import { none } from '../vendor/model';
import { compareText } from '../vendor/names';
import { entityById, groupById, must, type Organisation } from '../vendor/organisation';
import type { PlanPeople } from './plan-people';
import type { Planned } from './planned';

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

/**
 * Open conflicts whose winner would be the other one had the pushes come in another order: both claims arose in this run.
 * Where one was there before, it stays whatever the order. Most people first.
 */
export function orderDependences({ baseline, outcome }: Planned, of: PlanPeople): readonly OrderDependence[] {
  const pairs = new Map<string, { readonly conflict: Conflict; readonly blocker: number; readonly people: string[] }>();
  for (const person of outcome.people.values()) {
    for (const conflict of person.conflicts) {
      if (conflict.status !== 'open' || !aroseAfter(outcome, person, conflict.incoming.groupId, baseline.seq)) continue;
      for (const blocker of conflict.blockers) {
        if (blocker === conflict.incoming.groupId || !aroseAfter(outcome, person, blocker, baseline.seq)) continue;
        const key = `${conflict.type} ${blocker} ${conflict.incoming.groupId}`;
        const known = pairs.get(key);
        if (known === undefined) pairs.set(key, { conflict, blocker, people: [of.userName(person.id)] });
        else known.people.push(of.userName(person.id));
      }
    }
  }
  return [...pairs.values()]
    .map(({ conflict, blocker, people }): OrderDependence => {
      const current = blocker === conflict.current.groupId ? conflict.current.entityId : placeOf(outcome, blocker, conflict.type);
      return {
        type: conflict.type,
        first: sideOf(outcome, blocker, current),
        second: sideOf(outcome, conflict.incoming.groupId, conflict.incoming.entityId),
        people: people.sort(compareText),
      };
    })
    .sort(
      (a, b) =>
        b.people.length - a.people.length ||
        compareText(a.first.group, b.first.group) ||
        compareText(a.second.group, b.second.group) ||
        compareText(a.type, b.type),
    );
}

/** A claim arises when the person is in the group and the mapping is approved, whichever came last. */
function aroseAfter(org: Organisation, person: Person, groupId: number, seq: number): boolean {
  if (groupId === none) return false;
  const joined = person.joinSeqs[person.groupIds.indexOf(groupId)] ?? none;
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
