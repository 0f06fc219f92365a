import { describe, expect, it } from 'vitest';
import { explainRuleFinding } from '../../../../shared/plan/explain-rule-finding';
import { findNearTwins } from '../../../../shared/plan/near-twins';
import { checkRules, type RuleCheckInput, type RuleFinding } from '../../../../shared/plan/rule-checks';
import { moveRule, ruleEffects } from '../../../../shared/plan/rule-effects';
import { checkPattern, literalPrefix } from '../../../../shared/plan/rule-pattern';
import { defaultAssumptions } from '../../../../shared/vendor/assumptions';
import { entityTypes, type RuleSpec } from '../../../../shared/vendor/event';

const prefix = (pattern: string, priority: number, more: Partial<RuleSpec> = {}): RuleSpec =>
  ({ type: 'prefix', pattern, target: 'Team', autoApprove: true, priority, ...more }) as RuleSpec;
const regex = (pattern: string, priority: number, more: Partial<RuleSpec> = {}): RuleSpec =>
  ({ type: 'regex', pattern, target: 'ConcurrencyGroup', autoApprove: true, priority, ...more }) as RuleSpec;
const matchAll = (priority: number): RuleSpec => ({ type: 'matchAll', target: 'Team', autoApprove: false, priority });

const check = (rules: readonly RuleSpec[], groups: readonly string[] = [], more: Partial<RuleCheckInput> = {}): readonly RuleFinding[] =>
  checkRules({
    rules,
    groups: groups.map((displayName) => ({ displayName, members: 1 })),
    entities: [],
    settings: defaultAssumptions,
    enabledTypes: new Set(entityTypes),
    ...more,
  });

describe('patterns', () => {
  it.each([
    ['^qa-(?=web)', 'look-ahead', '(?=', 4],
    ['^qa-(?!web)', 'look-ahead', '(?!', 4],
    ['(?<=qa-)web', 'look-behind', '(?<=', 0],
    ['(?<!qa-)web', 'look-behind', '(?<!', 0],
    ['(a)\\1', 'back-reference', '\\1', 3],
    ['(?<n>a)\\k<n>', 'back-reference', '\\k<n>', 7],
    ['(?>a)', 'atomic group', '(?>', 0],
    ['a*+b', 'possessive repetition', '*+', 1],
    ['(a(?R)?b)', 'recursion', '(?R)', 2],
  ])('%s needs a backtracking engine: %s', (pattern, construct, text, at) => {
    expect(checkPattern(pattern)).toEqual({ kind: 'backtracking', construct, text, at });
  });

  it.each([
    ['^qa-[', 4],
    ['(a', 0],
    ['*a', 0],
    ['a{2,1}', 1],
  ])('%s is not a regular expression, and the place is told', (pattern, at) => {
    expect(checkPattern(pattern)).toMatchObject({ kind: 'invalid', at });
  });

  it.each(['^qa-.*-team$', '(?i)abc', '[(?=]', '\\(\\?=', '\\p{Greek}+', '(?<n>a)', ''])('%s runs in linear time', (pattern) => {
    expect(checkPattern(pattern)).toEqual({ kind: 'fine' });
  });

  it.each([
    ['^qa-.*-team$', 'qa-'],
    ['^qa\\.x', 'qa.x'],
    ['^qas?', 'qa'],
    ['^qa+b', 'qa'],
    ['^qa|^eng', ''],
    ['^(qa|eng)-x', ''],
    ['qa-', ''],
    ['^qa\\d', 'qa'],
  ])('%s begins with %j', (pattern, start) => {
    expect(literalPrefix(pattern)).toBe(start);
  });
});

