import type { AssumptionId } from './assumptions';
import type { EntityRef, EntityType, RuleSpec } from './event';
import { endManualStand, replaceMembers } from './membership';
import type { Entity, Group, Mapping, MappingReason, MappingStatus } from './model';
import { none } from './model';
import { entityKey, nameKey } from './names';
import type { Organisation } from './organisation';
import { entityById, findEntity, isApproved, must, setMappings, writeEntity } from './organisation';
import { matchingRule } from './rules';
import type { Run } from './run';
import { nextSeq } from './run';

export function createEntity(run: Run, type: EntityType, name: string, by: 'rule' | 'admin'): Entity {
  const { org } = run;
  const id = org.entities.size;
  const entity: Entity = { id, type, name, ownerId: none, created: true, deleted: false };
  org.entities.add(entity);
  org.writes += 1;
  org.entityIndex.set(entityKey(org.settings, type, name), id);
  run.effects.push({ kind: 'entity-created', event: run.event, entityId: id, type, name, by, assumptions: [] });
  return entity;
}

/**
 * The group's mapping to an entity by its present name. One whose entity does not exist goes by the name it was made for, or
 * by the group's name, which is what a plan shows (formats.md section 3).
 */
export function findMapping(org: Organisation, group: Pick<Group, 'displayName' | 'mappings'>, target: EntityRef): Mapping | undefined {
  const key = nameKey(org.settings, target.name);
  const ofType = group.mappings.filter((mapping) => mapping.type === target.type);
  const alive = (mapping: Mapping): Entity | undefined => {
    const entity = entityById(org, mapping.entityId);
    return entity?.deleted === true ? undefined : entity;
  };
  return (
    ofType.find((mapping) => nameKey(org.settings, alive(mapping)?.name ?? mapping.name) === key) ??
    ofType.find((mapping) => alive(mapping) === undefined && nameKey(org.settings, group.displayName) === key)
  );
}

interface Draft {
  readonly type: EntityType;
  readonly entityId: number;
  readonly name: string;
  readonly status: MappingStatus;
  readonly origin: 'rule' | 'admin';
  readonly rule: RuleSpec | null;
  readonly reason: MappingReason;
}

/** Adds a mapping, or takes the place of one: by default of the group's earlier one to the same target. */
export function putMapping(
  run: Run,
  groupId: number,
  draft: Draft,
  assumptions: readonly AssumptionId[],
  inPlaceOf?: Mapping | undefined,
): Mapping {
  const { org } = run;
  const group = must(org.groups.get(groupId));
  const old = inPlaceOf ?? findMapping(org, group, draft);
  const approved = draft.status === 'Approved' || draft.status === 'Auto-Approved';
  const mapping: Mapping = {
    ...draft,
    id: old?.id ?? org.nextMappingId++,
    targetDeleted: false,
    approvedSeq: approved ? nextSeq(org) : none,
    withheld: false,
  };
  const { mappings } = group;
  setMappings(
    org,
    groupId,
    old === undefined ? [...mappings, mapping] : mappings.map((candidate) => (candidate === old ? mapping : candidate)),
  );
  if (approved) {
    writeEntity(org, draft.entityId).ownerId = groupId;
    for (const personId of group.members) endManualStand(org, personId, draft.type);
  }
  reportMapping(run, must(org.groups.get(groupId)), mapping, assumptions);
  return mapping;
}

/** Changes a mapping's standing; one that is no longer approved gives its entity back. */
export function changeMapping(
  run: Run,
  groupId: number,
  mapping: Mapping,
  change: Partial<Mapping>,
  assumptions: readonly AssumptionId[],
): Mapping {
  const { org } = run;
  const next: Mapping = { ...mapping, ...change };
  const { mappings } = must(org.groups.get(groupId));
  setMappings(
    org,
    groupId,
    mappings.map((candidate) => (candidate.id === mapping.id ? next : candidate)),
  );
  if (isApproved(mapping) && !isApproved(next) && mapping.entityId !== none && org.entities.get(mapping.entityId)?.ownerId === groupId)
    writeEntity(org, mapping.entityId).ownerId = none;
  reportMapping(run, must(org.groups.get(groupId)), next, assumptions);
  return next;
}

