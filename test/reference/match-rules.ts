import type { EntityRef, RuleSpec } from '../../shared/vendor/event';
import { type Facts, findEntity, type GroupFact, is, type MappingFact, mappingName, ownerOf, sameName } from './facts';

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
  const put = (status: MappingFact['status'], entity = found?.id ?? null): void =>
    putMapping(facts, group, {
      type: rule.target,
      entity,
      status,
      targetDeleted: false,
      approvedAt: facts.now,
      madeBy: rule,
      groupDeleted: false,
    });
  // A16: a type that is not enabled.
  if (!facts.enabledTypes.includes(rule.target) && !is(facts, 'A16')) return put('Pending');
  // Auto-approve off: Pending.
  if (!rule.autoApprove) return put('Pending');
  const owner = found === undefined ? undefined : ownerOf(facts, found.id);
  // A3: the entity belongs to another group.
  if (owner !== undefined && owner !== group) return put(is(facts, 'A3') ? 'Rejected' : 'Pending');
  if (found !== undefined) return put('Auto-Approved');
  // Section 4: a sub-organisation is never created automatically (billing).
  if (rule.target === 'SubOrganization') return put('Pending');
  put('Auto-Approved', addEntity(facts, { type: rule.target, name: group.displayName }));
}

export function addEntity(facts: Facts, ref: EntityRef): number {
  facts.entities.push({ id: facts.entities.length, type: ref.type, name: ref.name, deleted: false });
  return facts.entities.length - 1;
}

/** A new mapping, in the place of one that the group had to the same target before. */
export function putMapping(facts: Facts, group: GroupFact, mapping: MappingFact): void {
  const name = mappingName(facts, group, mapping);
  const at = group.mappings.findIndex((old) => old.type === mapping.type && sameName(facts, mappingName(facts, group, old), name));
  if (at < 0) group.mappings.push(mapping);
  else group.mappings[at] = mapping;
}

export function changeMapping(group: GroupFact, mapping: MappingFact, change: Partial<MappingFact>): void {
  group.mappings = group.mappings.map((each) => (each === mapping ? { ...each, ...change } : each));
}