describe('rule checks', () => {
  it('find a rule that can never fire: behind a match-all, a shorter prefix, or a prefix of an anchored pattern', () => {
    expect(check([matchAll(5), prefix('eng-', 1)])).toContainEqual({ kind: 'shadowed', rule: 1, by: 0 });
    expect(check([prefix('ENG-', 5), prefix('eng-web', 1)])).toContainEqual({ kind: 'shadowed', rule: 1, by: 0 });
    expect(check([regex('^qa-.*$', 1), prefix('qa', 9)])).toContainEqual({ kind: 'shadowed', rule: 0, by: 1 });
    expect(check([prefix('eng-web', 5), prefix('eng-', 1)]).filter((finding) => finding.kind === 'shadowed')).toEqual([]);
    expect(check([prefix('qa-', 5), regex('qa-', 1)]).filter((finding) => finding.kind === 'shadowed')).toEqual([]);
  });

  it('find a rule for which no group is left, and one that matches none', () => {
    const findings = check([prefix('eng-', 5), regex('web$', 3), prefix('ops-', 1)], ['eng-web', 'eng-app']);
    expect(findings).toContainEqual({ kind: 'nothing-left', rule: 1, groups: 1, example: 'eng-web', takenBy: [0] });
    expect(findings).toContainEqual({ kind: 'matches-nothing', rule: 2 });
  });

  it('find overlaps with an example, from the groups or made up, but not where both do the same or where the match-all is last', () => {
    expect(check([prefix('eng-', 5), regex('web$', 3), matchAll(1)], ['eng-web', 'x-web', 'other'])).toEqual([
      { kind: 'overlap', first: 0, second: 1, example: 'eng-web', groups: 1 },
    ]);
    expect(check([prefix('qa-', 5), regex('-team$', 3)])).toContainEqual(
      expect.objectContaining({ kind: 'overlap', first: 0, second: 1, example: 'qa-team', groups: 0 }),
    );
    expect(check([prefix('eng-', 5), regex('web$', 3, { target: 'Team' })], ['eng-web', 'x-web'])).toEqual([]);
  });

  it('find equal priorities that meet', () => {
    expect(check([prefix('eng-', 3), regex('web$', 3)], ['eng-web', 'x-web', 'eng-app'])).toEqual([
      { kind: 'equal-priority', first: 0, second: 1, example: 'eng-web', groups: 1 },
    ]);
  });

  it('find targets that are off, and sub-organisations that are not there', () => {
    const regions = prefix('eu-', 1, { target: 'SubOrganization' });
    expect(check([regions], ['eu-one', 'EU-two'], { entities: [{ type: 'SubOrganization', name: 'eu-two' }] })).toContainEqual({
      kind: 'sub-organisation-missing',
      rule: 0,
      groups: ['eu-one'],
    });
    expect(check([regions], ['eu-one'], { enabledTypes: new Set(['Team']) })).toContainEqual({
      kind: 'type-not-enabled',
      rule: 0,
      type: 'SubOrganization',
      groups: 1,
    });
  });

  it('find empty groups (I5) and names that are hard to look up', () => {
    const findings = check([prefix('eng-', 1)], [], { groups: [{ displayName: 'eng-"x"', members: 0 }] });
    expect(findings).toContainEqual({ kind: 'empty-group', group: 'eng-"x"', rule: 0 });
    expect(findings).toContainEqual({ kind: 'hard-name', group: 'eng-"x"' });
  });

  it('are told in words for every kind, with a fix', () => {
    const rules = [
      prefix('eng-', 5),
      regex('(?=x)', 4),
      prefix('eng-web', 3),
      regex('web$', 5),
      prefix('eu-', 2, { target: 'SubOrganization' }),
    ];
    const findings = check(rules, ['eng-web', 'ENG-WEB', 'eu-x'], { enabledTypes: new Set(['SubOrganization']) });
    const texts = findings.map((finding) => explainRuleFinding(finding, rules));
    expect(new Set(findings.map((finding) => finding.kind)).size).toBeGreaterThanOrEqual(6);
    for (const text of texts) {
      expect(text.detail).toMatch(/\.$/);
      expect(text.fix.length).toBeGreaterThan(10);
    }
  });

  it('stay quick with many rules and groups', () => {
    const rules = Array.from({ length: 40 }, (_, at) => regex(`^area${at}-.*team`, at));
    const groups = Array.from({ length: 5000 }, (_, at) => `area${at % 40}-${at}-team`);
    expect(check(rules, groups)).toEqual([]);
  });
});

describe('near twins', () => {
  it.each([
    [['eng-web', 'ENG-web'], ['case'], true],
    [['eng web', 'eng  web'], ['spaces'], false],
    [['eng-web', 'eng_web'], ['separators'], false],
    [['tier.1', 'tier1'], ['dots'], false],
    [["O'Brien", 'O’Brien'], ['quotes'], false],
    [['eng', 'e\u200bng'], ['invisible characters'], false],
    [['ﬁne', 'fine'], ['look-alike characters'], false],
    [['Eng Web', 'eng-web'], ['case', 'separators'], false],
  ] as const)('%j differ in %j', (names, differ, sameToVendor) => {
    expect(findNearTwins(names, defaultAssumptions)).toEqual([{ names: [...names].sort(), differ, sameToVendor }]);
  });

  it('are not made of names that differ in letters', () => {
    expect(findNearTwins(['eng', 'enq', 'eng2'], defaultAssumptions)).toEqual([]);
  });

  it('that differ in case are two names to a vendor who counts case (A10)', () => {
    expect(findNearTwins(['a', 'A'], { ...defaultAssumptions, A10: 'other' })[0]?.sameToVendor).toBe(false);
  });
});

describe('reordering', () => {
  const rules = [prefix('eng-', 3), regex('web$', 2), matchAll(1)];

  it('shows which groups another rule would fire for', () => {
    const moved = moveRule(rules, 1, 0);
    expect(moved.map((rule) => [rule.type, rule.priority])).toEqual([
      ['regex', 3],
      ['prefix', 2],
      ['matchAll', 1],
    ]);
    const effects = ruleEffects(rules, moved, ['eng-web', 'eng-app', 'x-web', 'other']);
    expect(effects.filter((effect) => effect.matters).map(({ group, before, after }) => [group, before?.target, after?.target])).toEqual([
      ['eng-web', 'Team', 'ConcurrencyGroup'],
    ]);
  });

  it('shows what a removed rule leaves without one', () => {
    expect(ruleEffects(rules.slice(0, 1), [], ['eng-web'])).toEqual([{ group: 'eng-web', before: rules[0], after: null, matters: true }]);
  });
});
