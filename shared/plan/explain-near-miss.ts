import { assertNever } from '../result';
import { ruleText } from './explain-rule';
import type { RuleTrial } from './group-explanation';
import type { NearMiss } from './near-miss';

/** "would match if …": how near a rule came, in words. */
export function explainNearMiss(miss: NearMiss): string {
  switch (miss.kind) {
    case 'case':
      return 'would match if capital letters did not count: put (?i) before the pattern';
    case 'spaces':
      return 'would match without white space or invisible characters in the name';
    case 'separator':
      return `would match with ${shown(miss.wanted)} where the name has ${shown(miss.found)}`;
    case 'position':
      return 'its text is in the name, but not where the pattern wants it';
    case 'spelling':
      return `the name begins with "${miss.found}": ${miss.edits === 1 ? 'one letter differs' : `${miss.edits} letters differ`}`;
    default:
      return assertNever(miss);
  }
}

const shown = (text: string): string => (text === ' ' ? 'a space' : `"${text}"`);

export function explainTrial(trial: RuleTrial): string {
  switch (trial.kind) {
    case 'fires':
      return `${ruleText(trial.rule)} matches first`;
    case 'lost':
      return `${ruleText(trial.rule)} matches too, but ${ruleText(trial.to)} is asked before it`;
    case 'no-match':
      return trial.nearMiss === null
        ? `${ruleText(trial.rule)} does not match`
        : `${ruleText(trial.rule)} does not match; ${explainNearMiss(trial.nearMiss)}`;
    default:
      return assertNever(trial);
  }
}
