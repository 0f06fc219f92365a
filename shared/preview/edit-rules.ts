import type { RuleSpec } from '../vendor/event';

/** Rules in the order in which they are tried: highest priority first, equal ones as they stand. */
export const inOrder = (rules: readonly RuleSpec[]): readonly RuleSpec[] => [...rules].sort((a, b) => b.priority - a.priority);

/**
 * Moves one rule to another place in the order. The priorities stay where they are and the rules take them as they stand, so
 * that numbers an admin knows from the vendor's dashboard are kept.
 */
export function moveRule(rules: readonly RuleSpec[], from: number, to: number): readonly RuleSpec[] {
  const ordered = [...inOrder(rules)];
  const priorities = ordered.map((rule) => rule.priority);
  const [moved] = ordered.splice(from, 1);
  if (moved === undefined) return rules;
  ordered.splice(to, 0, moved);
  return distinct(ordered.map((rule, at) => ({ ...rule, priority: priorities[at] as number })));
}

/** A new rule goes to the end, before a rule that matches everything: behind it, it could never be reached. */
export function addRuleAtEnd(rules: readonly RuleSpec[], rule: RuleSpec): readonly RuleSpec[] {
  const ordered = inOrder(rules);
  const lowest = ordered.at(-1);
  if (lowest === undefined) return [{ ...rule, priority: 1 }];
  if (lowest.type !== 'matchAll' || rule.type === 'matchAll') return distinct([...ordered, { ...rule, priority: lowest.priority - 1 }]);
  return distinct([...ordered.slice(0, -1), { ...rule, priority: lowest.priority }, lowest]);
}

/** Lifts whatever would tie with or stand above its follower: the order shown is the order tried, and no priority is below 1. */
function distinct(ordered: readonly RuleSpec[]): readonly RuleSpec[] {
  const result: RuleSpec[] = [];
  let floor = 0;
  for (const rule of [...ordered].reverse()) {
    const priority = Math.max(rule.priority, floor + 1);
    floor = priority;
    result.unshift({ ...rule, priority });
  }
  return result;
}
