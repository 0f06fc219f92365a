import type { AssumptionId } from './assumptions';
import type { RuleSpec } from './event';
import { changeMapping, evaluateRules, isDefaultGroup, standingMappings } from './mapping';
import { replaceMembers } from './membership';
import type { Group, Mapping } from './model';
import { none } from './model';
import { entityKey, nameKey } from './names';
import type { Organisation } from './organisation';
import { findEntity, findGroup, isApproved, must, writeEntity, writeGroup } from './organisation';
import type { Refusal } from './refusal';
import { matchingRule, sameRule } from './rules';
import type { Run } from './run';

/**
 * PATCH `displayName`: 409 for a taken name; the mapped team or concurrency group is renamed to match, a sub-organisation is not;
 * then the rules are evaluated for the new name (vendor-behaviour.md sections 4 and 5).
 */
export function renameGroupTo(run: Run, group: Group, to: string): Refusal | null {
  const { org } = run;
  const taken = findGroup(org, to);
  if (taken !== undefined && taken.id !== group.id)
    return { status: 409, kind: 'group-exists', displayName: to, existing: taken.displayName };
  const from = group.displayName;
  if (from === to) return null;
  const before = matchingRule(org.rules, from)?.spec ?? null;
  writeGroup(org, group.id).displayName = to;
  org.groupIndex.remove(nameKey(org.settings, from));
  org.groupIndex.set(nameKey(org.settings, to), group.id);
  run.effects.push({ kind: 'group-renamed', event: run.event, groupId: group.id, displayName: to, from, assumptions: [] });
  for (const mapping of must(org.groups.get(group.id)).mappings) renameTarget(run, group.id, mapping, to);
  reevaluate(run, must(org.groups.get(group.id)), before);
  return null;
}

function renameTarget(run: Run, groupId: number, mapping: Mapping, to: string): void {
  const { org } = run;
  if (mapping.targetDeleted) return;
  if (mapping.entityId === none) {
    // No entity yet: the mapping carries the group's name.
    changeMapping(run, groupId, mapping, { name: to }, []);
    return;
  }
  if (!isApproved(mapping) || mapping.type === 'SubOrganization') return;
  const entity = must(org.entities.get(mapping.entityId));
  if (entity.name === to) return;
  const other = findEntity(org, mapping.type, to);
  const fixed = isDefaultGroup(org, entity);
  if (!fixed && !isDefaultGroup(org, { type: mapping.type, name: to }) && (other === undefined || other.id === entity.id)) {
    renameEntityTo(run, entity.id, to, groupId);
    return;
  }
  if (!fixed && org.settings.A4 === 'other') {
    renameEntityTo(run, entity.id, freeName(org, mapping, to), groupId, ['A4']);
    return;
  }
  run.effects.push({
    kind: 'name-kept',
    event: run.event,
    type: mapping.type,
    name: entity.name,
    wanted: to,
    group: to,
    assumptions: fixed ? [] : ['A4'],
  });
}

/** The first of "name (2)", "name (3)" … that nobody has. */
function freeName(org: Organisation, mapping: Mapping, wanted: string): string {
  for (let suffix = 2; ; suffix += 1) {
    const name = `${wanted} (${suffix})`;
    if (findEntity(org, mapping.type, name) === undefined) return name;
  }
}

/** Mappings hold ids, so nothing breaks; their names follow (section 4). `groupId` is `none` for an admin's rename. */
export function renameEntityTo(run: Run, entityId: number, to: string, groupId: number, assumptions: readonly AssumptionId[] = []): void {
  const { org } = run;
  const entity = must(org.entities.get(entityId));
  const from = entity.name;
  org.entityIndex.remove(entityKey(org.settings, entity.type, from));
  org.entityIndex.set(entityKey(org.settings, entity.type, to), entityId);
  writeEntity(org, entityId).name = to;
  const group = groupId === none ? null : must(org.groups.get(groupId)).displayName;
  run.effects.push({
    kind: 'entity-renamed',
    event: run.event,
    entityId,
    type: entity.type,
    name: to,
    from,
    by: groupId === none ? 'admin' : 'group',
    group,
    assumptions,
  });
}

/** A rename for which a different rule now matches sends the mapping back to Pending; one made by hand stays (A1). */
function reevaluate(run: Run, group: Group, before: RuleSpec | null): void {
  const { org } = run;
  const standing = standingMappings(group);
  if (standing.length === 0) {
    evaluateRules(run, group.id);
    return;
  }
  const now = matchingRule(org.rules, group.displayName)?.spec;
  if (now === undefined) return;
  let released = false;
  for (const mapping of standing) {
    if (!isApproved(mapping)) continue;
    const byHand = mapping.origin === 'admin';
    if (byHand && org.settings.A1 === 'default') continue;
    const made = mapping.rule ?? (byHand ? null : before);
    if (made !== null && sameRule(made, now)) continue;
    changeMapping(
      run,
      group.id,
      mapping,
      { status: 'Pending', reason: { kind: 'renamed', rule: now }, approvedSeq: none, withheld: false },
      byHand ? ['A1'] : [],
    );
    released = true;
  }
  if (released) replaceMembers(run, must(org.groups.get(group.id)), { kind: 'mapping-pending', group: group.displayName });
}
