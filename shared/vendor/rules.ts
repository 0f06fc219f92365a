import { RE2JS } from 're2js';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { RuleSpec } from './event';

/** A mapping rule ready to run. People's patterns run in linear time (RE2 syntax: no look-around, no back-references). */
export interface Rule {
  readonly spec: RuleSpec;
  readonly matches: (displayName: string) => boolean;
}

/** Prefix without case, regex anywhere in the name unless anchored, match-all (vendor-behaviour.md section 5). */
export function compileRule(spec: RuleSpec): Result<Rule, string> {
  switch (spec.type) {
    case 'prefix': {
      const prefix = spec.pattern.toLowerCase();
      return ok({ spec, matches: (name) => name.toLowerCase().startsWith(prefix) });
    }
    case 'regex': {
      try {
        const pattern = RE2JS.compile(spec.pattern);
        return ok({ spec, matches: (name) => pattern.matcher(name).find() });
      } catch (error) {
        return err(error instanceof Error ? error.message : String(error));
      }
    }
    case 'matchAll':
      return ok({ spec, matches: () => true });
  }
}

/** Highest priority first; equal priorities keep the order in which they were given. */
export const byPriority = (rules: readonly Rule[]): readonly Rule[] => [...rules].sort((a, b) => b.spec.priority - a.spec.priority);

/** First match wins. `rules` as `byPriority` orders them. */
export const matchingRule = (rules: readonly Rule[], displayName: string): Rule | undefined =>
  rules.find((rule) => rule.matches(displayName));

export const sameRule = (a: RuleSpec, b: RuleSpec): boolean =>
  a.type === b.type &&
  a.target === b.target &&
  a.autoApprove === b.autoApprove &&
  a.priority === b.priority &&
  (a.type === 'matchAll' || b.type === 'matchAll' || a.pattern === b.pattern);
