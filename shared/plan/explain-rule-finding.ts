import { assertNever } from '../result';
import type { RuleSpec } from '../vendor/event';
import { nameList } from './explain-refusal';
import { entityTypeWords, ruleText } from './explain-rule';
import type { RuleFinding } from './rule-checks';
import type { BacktrackingConstruct } from './rule-pattern';

export type RuleFindingSeverity = 'error' | 'warning' | 'notice';

export interface RuleFindingText {
  readonly severity: RuleFindingSeverity;
  readonly title: string;
  readonly detail: string;
  readonly fix: string;
  /** Places of the rules it is about, in the list as given. */
  readonly rules: readonly number[];
}

const rewrite: Readonly<Record<BacktrackingConstruct, string>> = {
  'look-ahead': 'Write what must follow as part of the pattern, or use two rules: a more specific one with a higher priority first.',
  'look-behind': 'Write what must come before as part of the pattern, or use two rules: a more specific one with a higher priority first.',
  'back-reference': 'Spell out the texts that may repeat, with | between them.',
  'atomic group': 'Use a plain group (?:…).',
  'possessive repetition': 'Leave out the last +: without going back, the plain repetition finds the same.',
  recursion: 'Spell out as many levels as there are.',
  condition: 'Use two rules, one for each case.',
};

export function explainRuleFinding(finding: RuleFinding, rules: readonly RuleSpec[]): RuleFindingText {
  const name = (index: number): string => {
    const rule = rules[index];
    return rule === undefined ? `rule ${index + 1}` : ruleText(rule);
  };
  switch (finding.kind) {
    case 'bad-pattern': {
      const { check } = finding;
      if (check.kind === 'backtracking')
        return {
          severity: 'error',
          title: `A ${check.construct} cannot be run here`,
          detail: `${name(finding.rule)}: "${check.text}" at character ${check.at + 1} needs an engine that tries and goes back, which a pattern can keep busy for ever. Patterns are run in linear time (RE2 syntax).`,
          fix: rewrite[check.construct],
          rules: [finding.rule],
        };
      return {
        severity: 'error',
        title: 'The pattern is not a regular expression',
        detail: `${name(finding.rule)}: ${check.message}${check.at === null ? '' : `, at character ${check.at + 1}`}.`,
        fix: 'Correct the pattern (RE2 syntax). Put a backslash before . ( ) [ ] { } * + ? | ^ $ where the character itself is meant.',
        rules: [finding.rule],
      };
    }
    case 'shadowed':
      return {
        severity: 'warning',
        title: 'Can never fire',
        detail: `${name(finding.by)} is asked before ${name(finding.rule)} and matches everything that it matches.`,
        fix: 'Give the more specific rule the higher priority, or remove it.',
        rules: [finding.rule, finding.by],
      };
    case 'nothing-left':
      return {
        severity: 'warning',
        title: 'No group is left for it',
        detail: `${name(finding.rule)} matches ${count(finding.groups, 'group')} such as ${finding.example}, but ${finding.takenBy.map(name).join(' and ')} ${finding.takenBy.length === 1 ? 'is' : 'are'} asked before it and ${finding.takenBy.length === 1 ? 'takes' : 'take'} all of them.`,
        fix: 'Change the order of the rules, or remove it.',
        rules: [finding.rule, ...finding.takenBy],
      };
    case 'matches-nothing':
      return {
        severity: 'notice',
        title: 'Matches no group that is known',
        detail: `${name(finding.rule)} matches none of the groups of the roster or the organisation.`,
        fix: 'Check its spelling against the group names; a regular expression tells capital letters apart unless it begins with (?i).',
        rules: [finding.rule],
      };
    case 'overlap':
      return {
        severity: 'notice',
        title: 'The order decides',
        detail: `${name(finding.first)} and ${name(finding.second)} both match ${finding.groups === 0 ? `names such as ${finding.example}` : `${count(finding.groups, 'group')} such as ${finding.example}`}; the first gets ${finding.groups === 1 ? 'it' : 'them'}.`,
        fix: 'Nothing, if that is meant. Else make the patterns differ.',
        rules: [finding.first, finding.second],
      };
    case 'equal-priority':
      return {
        severity: 'warning',
        title: 'Equal priorities, and both match',
        detail: `${name(finding.first)} and ${name(finding.second)} both match ${finding.example}. Which is asked first is not documented; here it is the one that is listed first.`,
        fix: 'Give them different priorities.',
        rules: [finding.first, finding.second],
      };
    case 'type-not-enabled':
      return {
        severity: 'warning',
        title: 'Its target is not enabled',
        detail: `${name(finding.rule)} maps to a ${entityTypeWords[finding.type]}, which is off for this organisation: ${count(finding.groups, 'group')} would stay Pending (A16).`,
        fix: 'Ask support to enable this type, or choose another target.',
        rules: [finding.rule],
      };
    case 'sub-organisation-missing':
      return {
        severity: 'warning',
        title: 'The sub-organisation is not there',
        detail: `${name(finding.rule)} approves by itself, but no sub-organisation is ever created automatically (billing): ${nameList(finding.groups)} would stay Pending.`,
        fix: 'Create the sub-organisation with the same name before the group is pushed.',
        rules: [finding.rule],
      };
    case 'empty-group':
      return {
        severity: 'notice',
        title: 'Nobody is in the group',
        detail: `JumpCloud does not create group ${finding.group} (J11)${finding.rule === null ? '' : `, so ${name(finding.rule)} never fires for it (I5)`}.`,
        fix: 'Put somebody into the group first.',
        rules: finding.rule === null ? [] : [finding.rule],
      };
    case 'near-twins': {
      const { names, differ, sameToVendor } = finding.twins;
      return {
        severity: sameToVendor ? 'error' : 'warning',
        title: sameToVendor ? 'Two groups with one name to the vendor' : 'Names that are easily mixed up',
        detail: `${nameList(names.map((text) => JSON.stringify(text)))} differ in ${differ.join(' and ')} only${sameToVendor ? ': pushing the second is refused with 409, if case does not count (A10)' : ''}.`,
        fix: 'Rename one of them in JumpCloud, or merge them.',
        rules: [],
      };
    }
    case 'hard-name':
      return {
        severity: 'notice',
        title: 'A name that is hard to look up',
        detail: `Group ${finding.group} has a quote or backslash, which must be escaped in filter=displayName eq "…"; not every client does (J8).`,
        fix: 'Rename the group in JumpCloud, or watch its first push.',
        rules: [],
      };
    default:
      return assertNever(finding);
  }
}

const count = (many: number, what: string): string => (many === 1 ? `one ${what}` : `${many} ${what}s`);
