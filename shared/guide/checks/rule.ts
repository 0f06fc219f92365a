import type { CheckContext } from './check-context';
import type { Fix, Severity } from './finding';

/** What a rule saw in a text. Words may quote the text, except those of the token's rules. */
export interface Hit {
  readonly expected: string;
  readonly found: string;
  readonly at?: { readonly index: number; readonly length: number };
}

/** Something that one click repairs. `repair` is called only on texts that were hit, and must change them. */
export interface MechanicalRule {
  readonly kind: 'mechanical';
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly remedy: string;
  readonly source?: string;
  readonly look: (text: string, context: CheckContext) => Hit | null;
  readonly repair: (text: string, context: CheckContext) => string;
}

/** What a judged rule saw; it may say more precisely how bad it is and what to do. */
export interface JudgedHit extends Hit {
  readonly severity?: Severity;
  readonly title?: string;
  readonly remedy?: string;
  readonly fix?: Fix;
}

/** Something that the admin must decide or look up. */
export interface JudgedRule {
  readonly kind: 'judged';
  /** On the text as it is after all mechanical repairs (usual), or as it was typed. */
  readonly on?: 'repaired' | 'typed';
  /** When it hits, nothing else needs to be judged. */
  readonly decisive?: true;
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly remedy: string;
  readonly source?: string;
  readonly look: (text: string, context: CheckContext) => JudgedHit | null;
}

export type Rule = MechanicalRule | JudgedRule;

export const mechanical = (rule: Omit<MechanicalRule, 'kind'>): MechanicalRule => ({ kind: 'mechanical', ...rule });
export const judged = (rule: Omit<JudgedRule, 'kind'>): JudgedRule => ({ kind: 'judged', ...rule });
