import { ruleText } from '../plan/explain-rule';
import type { EntityType } from '../vendor/event';
import type { Group, Mapping, MappingStatus } from '../vendor/model';
import { entityById, groups, type Organisation, people } from '../vendor/organisation';

/** Where a group's people go: by which rule, into what, with which status. */
export interface Flow {
  readonly group: string;
  /** The rule's words, or what stands in its place. */
  readonly by: string;
  readonly status: FlowStatus;
  /** Null where there is nothing to go to: the group is not mapped. */
  readonly target: { readonly type: EntityType; readonly name: string } | null;
  readonly people: number;
  /** Of them, how many an open conflict keeps elsewhere. */
  readonly held: number;
}

export const flowStatuses = ['Approved', 'Auto-Approved', 'Pending', 'Rejected', 'unmapped'] as const satisfies readonly (
  | MappingStatus
  | 'unmapped'
)[];
export type FlowStatus = (typeof flowStatuses)[number];

/** All flows of an organisation, the widest first. Groups without members have no width and are left out. */
export function flowsOf(org: Organisation): readonly Flow[] {
  const held = heldBack(org);
  const flows: Flow[] = [];
  for (const group of groups(org)) {
    if (group.state === 'deleted' || group.members.size === 0) continue;
    if (group.mappings.length === 0) {
      flows.push({
        group: group.displayName,
        by: 'no rule matches',
        status: 'unmapped',
        target: null,
        people: group.members.size,
        held: 0,
      });
      continue;
    }
    for (const mapping of group.mappings)
      flows.push({
        group: group.displayName,
        by: mapping.rule === null ? 'mapped by hand' : ruleText(mapping.rule).replace(/^rule /, ''),
        status: mapping.status,
        target: targetOf(org, group, mapping),
        people: group.members.size,
        held: held.get(`${group.id} ${mapping.entityId}`) ?? 0,
      });
  }
  return flows.sort((a, b) => b.people - a.people);
}

/** A mapping whose entity does not exist (yet) carries the group's name, as in a plan (formats.md section 3). */
function targetOf(org: Organisation, group: Group, mapping: Mapping): { readonly type: EntityType; readonly name: string } {
  const entity = entityById(org, mapping.entityId);
  return { type: mapping.type, name: entity === undefined || entity.deleted ? group.displayName : entity.name };
}

/** Open conflicts by incoming group and entity. */
function heldBack(org: Organisation): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people(org)) {
    for (const { status, incoming } of person.conflicts) {
      if (status !== 'open') continue;
      const key = `${incoming.groupId} ${incoming.entityId}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
