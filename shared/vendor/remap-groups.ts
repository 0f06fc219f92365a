import { WritableMembers } from './group-members';
import { evaluateRules } from './mapping';
import { endManualStand } from './membership';
import type { Group, Mapping } from './model';
import { none } from './model';
import { entityKey } from './names';
import {
  entityById,
  isApproved,
  must,
  type Organisation,
  personById,
  setMappings,
  writeEntity,
  writeGroup,
  writePerson,
} from './organisation';
import { replace } from './placement';
import { byPriority, type Rule } from './rules';
import type { Run } from './run';
import { recheckWithheld } from './withheld-mapping';

export interface Remapping {
  /** All rules as they would have been from the start. */
  readonly rules: readonly Rule[];
  /** Groups whose rule would have been another, by id. */
  readonly groupIds: readonly number[];
  /** The organisation before the groups were pushed: what was set by hand there counts again where no mapping overrides it. */
  readonly before: Organisation;
}

/**
 * What would be if the rules had been others when these groups were pushed. The vendor itself never does this: to it a change of
 * rules touches no mapping (section 5). Memberships keep their place in time, so that conflicts are settled as they would have been.
 */
export function remapGroups(run: Run, { rules, groupIds, before }: Remapping): void {
  const { org } = run;
  org.rules = byPriority(rules);
  org.writes += 1;
  run.effects.push({ kind: 'rules-changed', event: run.event, assumptions: [] });
  const inTime = [...groupIds].sort((a, b) => a - b);
  const left = inTime.map((id) => takeMapping(run, id));
  const people = new Set<number>();
  for (const groupId of inTime) {
    remap(run, groupId, left[inTime.indexOf(groupId)] ?? null);
    for (const personId of must(org.groups.get(groupId)).members) people.add(personId);
  }
  for (const mapping of left) if (mapping !== null) forgetEntity(run, mapping);
  for (const personId of people) {
    const person = writePerson(org, personId);
    const was = personById(before, personId);
    person.manual = was?.manual ?? null;
    person.conflicts = was?.conflicts ?? [];
    person.waiting = was?.waiting ?? null;
    for (const groupId of org.memberships.groupIds(personId))
      for (const mapping of must(org.groups.get(groupId)).mappings) if (isApproved(mapping)) endManualStand(org, personId, mapping.type);
    replace(run, personId, { kind: 'rules' });
  }
  if (run.recheck.size > 0) recheckWithheld(run);
}

/** The mapping that a rule made, taken from the group and its entity. */
function takeMapping({ org }: Run, groupId: number): Mapping | null {
  const { mappings } = must(org.groups.get(groupId));
  const mapping = mappings.find((candidate) => candidate.rule !== null) ?? null;
  setMappings(
    org,
    groupId,
    mappings.filter((candidate) => candidate !== mapping),
  );
  const entity = mapping === null ? undefined : entityById(org, mapping.entityId);
  if (mapping !== null && isApproved(mapping) && entity !== undefined && entity.ownerId === groupId)
    writeEntity(org, entity.id).ownerId = none;
  return mapping;
}

/** Rules are asked while the group is still empty, as at its first push; nobody is placed before all groups are mapped. */
function remap(run: Run, groupId: number, old: Mapping | null): void {
  const { org } = run;
  const { members } = must(org.groups.get(groupId)) as Group;
  writeGroup(org, groupId).members = new WritableMembers();
  evaluateRules(run, groupId);
  const group = writeGroup(org, groupId);
  group.members = new WritableMembers(members.ids());
  const mappings = group.mappings.map((mapping) => ({
    ...mapping,
    id: old?.id ?? mapping.id,
    approvedSeq: isApproved(mapping) ? 0 : none,
  }));
  setMappings(org, groupId, mappings);
}

/** An entity that only this rule made would not have been made. */
function forgetEntity({ org, event, effects }: Run, mapping: Mapping): void {
  const entity = entityById(org, mapping.entityId);
  if (entity === undefined || !entity.created || entity.deleted || entity.ownerId !== none) return;
  org.entityIndex.remove(entityKey(org.settings, entity.type, entity.name));
  const gone = writeEntity(org, entity.id);
  gone.deleted = true;
  effects.push({ kind: 'entity-deleted', event, entityId: entity.id, type: entity.type, name: entity.name, assumptions: [] });
}
