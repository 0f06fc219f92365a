import type { RuleChange, RuleReport } from '../../../shared/ipc/organisation';
import type { Roster } from '../../../shared/jumpcloud/roster';
import { explainRuleFinding } from '../../../shared/plan/explain-rule-finding';
import { checkRules } from '../../../shared/plan/rule-checks';
import { ruleEffects } from '../../../shared/plan/rule-effects';
import type { AssumptionSettings } from '../../../shared/vendor/assumptions';
import { entityTypes, type RuleSpec } from '../../../shared/vendor/event';
import { byPriority, compileRule, matchingRule, sameRule } from '../../../shared/vendor/rules';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import { groupSizes } from './roster-groups';

/** Effects that are sent at once; the rest is counted. */
const effectsShown = 60;
const severityOrder = { error: 0, warning: 1, notice: 2 } as const;

/** What can be said of the rules before a run, against the groups of the roster and of the vendor. Worst first. */
export function reportRules(spec: OrganisationSpec, roster: Roster | null, settings: AssumptionSettings): RuleReport {
  const rules = spec.rules ?? [];
  const groups = knownGroups(spec, roster);
  const findings = checkRules({
    rules,
    groups,
    entities: spec.entities ?? [],
    settings,
    enabledTypes: new Set(spec.enabledTypes ?? entityTypes),
  }).map((finding) => explainRuleFinding(finding, rules));
  const compiled = rules.map((rule) => compileRule(rule));
  const asked = byPriority(compiled.flatMap((rule) => (rule.ok ? [rule.value] : [])));
  const taken = rules.map(() => 0);
  let unmatched = 0;
  for (const { displayName } of groups) {
    const winner = matchingRule(asked, displayName);
    const at = winner === undefined ? -1 : compiled.findIndex((rule) => rule.ok && rule.value === winner);
    if (at === -1) unmatched += 1;
    else taken[at] = (taken[at] ?? 0) + 1;
  }
  return {
    findings: findings.sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]),
    taken,
    groups: groups.length,
    unmatched,
  };
}

/** For which groups another rule would fire; those for which it makes a difference first. */
export function tryRules(
  spec: OrganisationSpec,
  roster: Roster | null,
  before: readonly RuleSpec[],
  after: readonly RuleSpec[],
): RuleChange {
  const names = knownGroups(spec, roster).map((group) => group.displayName);
  // A rule that moved up or down and does what it did before is, to the group, the same rule.
  const effects = ruleEffects(before, after, names).filter((effect) => !sameButPriority(effect.before, effect.after));
  const matters = effects.filter((effect) => effect.matters);
  const shown = [...matters, ...effects.filter((effect) => !effect.matters)].slice(0, effectsShown);
  return { total: effects.length, matters: matters.length, effects: shown };
}

const sameButPriority = (a: RuleSpec | null, b: RuleSpec | null): boolean =>
  a !== null && b !== null && sameRule({ ...a, priority: 0 }, { ...b, priority: 0 });

function knownGroups(spec: OrganisationSpec, roster: Roster | null): readonly { readonly displayName: string; readonly members: number }[] {
  const known = new Map((spec.groups ?? []).map(({ displayName, members }) => [displayName, members?.length ?? 0]));
  if (roster !== null) for (const { name, members } of groupSizes(roster)) known.set(name, members);
  return Array.from(known, ([displayName, members]) => ({ displayName, members }));
}
