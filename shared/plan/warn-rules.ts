import { groups, type Organisation } from '../vendor/organisation';
import { explainRuleFinding } from './explain-rule-finding';
import type { PlanWarning } from './plan';
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

/** What can be said of the rules and group names as the plan leaves them: for whoever reads a plan and has no screen of rules. */
export function ruleWarnings(outcome: Organisation): readonly PlanWarning[] {
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
    if (code === undefined || isOnlyMadeUp(finding)) return [];
    const why = explainRuleFinding(finding, rules).detail.replace(/\.$/, '');
    return [{ code, ...(finding.kind === 'near-twins' ? { group: finding.twins.names[0] ?? '' } : {}), why }];
  });
}

/** Two rules that overlap on names that no group has: nothing came of it. */
const isOnlyMadeUp = (finding: RuleFinding): boolean =>
  (finding.kind === 'overlap' || finding.kind === 'equal-priority') && finding.groups === 0;
