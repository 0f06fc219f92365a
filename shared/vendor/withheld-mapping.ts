import { replaceMembers } from './membership';
import type { Group, Mapping } from './model';
import { isApproved, must, setMappings } from './organisation';
import type { Run } from './run';

/** Rounds in which withholding one mapping may free or bind another; a bound, not an expectation. */
const maximumRounds = 64;

/**
 * A13 = other: while one member's sub-organisation conflict is open, the whole incoming mapping is withheld from everybody.
 * Runs once at the end of an event, over the groups whose conflicts changed.
 */
export function recheckWithheld(run: Run): void {
  for (let round = 0; run.recheck.size > 0 && round < maximumRounds; round += 1) {
    const groupIds = [...run.recheck];
    run.recheck.clear();
    for (const groupId of groupIds) if (groupId >= 0) recheckGroup(run, must(run.org.groups.get(groupId)));
  }
}

function recheckGroup(run: Run, group: Group): void {
  for (const mapping of group.mappings) {
    if (!isApproved(mapping)) continue;
    const withheld = openAgainst(run, group, mapping) > 0;
    if (withheld === mapping.withheld) continue;
    const { mappings } = must(run.org.groups.get(group.id));
    setMappings(
      run.org,
      group.id,
      mappings.map((candidate) => (candidate.id === mapping.id ? { ...candidate, withheld } : candidate)),
    );
    const changed = must(run.org.groups.get(group.id));
    run.effects.push({
      kind: 'mapping',
      event: run.event,
      groupId: group.id,
      displayName: group.displayName,
      mapping: { ...mapping, withheld },
      assumptions: ['A13'],
    });
    replaceMembers(run, changed, { kind: 'mapping-withheld', group: group.displayName });
  }
}

function openAgainst(run: Run, group: Group, mapping: Mapping): number {
  let count = 0;
  for (const personId of group.members) {
    const person = must(run.org.people.get(personId));
    const open = person.conflicts.some(
      (conflict) =>
        conflict.type === 'crossType' &&
        conflict.status === 'open' &&
        conflict.incoming.groupId === group.id &&
        conflict.incoming.entityId === mapping.entityId,
    );
    if (open) count += 1;
  }
  return count;
}
