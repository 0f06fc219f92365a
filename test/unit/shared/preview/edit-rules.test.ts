import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRuleAtEnd, inOrder, moveRule } from '../../../../shared/preview/edit-rules';
import type { RuleSpec } from '../../../../shared/vendor/event';

const prefix = (pattern: string, priority: number): RuleSpec => ({ type: 'prefix', pattern, target: 'Team', autoApprove: true, priority });
const all = (priority: number): RuleSpec => ({ type: 'matchAll', target: 'Team', autoApprove: false, priority });
const shown = (rules: readonly RuleSpec[]) =>
  inOrder(rules).map((rule) => `${rule.type === 'matchAll' ? '*' : rule.pattern} ${rule.priority}`);

describe('rules in their order', () => {
  it('keeps the priorities in their places when a rule moves', () => {
    const rules = [prefix('a', 50), prefix('b', 40), all(1)];
    expect(shown(moveRule(rules, 1, 0))).toEqual(['b 50', 'a 40', '* 1']);
    expect(shown(moveRule(rules, 0, 2))).toEqual(['b 50', '* 40', 'a 1']);
  });

  it('parts two rules of one priority, so that moving them over each other counts', () => {
    expect(shown(moveRule([prefix('a', 30), prefix('b', 30), all(1)], 1, 0))).toEqual(['b 31', 'a 30', '* 1']);
  });

  it('puts a new rule before one that matches everything', () => {
    expect(shown(addRuleAtEnd([prefix('a', 5), all(1)], prefix('new', 0)))).toEqual(['a 5', 'new 2', '* 1']);
    expect(shown(addRuleAtEnd([prefix('a', 5)], prefix('new', 0)))).toEqual(['a 5', 'new 4']);
    expect(shown(addRuleAtEnd([], prefix('new', 0)))).toEqual(['new 1']);
  });

  it('tries rules in the order in which they were put, whatever the priorities were', () => {
    const priorities = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(priorities, fc.nat(7), fc.nat(7), (given, fromSeed, toSeed) => {
        const rules = given.map((priority, at) => prefix(`r${at}`, priority));
        const from = fromSeed % rules.length;
        const to = toSeed % rules.length;
        const expected = inOrder(rules).map((rule) => (rule.type === 'matchAll' ? '' : rule.pattern));
        expected.splice(to, 0, ...expected.splice(from, 1));
        const moved = moveRule(rules, from, to);
        expect(inOrder([...moved].reverse()).map((rule) => (rule.type === 'matchAll' ? '' : rule.pattern))).toEqual(expected);
        expect(moved.every((rule) => rule.priority >= 1)).toBe(true);
      }),
    );
  });
});
