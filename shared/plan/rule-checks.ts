import type { AssumptionSettings } from '../vendor/assumptions';
import type { EntityRef, EntityType, RuleSpec } from '../vendor/event';
import { entityKey } from '../vendor/names';
import { byPriority, compileRule, type Rule } from '../vendor/rules';
import { findNearTwins, type NearTwins } from './near-twins';
import { checkPattern, literalPrefix, type PatternCheck } from './rule-pattern';

/** Rules by their place in the list as given; what is found is told of that place. */
export type RuleFinding =
  | { readonly kind: 'bad-pattern'; readonly rule: number; readonly check: Exclude<PatternCheck, { kind: 'fine' }> }
  /** A rule asked before it matches everything that it matches: it can never fire. */
  | { readonly kind: 'shadowed'; readonly rule: number; readonly by: number }
  /** Every known group that it matches goes to rules asked before it. */
  | {
      readonly kind: 'nothing-left';
      readonly rule: number;
      readonly groups: number;
      readonly example: string;
      readonly takenBy: readonly number[];
    }
  | { readonly kind: 'matches-nothing'; readonly rule: number }
  /** Both match, and they do different things: the order decides. */
  | { readonly kind: 'overlap'; readonly first: number; readonly second: number; readonly example: string; readonly groups: number }
  /** As an overlap, and nothing documented says which of two equal priorities is asked first. */
  | { readonly kind: 'equal-priority'; readonly first: number; readonly second: number; readonly example: string; readonly groups: number }
  | { readonly kind: 'type-not-enabled'; readonly rule: number; readonly type: EntityType; readonly groups: number }
  /** Groups whose mapping will wait for ever: sub-organisations are never made automatically. */
  | { readonly kind: 'sub-organisation-missing'; readonly rule: number; readonly groups: readonly string[] }
  /** Nobody is in it: JumpCloud does not create it (J11), so its rule never fires (I5). */
  | { readonly kind: 'empty-group'; readonly group: string; readonly rule: number | null }
  | { readonly kind: 'near-twins'; readonly twins: NearTwins }
  /** Quotes and backslashes are what clients get wrong in a filter. */
  | { readonly kind: 'hard-name'; readonly group: string };

export interface KnownGroup {
  readonly displayName: string;
  readonly members: number;
}

export interface RuleCheckInput {
  readonly rules: readonly RuleSpec[];
  readonly groups: readonly KnownGroup[];
  readonly entities: readonly EntityRef[];
  readonly settings: AssumptionSettings;
  readonly enabledTypes: ReadonlySet<EntityType>;
}

interface Asked {
  readonly index: number;
  readonly rule: Rule;
}

/** A rule with, for each known group, whether it matches: every pattern is run once a group. */
interface Tried extends Asked {
  readonly matches: readonly boolean[];
}

