import { describe, expect, it } from 'vitest';
import { editDistance, nearMiss } from '../../../../shared/plan/near-miss';
import type { RuleSpec } from '../../../../shared/vendor/event';

const rule = (type: 'prefix' | 'regex', pattern: string): RuleSpec => ({ type, pattern, target: 'Team', autoApprove: true, priority: 1 });

describe('how near a rule came to a name', () => {
  it.each([
    ['prefix', 'eng-', 'eng_backend', { kind: 'separator', found: '_', wanted: '-' }],
    ['prefix', 'eng-', ' eng-backend', { kind: 'spaces' }],
    ['prefix', 'eng-', 'e\u200bng-backend', { kind: 'spaces' }],
    ['prefix', 'eng-', 'team eng-backend', { kind: 'position' }],
    ['prefix', 'design-', 'desing-ops', { kind: 'spelling', found: 'desing-', edits: 2 }],
    ['prefix', 'design-', 'desig-ops', { kind: 'spelling', found: 'desig-', edits: 1 }],
    ['prefix', 'eng-', 'sales', null],
    ['prefix', 'qa', 'qb', null],
    ['prefix', 'eng-', 'ENG-backend', null],
    ['regex', '^qa-.*-team$', 'QA-web-team', { kind: 'case' }],
    ['regex', '^qa-.*-team$', 'qa-web-team ', { kind: 'spaces' }],
    ['regex', '^qa-.*-team$', 'qa_web_team', { kind: 'separator', found: '_', wanted: '-' }],
    ['regex', '^qa-.*-team$', 'qa-web-team-2', { kind: 'position' }],
    ['regex', '^qa-.*-team$', 'design', null],
    ['regex', '^qa', 'qa-web', null],
  ] as const)('%s %s and %j', (type, pattern, name, expected) => {
    expect(nearMiss(rule(type, pattern), name)).toEqual(expected);
  });

  it('counts edits up to a bound', () => {
    expect(editDistance('kitten', 'sitting', 3)).toBe(3);
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('same', 'same', 0)).toBe(0);
  });
});
