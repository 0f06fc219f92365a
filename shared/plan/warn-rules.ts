import type { RuleSpec } from '../vendor/event';
import { groupById, groups } from '../vendor/organisation';
import { explainRuleFinding } from './explain-rule-finding';
import type { PlanWarning } from './plan';
import type { Planned } from './planned';
import { checkRules, type RuleFinding } from './rule-checks';
import type { WarningCode } from './warning-kinds';

/** Other findings show in the plan itself: a Pending mapping with its reason, a refusal, an empty group. */
const told: Readonly<Partial<Record<RuleFinding['kind'], WarningCode>>> = {
  shadowed: 'rule-never-fires',
  'nothing-left': 'rule-never-fires',
  'equal-priority': 'rules-overlap',
  overlap: 'rules-overlap',
  'near-twins': 'near-twins',
};

/**
 * What can be said of the rules and group names as the plan leaves them: for whoever reads a plan and has no screen of rules. Where
 * nothing happens there is nothing to warn of.
 */
export function ruleWarnings({ events, outcome }: Pick<Planned, 'events' | 'outcome'>): readonly PlanWarning[] {
  if (events.length === 0) return [];
  const rules = outcome.rules.map((rule) => rule.spec);
  const known = [...groups(outcome)].filter((group) => group.state === 'active');
  return checkRules({
    rules,
    groups: known.map(({ displayName, members }) => ({ displayName, members: members.size })),
    entities: [],
    settings: outcome.settings,
    enabledTypes: outcome.enabledTypes,
  }).flatMap((finding): readonly PlanWarning[] => {
    const code = told[finding.kind];
    if (code === undefined || isOnlyMadeUp(finding) || isIdleCatchAll(finding, rules)) return [];
    const why = explainRuleFinding(finding, rules).detail.replace(/\.$/, '');
    return [{ code, ...(finding.kind === 'near-twins' ? { group: finding.twins.names[0] ?? '' } : {}), why }];
  });
}

/** True where both say the same: they read rules, and names of active groups. `written` are the groups that may differ. */
export const sameRuleWarnings = (above: Planned, below: Planned, written: ReadonlySet<number>): boolean =>
  below.events.length > 0 &&
  above.outcome.rules === below.outcome.rules &&
  [...written].every((id) => {
    const was = groupById(below.outcome, id);
    const is = groupById(above.outcome, id);
    return was?.displayName === is?.displayName && was?.state === is?.state;
  });

/** Two rules that overlap on names that no group has: nothing came of it. */
const isOnlyMadeUp = (finding: RuleFinding): boolean =>
  (finding.kind === 'overlap' || finding.kind === 'equal-priority') && finding.groups === 0;

/** A rule for whatever is left, where nothing is left: that is what it is for. */
const isIdleCatchAll = (finding: RuleFinding, rules: readonly RuleSpec[]): boolean =>
  finding.kind === 'nothing-left' && rules[finding.rule]?.type === 'matchAll';
