import type { EntityRef, RuleSpec } from '../../shared/vendor/event';
import { type EntityFact, type Facts, findEntity, findMapping, type GroupFact, is, type MappingFact, mappingName, ownerOf } from './facts';

export function ruleIsValid(rule: RuleSpec): boolean {
  if (rule.type !== 'regex') return true;
  try {
    new RegExp(rule.pattern);
    return true;
  } catch {
    return false;
  }
}

/** Section 5: prefix without case, regex, match-all. */
function ruleMatches(rule: RuleSpec, name: string): boolean {
  if (rule.type === 'prefix') return name.toLowerCase().startsWith(rule.pattern.toLowerCase());
  return rule.type === 'matchAll' || new RegExp(rule.pattern).test(name);
}

/** Highest priority first, first match wins. Choice: of equal priorities, the one that was there first. */
export const matchingRule = (facts: Facts, name: string): RuleSpec | undefined =>
  facts.rules
    .filter((rule) => ruleMatches(rule, name))
    .reduce<RuleSpec | undefined>((best, rule) => (best === undefined || rule.priority > best.priority ? rule : best), undefined);

const pattern = (rule: RuleSpec): string => (rule.type === 'matchAll' ? '' : rule.pattern);

/** Choice: a rule is what it says; one removed and added again is the same rule. */
export const sameRule = (a: RuleSpec, b: RuleSpec): boolean =>
  a.type === b.type && pattern(a) === pattern(b) && a.target === b.target && a.autoApprove === b.autoApprove && a.priority === b.priority;

/** "An existing mapping is not overwritten": any but those that only the deletion of the group rejected. */
export const standingMappings = (group: GroupFact): readonly MappingFact[] => group.mappings.filter((mapping) => !mapping.groupDeleted);

/** For a group that is created or restored, or renamed while still without a mapping. */
export function applyRules(facts: Facts, group: GroupFact): void {
  if (standingMappings(group).length > 0) return;
  const rule = matchingRule(facts, group.displayName);
  if (rule === undefined) return;
  const found = findEntity(facts, rule.target, group.displayName);
  const status = statusByRule(facts, group, rule, found);
  const entity = found?.id ?? (status === 'Auto-Approved' ? addEntity(facts, { type: rule.target, name: group.displayName }) : null);
  putMapping(facts, group, {
    type: rule.target,
    entity,
    status,
    targetDeleted: false,
    createdAt: facts.now,
    approvedAt: facts.now,
    madeBy: rule,
    groupDeleted: false,
  });
}

function statusByRule(facts: Facts, group: GroupFact, rule: RuleSpec, found: EntityFact | undefined): MappingFact['status'] {
  // A16: a type that is not enabled.
  if (!facts.enabledTypes.includes(rule.target) && !is(facts, 'A16')) return 'Pending';
  // Auto-approve off.
  if (!rule.autoApprove) return 'Pending';
  // Section 4: a sub-organisation is never created automatically (billing).
  if (found === undefined) return rule.target === 'SubOrganization' ? 'Pending' : 'Auto-Approved';
  const owner = ownerOf(facts, found.id);
  if (owner === undefined || owner === group) return 'Auto-Approved';
  // A3: the entity belongs to another group.
  return is(facts, 'A3') ? 'Rejected' : 'Pending';
}

export function addEntity(facts: Facts, ref: EntityRef): number {
  facts.entities.push({ id: facts.entities.length, type: ref.type, name: ref.name, deleted: false });
  return facts.entities.length - 1;
}

/** A new mapping, in the place of one that the group had to the same target before. */
export function putMapping(facts: Facts, group: GroupFact, mapping: MappingFact): void {
  const name = mappingName(facts, group, mapping);
  const old = findMapping(facts, group, { type: mapping.type, name });
  if (old === undefined) group.mappings.push(mapping);
  else changeMapping(group, old, { ...mapping, createdAt: old.createdAt });
}

export function changeMapping(group: GroupFact, mapping: MappingFact, change: Partial<MappingFact>): void {
  group.mappings = group.mappings.map((each) => (each === mapping ? { ...each, ...change } : each));
}
