import type { EntityEffect } from '../vendor/effect';
import { none, type Person } from '../vendor/model';
import { entityById } from '../vendor/organisation';
import type { Planned } from './planned';

export type Renaming = Extract<EntityEffect, { kind: 'entity-renamed' }>;

/** By entity id. */
export type Renamings = ReadonlyMap<number, Renaming>;

/** Entities of the baseline that have another name now, with what renamed them last. */
export function renamedEntities(planned: Planned): Renamings {
  const found = new Map<number, Renaming>();
  for (const effect of planned.widerEffects)
    if (effect.kind === 'entity-renamed' && entityById(planned.baseline, effect.entityId) !== undefined) found.set(effect.entityId, effect);
  for (const id of [...found.keys()])
    if (entityById(planned.baseline, id)?.name === entityById(planned.outcome, id)?.name) found.delete(id);
  return found;
}

/** Of a person, as entity ids. */
export const placesOf = (person: Person): readonly number[] => {
  const { teams, concurrencyGroup, subOrganization } = person.placement;
  return concurrencyGroup === none && subOrganization === none ? teams : [...teams, concurrencyGroup, subOrganization];
};