/** Everything that can be said of rules and group names before a run. */
export function checkRules(input: RuleCheckInput): readonly RuleFinding[] {
  const { rules, groups } = input;
  const findings: RuleFinding[] = [];
  rules.forEach((spec, index) => {
    if (spec.type !== 'regex') return;
    const check = checkPattern(spec.pattern);
    if (check.kind !== 'fine') findings.push({ kind: 'bad-pattern', rule: index, check });
  });
  const asked = inOrder(rules).map(
    (entry): Tried => ({ ...entry, matches: groups.map(({ displayName }) => entry.rule.matches(displayName)) }),
  );
  const shadowedBy = findShadows(asked);
  for (const [rule, by] of shadowedBy) findings.push({ kind: 'shadowed', rule, by });
  findings.push(
    ...firingFindings(asked, groups, shadowedBy),
    ...overlapFindings(asked, groups, shadowedBy),
    ...targetFindings(asked, input),
  );
  groups.forEach(({ displayName, members }, at) => {
    if (members === 0)
      findings.push({ kind: 'empty-group', group: displayName, rule: asked.find((entry) => entry.matches[at])?.index ?? null });
    if (/["\\]/.test(displayName)) findings.push({ kind: 'hard-name', group: displayName });
  });
  for (const twins of findNearTwins(
    groups.map((group) => group.displayName),
    input.settings,
  ))
    findings.push({ kind: 'near-twins', twins });
  return findings;
}

/** Those that can run, as the vendor asks them: highest priority first, equal ones as given. */
export function inOrder(rules: readonly RuleSpec[]): readonly Asked[] {
  const indexOf = new Map<Rule, number>();
  rules.forEach((spec, index) => {
    const compiled = compileRule(spec);
    if (compiled.ok) indexOf.set(compiled.value, index);
  });
  return byPriority([...indexOf.keys()]).map((rule) => ({ rule, index: indexOf.get(rule) ?? 0 }));
}

function findShadows(asked: readonly Asked[]): ReadonlyMap<number, number> {
  const shadows = new Map<number, number>();
  asked.forEach((later, at) => {
    const by = asked.slice(0, at).find((earlier) => covers(earlier.rule.spec, later.rule.spec));
    if (by !== undefined) shadows.set(later.index, by.index);
  });
  return shadows;
}

/** True where it is certain that `wide` matches every name that `narrow` does. */
function covers(wide: RuleSpec, narrow: RuleSpec): boolean {
  if (wide.type === 'matchAll') return true;
  if (narrow.type === 'matchAll') return wide.type === 'prefix' ? wide.pattern === '' : wide.pattern === '' || wide.pattern === '.*';
  if (wide.type === 'regex')
    return narrow.type === 'regex' && (wide.pattern === narrow.pattern || wide.pattern === '' || wide.pattern === '.*');
  const start = narrow.type === 'prefix' ? narrow.pattern : literalPrefix(narrow.pattern);
  return start.toLowerCase().startsWith(wide.pattern.toLowerCase());
}

function firingFindings(
  asked: readonly Tried[],
  groups: readonly KnownGroup[],
  shadowed: ReadonlyMap<number, number>,
): readonly RuleFinding[] {
  const matched = new Map<number, { groups: number; fires: number; example: string; readonly takenBy: Set<number> }>();
  for (const { index } of asked) matched.set(index, { groups: 0, fires: 0, example: '', takenBy: new Set() });
  groups.forEach(({ displayName }, at) => {
    let winner: number | null = null;
    for (const { index, matches } of asked) {
      if (matches[at] !== true) continue;
      const entry = matched.get(index);
      if (entry === undefined) continue;
      entry.groups += 1;
      if (entry.example === '') entry.example = displayName;
      if (winner === null) {
        winner = index;
        entry.fires += 1;
      } else entry.takenBy.add(winner);
    }
  });
  const findings: RuleFinding[] = [];
  for (const [rule, entry] of matched) {
    if (shadowed.has(rule) || groups.length === 0 || entry.fires > 0) continue;
    if (entry.groups === 0) findings.push({ kind: 'matches-nothing', rule });
    else findings.push({ kind: 'nothing-left', rule, groups: entry.groups, example: entry.example, takenBy: [...entry.takenBy] });
  }
  return findings;
}

/** Pairs that match one name and would do different things with it. A last match-all is meant to overlap. */
function overlapFindings(
  asked: readonly Tried[],
  groups: readonly KnownGroup[],
  shadowed: ReadonlyMap<number, number>,
): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  asked.forEach((second, at) => {
    if (shadowed.has(second.index)) return;
    for (const first of asked.slice(0, at)) {
      const a = first.rule.spec;
      const b = second.rule.spec;
      if (b.type === 'matchAll' && a.priority !== b.priority) continue;
      if (a.target === b.target && a.autoApprove === b.autoApprove) continue;
      const both = groups.filter((_, group) => first.matches[group] === true && second.matches[group] === true);
      const example = both[0]?.displayName ?? madeUpExample(first.rule, second.rule);
      if (example === null) continue;
      findings.push({
        kind: a.priority === b.priority ? 'equal-priority' : 'overlap',
        first: first.index,
        second: second.index,
        example,
        groups: both.length,
      });
    }
  });
  return findings;
}

/** A name that both match, made from what each must begin with; null where none was found, which proves nothing. */
function madeUpExample(first: Rule, second: Rule): string | null {
  for (const candidate of [...samples(first.spec), ...samples(second.spec)])
    if (first.matches(candidate) && second.matches(candidate)) return candidate;
  return null;
}

function samples(spec: RuleSpec): readonly string[] {
  if (spec.type === 'matchAll') return [];
  if (spec.type === 'prefix') return [spec.pattern, `${spec.pattern}team`, `${spec.pattern}web-team`];
  const plain = spec.pattern
    .replace(/^\(\?i\)/, '')
    .replace(/^\^|(?<!\\)\$$/g, '')
    .replace(/\\([^A-Za-z0-9])/g, '$1');
  return [plain.replace(/\.\*/g, 'web').replace(/\.\+/g, 'web'), plain.replace(/\.[*+]/g, 'x'), literalPrefix(spec.pattern)];
}

function targetFindings(asked: readonly Tried[], input: RuleCheckInput): readonly RuleFinding[] {
  const known = new Set(input.entities.map(({ type, name }) => entityKey(input.settings, type, name)));
  const firing = new Map<number, string[]>();
  input.groups.forEach(({ displayName }, at) => {
    const winner = asked.find((entry) => entry.matches[at]);
    if (winner === undefined) return;
    const names = firing.get(winner.index);
    if (names === undefined) firing.set(winner.index, [displayName]);
    else names.push(displayName);
  });
  const findings: RuleFinding[] = [];
  for (const { index, rule } of asked) {
    const { target, autoApprove } = rule.spec;
    const names = firing.get(index) ?? [];
    if (!input.enabledTypes.has(target)) findings.push({ kind: 'type-not-enabled', rule: index, type: target, groups: names.length });
    if (target !== 'SubOrganization' || !autoApprove) continue;
    const missing = names.filter((name) => !known.has(entityKey(input.settings, target, name)));
    if (missing.length > 0) findings.push({ kind: 'sub-organisation-missing', rule: index, groups: missing });
  }
  return findings;
}
