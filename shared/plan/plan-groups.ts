import type { Group, Mapping } from '../vendor/model';
import { compareText } from '../vendor/names';
import { entityById, groups, type Organisation } from '../vendor/organisation';
import { mappingReason } from './explain-rule';
import type { PlanGroup, PlanMapping } from './plan';

/** By name. */
export function planGroups(org: Organisation): readonly PlanGroup[] {
  return [...groups(org)]
    .sort((a, b) => compareText(a.displayName, b.displayName) || compareText(a.state, b.state) || a.id - b.id)
    .map((group) => planGroup(org, group));
}

export const planGroup = (org: Organisation, group: Group): PlanGroup => ({
  displayName: group.displayName,
  state: group.state,
  mappings: group.mappings.map((mapping) => planMapping(org, group, mapping)).sort(byTypeAndName),
});

const byTypeAndName = (a: PlanMapping, b: PlanMapping): number => compareText(a.name, b.name) || compareText(a.type, b.type);

/** A mapping whose entity does not exist (yet) carries the group's name (formats.md section 3). */
export function planMapping(org: Organisation, group: Group, mapping: Mapping): PlanMapping {
  const entity = entityById(org, mapping.entityId);
  return {
    type: mapping.type,
    name: entity === undefined || entity.deleted ? group.displayName : entity.name,
    status: mapping.status,
    targetDeleted: mapping.targetDeleted,
    reason: mappingReason(mapping),
  };
}
