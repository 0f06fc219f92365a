import type { RuleSpec } from '../vendor/event';
import { matchingRule, sameRule } from '../vendor/rules';
import { inOrder } from './rule-checks';

/** A group that another rule would fire for. */
export interface RuleEffect {
  readonly group: string;
  readonly before: RuleSpec | null;
  readonly after: RuleSpec | null;
  /** False where the other rule does the same: same target, same approval. */
  readonly matters: boolean;
}

/** What changes for these groups when the rules do: shown at once, while rules are dragged. Groups as given. */
export function ruleEffects(before: readonly RuleSpec[], after: readonly RuleSpec[], groups: Iterable<string>): readonly RuleEffect[] {
  const was = inOrder(before).map((asked) => asked.rule);
  const is = inOrder(after).map((asked) => asked.rule);
  const effects: RuleEffect[] = [];
  for (const group of groups) {
    const first = matchingRule(was, group)?.spec ?? null;
    const second = matchingRule(is, group)?.spec ?? null;
    if (first === second || (first !== null && second !== null && sameRule(first, second))) continue;
    effects.push({
      group,
      before: first,
      after: second,
      matters: first?.target !== second?.target || first?.autoApprove !== second?.autoApprove,
    });
  }
  return effects;
}

/** The rule at `from`, counted in the order in which rules are asked, is moved to `to`; priorities are numbered anew, n to 1. */
export function moveRule(rules: readonly RuleSpec[], from: number, to: number): readonly RuleSpec[] {
  const asked = rules.map((rule, index) => ({ rule, index })).sort((a, b) => b.rule.priority - a.rule.priority || a.index - b.index);
  const [moved] = asked.splice(from, 1);
  if (moved === undefined) return rules;
  asked.splice(to, 0, moved);
  return asked.map(({ rule }, at) => ({ ...rule, priority: asked.length - at }));
}
