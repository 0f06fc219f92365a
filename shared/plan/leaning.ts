import type { AssumptionId } from '../vendor/assumptions';
import type { PersonEffect } from '../vendor/effect';
import { personById } from '../vendor/organisation';
import type { Planned } from './planned';

/** What a group's mapping leans on, by group name: when it happened, and which open questions decided it. */
export type Leaning = ReadonlyMap<string, readonly { readonly event: number; readonly assumptions: readonly AssumptionId[] }[]>;

export function leaningMappings(planned: Planned): Leaning {
  const found = new Map<string, { readonly event: number; readonly assumptions: readonly AssumptionId[] }[]>();
  for (const effect of planned.widerEffects) {
    if (effect.assumptions.length === 0 || (effect.kind !== 'mapping' && effect.kind !== 'entity-taken-over')) continue;
    const group = effect.kind === 'mapping' ? effect.displayName : effect.group;
    const entry = { event: effect.event, assumptions: effect.assumptions };
    const known = found.get(group);
    if (known === undefined) found.set(group, [entry]);
    else known.push(entry);
  }
  return found;
}

/** An effect leans on what its own event decided for the mapping, and a place that is given on what made the mapping earlier. */
export function assumptionsOf(planned: Planned, leaning: Leaning, effect: PersonEffect): readonly AssumptionId[] {
  if (effect.kind !== 'team' && effect.kind !== 'exclusive') return effect.assumptions;
  if (leaning.size === 0 && (effect.kind !== 'team' || effect.joined)) return effect.assumptions;
  const given = effect.source.kind === 'mapping' ? leaning.get(effect.source.via.group) : undefined;
  const decided = 'group' in effect.trigger ? leaning.get(effect.trigger.group) : undefined;
  // The team was given by hand before a group gave it too.
  const wasByHand =
    effect.kind === 'team' &&
    !effect.joined &&
    personById(planned.baseline, effect.personId)?.manual?.teams.includes(effect.entityId) === true;
  if (given === undefined && decided === undefined && !wasByHand) return effect.assumptions;
  const found = new Set(effect.assumptions);
  for (const entry of given ?? []) if (entry.event <= effect.event) for (const id of entry.assumptions) found.add(id);
  for (const entry of decided ?? []) if (entry.event === effect.event) for (const id of entry.assumptions) found.add(id);
  if (wasByHand) found.add('A20');
  return found.size === effect.assumptions.length ? effect.assumptions : [...found];
}
