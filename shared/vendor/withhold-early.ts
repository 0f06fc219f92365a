import { claimsOf } from './claims';
import type { Mapping } from './model';
import { isApproved, must, setMappings } from './organisation';
import type { Run } from './run';
import { settle } from './settle';

/**
 * A13 = other: a mapping that would meet an open conflict across types for one member is withheld before anybody is placed by it,
 * so that the event shows no move that is taken back at once. `recheckWithheld` has the last word at the end of the event. True when
 * something is withheld that was not before.
 */
export function withholdWhereNeeded(run: Run, groupId: number): boolean {
  const { org } = run;
  const group = must(org.groups.get(groupId));
  const free = group.mappings.filter((mapping) => isApproved(mapping) && !mapping.withheld);
  if (free.length === 0) return false;
  const meets = new Set<number>();
  for (const personId of group.members) {
    const person = must(org.people.get(personId));
    const { conflicts } = settle(claimsOf(org, person), person.decisions, org.settings, person.waiting);
    for (const conflict of conflicts)
      if (conflict.type === 'crossType' && conflict.status === 'open' && conflict.incoming.groupId === groupId)
        meets.add(conflict.incoming.entityId);
  }
  const met = (mapping: Mapping): boolean => free.includes(mapping) && meets.has(mapping.entityId);
  if (!free.some(met)) return false;
  setMappings(
    org,
    groupId,
    group.mappings.map((mapping) => (met(mapping) ? { ...mapping, withheld: true } : mapping)),
  );
  run.recheck.add(groupId);
  for (const mapping of must(org.groups.get(groupId)).mappings)
    if (mapping.withheld && meets.has(mapping.entityId))
      run.effects.push({ kind: 'mapping', event: run.event, groupId, displayName: group.displayName, mapping, assumptions: ['A13'] });
  return true;
}