function reportMapping(run: Run, group: Group, mapping: Mapping, assumptions: readonly AssumptionId[]): void {
  run.effects.push({ kind: 'mapping', event: run.event, groupId: group.id, displayName: group.displayName, mapping, assumptions });
}

/** Mappings that a rule must not overwrite: all but those rejected because the group was deleted (section 5). */
export const standingMappings = (group: Group): readonly Mapping[] =>
  group.mappings.filter((mapping) => mapping.reason.kind !== 'group-deleted');

/** Rule evaluation for a group without a mapping: on creation, restoration, or a rename (section 5). */
export function evaluateRules(run: Run, groupId: number): void {
  const { org } = run;
  const group = must(org.groups.get(groupId));
  if (standingMappings(group).length > 0) return;
  const rule = matchingRule(org.rules, group.displayName)?.spec;
  if (rule === undefined) {
    run.effects.push({ kind: 'unmapped', event: run.event, groupId, displayName: group.displayName, assumptions: [] });
    return;
  }
  mapByRule(run, group, rule);
}

function mapByRule(run: Run, group: Group, rule: RuleSpec): void {
  const { org } = run;
  const type = rule.target;
  const found = findEntity(org, type, group.displayName);
  const draft = { type, entityId: found?.id ?? none, name: found?.name ?? group.displayName, origin: 'rule' as const, rule };
  const pending = (reason: MappingReason, assumptions: readonly AssumptionId[] = []): void => {
    putMapping(run, group.id, { ...draft, status: 'Pending', reason }, assumptions);
  };
  if (!org.enabledTypes.has(type) && org.settings.A16 === 'default') {
    pending({ kind: 'type-not-enabled' }, ['A16']);
    return;
  }
  const enabledBy: readonly AssumptionId[] = org.enabledTypes.has(type) ? [] : ['A16'];
  if (!rule.autoApprove) {
    pending({ kind: 'rule-without-auto-approve' });
    return;
  }
  if (found !== undefined && found.ownerId !== none && found.ownerId !== group.id) {
    const reason: MappingReason = { kind: 'owned', ownerId: found.ownerId, owner: must(org.groups.get(found.ownerId)).displayName };
    putMapping(run, group.id, { ...draft, status: org.settings.A3 === 'default' ? 'Pending' : 'Rejected', reason }, ['A3']);
    return;
  }
  // A sub-organisation is never created automatically: it costs money (section 4).
  if (found === undefined && type === 'SubOrganization') {
    pending({ kind: 'sub-organisation-missing' });
    return;
  }
  const entity =
    found ??
    (isDefaultGroup(org, { type, name: group.displayName }) ? defaultGroup(org) : createEntity(run, type, group.displayName, 'rule'));
  if (found !== undefined)
    run.effects.push({
      kind: 'entity-taken-over',
      event: run.event,
      entityId: found.id,
      type,
      name: found.name,
      group: group.displayName,
      assumptions: caseAssumption(org, found, group),
    });
  putMapping(
    run,
    group.id,
    { ...draft, entityId: entity.id, name: entity.name, status: 'Auto-Approved', reason: { kind: 'rule' } },
    enabledBy,
  );
  replaceMembers(run, must(org.groups.get(group.id)), { kind: 'mapping-approved', group: group.displayName });
}

/** The default concurrency group is there whether or not it is listed among the entities. */
export const isDefaultGroup = (org: Organisation, entity: EntityRef): boolean =>
  entity.type === 'ConcurrencyGroup' && nameKey(org.settings, entity.name) === nameKey(org.settings, org.defaultConcurrencyGroup);

/** Its record, made when a group is first mapped to it. */
export function defaultGroup(org: Organisation): Entity {
  const ref = { type: 'ConcurrencyGroup', name: org.defaultConcurrencyGroup } as const;
  const known = findEntity(org, ref.type, ref.name);
  if (known !== undefined) return known;
  const entity: Entity = { ...ref, id: org.entities.size, ownerId: none, created: false, deleted: false };
  org.entities.add(entity);
  org.writes += 1;
  org.entityIndex.set(entityKey(org.settings, ref.type, ref.name), entity.id);
  return entity;
}

/** The names are the same only because case does not count. */
const caseAssumption = (org: Organisation, entity: Entity, group: Group): readonly AssumptionId[] =>
  entity.name !== group.displayName && nameKey(org.settings, entity.name) === nameKey(org.settings, group.displayName) ? ['A10'] : [];
