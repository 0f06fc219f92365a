import type { EntityType, RuleSpec } from '../../../shared/vendor/event';

export const targetWords: Readonly<Record<EntityType, string>> = {
  Team: 'Team',
  ConcurrencyGroup: 'Concurrency group',
  SubOrganization: 'Sub-organisation',
};

export const ruleTypeWords: Readonly<Record<RuleSpec['type'], string>> = {
  prefix: 'begins with',
  regex: 'matches',
  matchAll: 'is any name',
};

export const patternOf = (rule: RuleSpec): string => (rule.type === 'matchAll' ? '' : rule.pattern);

/** For undo and screen readers: “begins with eng- → Team”. */
export const ruleName = (rule: RuleSpec): string =>
  `${ruleTypeWords[rule.type]}${rule.type === 'matchAll' ? '' : ` ${rule.pattern}`} → ${targetWords[rule.target]}`;
