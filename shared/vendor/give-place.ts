import type { PlaceSource, Trigger } from './effect';
import type { Against } from './hold-back';
import type { ConflictSide, Entity, Group, Mapping, Person, Placement } from './model';
import { none, nothing } from './model';
import type { Organisation } from './organisation';
import { must, writePerson } from './organisation';
import type { Run } from './run';

/** What a group gives to everybody who joins it: made once for all of them. */
export interface Gift {
  readonly entity: Entity;
  readonly source: PlaceSource;
  readonly trigger: Trigger;
  readonly side: ConflictSide;
  /** Where people are with it, by where they were before: most are nowhere, or where others are. */
  readonly placements: Map<Placement, Placement>;
  /** Of those for whom nothing else waits. */
  readonly waitsAlone: readonly ConflictSide[];
  /** By the entity that stands against it with somebody. */
  readonly against: Map<number, Against>;
}

/**
 * A team or concurrency group from the group's only approved mapping, where what arises last is settled last. Null where members
 * must be placed by all that they claim: several mappings, sub-organisations, mappings that may be withheld (A13), an order by age (A5).
 */
export function giftOf(org: Organisation, group: Group, approved: readonly Mapping[], trigger: Trigger): Gift | null {
  const [mapping, ...others] = approved;
  if (mapping === undefined || others.length > 0 || mapping.entityId === none || mapping.type === 'SubOrganization') return null;
  if (org.settings.A13 === 'other' || org.settings.A5 === 'other' || mapping.withheld) return null;
  const source: PlaceSource = { kind: 'mapping', via: { groupId: group.id, group: group.displayName, mapping } };
  const side: ConflictSide = { groupId: group.id, entityId: mapping.entityId };
  const entity = must(org.entities.get(mapping.entityId));
  return { entity, source, trigger, side, placements: new Map(), waitsAlone: [side], against: new Map() };
}

/**
 * Gives the place to somebody who has just joined and for whom nothing stands against it. It comes to the same as settling all claims of
 * the person (placement.ts), since the new one arose last. False, and nothing done, for everybody else.
 */
export function give(run: Run, personId: number, gift: Gift): boolean {
  const { entity, source, trigger } = gift;
  const { org, event } = run;
  const person = must(org.people.get(personId));
  // In a sub-organisation there is no other place; whoever does not wait for one either claims none.
  if (person.placement.subOrganization !== none || (!person.active && org.settings.A6 === 'other')) return false;
  const { teams, concurrencyGroup } = person.placement;
  if (entity.type === 'Team') {
    if (!isFreeForTeam(org, person, entity.id)) return false;
    if (teams.includes(entity.id)) return true;
    put(org, person, gift);
    run.effects.push({
      personId,
      event,
      trigger,
      kind: 'team',
      joined: true,
      entityId: entity.id,
      team: entity.name,
      source,
      assumptions: nothing,
    });
    return true;
  }
  if (concurrencyGroup !== none || person.manual !== null || person.waiting !== null || person.conflicts.length > 0) return false;
  put(org, person, gift);
  run.effects.push({
    personId,
    event,
    trigger,
    kind: 'exclusive',
    type: 'ConcurrencyGroup',
    from: null,
    to: entity.name,
    source,
    assumptions: nothing,
  });
  return true;
}

/** Only a sub-organisation competes with a team: two concurrency groups may conflict, and what was set by hand stay, beside it. */
function isFreeForTeam(org: Organisation, { manual, waiting }: Person, team: number): boolean {
  if (waiting?.some(({ entityId }) => must(org.entities.get(entityId)).type === 'SubOrganization') === true) return false;
  if (manual === null) return true;
  const { teams, hiddenTeams, subOrganization, subOrganizationHolds } = manual;
  return subOrganization === none && !subOrganizationHolds && hiddenTeams.length === 0 && !teams.includes(team);
}

function put(org: Organisation, { id, placement }: Person, { entity, placements }: Gift): void {
  let next = placements.get(placement);
  if (next === undefined) {
    const { teams, concurrencyGroup, subOrganization } = placement;
    next =
      entity.type === 'Team'
        ? { teams: [...teams, entity.id], concurrencyGroup, subOrganization }
        : { teams, concurrencyGroup: entity.id, subOrganization };
    placements.set(placement, next);
  }
  writePerson(org, id).placement = next;
}
