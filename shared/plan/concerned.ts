import type { Conflict, Entity, Group, Placement } from '../vendor/model';
import { entityById, groupById, groups, type Organisation, personById } from '../vendor/organisation';
import type { ConflictOf } from './plan-conflicts';
import type { Planned } from './planned';
import type { Touched } from './state-diff';

/** What may read otherwise in a what-if than in the plan below it; of everything else both say the same. */
export interface Concerned extends Touched {
  /** Of these people, before and after. */
  readonly userNames: ReadonlySet<string>;
}

/**
 * From the records that a what-if wrote to all that is said of them: people are spoken of by the names, roles and mappings of
 * their groups and by the names of their places, and a group by the names of its places. `conflicts` are all of the plan below.
 */
export function concernedBy(below: Planned, conflicts: readonly ConflictOf[], above: Planned, written: Touched): Concerned {
  const entities = new Set<number>();
  for (const id of written.entities) if (readsOtherwise(entityById(below.outcome, id), entityById(above.outcome, id))) entities.add(id);
  const groupIds = new Set(written.groups);
  const otherGroups = new Set<number>();
  for (const id of written.groups) if (givesOtherwise(groupById(below.outcome, id), groupById(above.outcome, id))) otherGroups.add(id);
  for (const effect of above.widerEffects.slice(below.widerEffects.length))
    if (effect.kind === 'group-roles') otherGroups.add(effect.groupId);
  if (entities.size > 0)
    for (const group of groups(above.outcome)) if (group.mappings.some((mapping) => entities.has(mapping.entityId))) groupIds.add(group.id);

  const people = new Set(written.people);
  for (const id of peopleOf(below.outcome, conflicts, otherGroups, entities)) people.add(id);
  const userNames = new Set<string>();
  for (const id of people) {
    for (const org of [below.outcome, above.outcome]) {
      const person = personById(org, id);
      if (person !== undefined) userNames.add(person.userName);
    }
  }
  return { people, groups: groupIds, entities, userNames };
}

const readsOtherwise = (was: Entity | undefined, is: Entity | undefined): boolean =>
  was?.name !== is?.name || was?.deleted !== is?.deleted || was?.type !== is?.type;

/** More than other members: those were written themselves. */
const givesOtherwise = (was: Group | undefined, is: Group | undefined): boolean =>
  was === undefined ||
  is === undefined ||
  was.displayName !== is.displayName ||
  was.state !== is.state ||
  was.roles !== is.roles ||
  was.mappings !== is.mappings;

function* peopleOf(
  { groups: groupTable, people, entities: entityTable }: Organisation,
  conflicts: readonly ConflictOf[],
  groupIds: ReadonlySet<number>,
  entityIds: ReadonlySet<number>,
): Generator<number, void, void> {
  if (groupIds.size + entityIds.size === 0) return;
  for (const id of groupIds) yield* groupTable.get(id)?.members ?? [];
  const inGroups = flags(groupTable.size, groupIds);
  const inEntities = flags(entityTable.size, entityIds);
  // A conflict that is over may speak of a group that the person has left.
  for (const { personId, record } of conflicts) if (speaksOf(record, inGroups, inEntities)) yield personId;
  if (entityIds.size > 0) for (let id = 0; id < people.size; id += 1) if (isIn(people.get(id)?.placement, inEntities)) yield id;
}

const speaksOf = ({ current, incoming, blockers }: Conflict, inGroups: Uint8Array, inEntities: Uint8Array): boolean =>
  inGroups[current.groupId] === 1 ||
  inGroups[incoming.groupId] === 1 ||
  inEntities[current.entityId] === 1 ||
  inEntities[incoming.entityId] === 1 ||
  blockers.some(({ groupId, entityId }) => inGroups[groupId] === 1 || inEntities[entityId] === 1);

const isIn = (placement: Placement | undefined, inEntities: Uint8Array): boolean =>
  placement !== undefined &&
  (inEntities[placement.concurrencyGroup] === 1 ||
    inEntities[placement.subOrganization] === 1 ||
    placement.teams.some((team) => inEntities[team] === 1));

/** An array look-up each: there are many of them. */
function flags(size: number, ids: ReadonlySet<number>): Uint8Array {
  const found = new Uint8Array(size);
  for (const id of ids) found[id] = 1;
  return found;
}
