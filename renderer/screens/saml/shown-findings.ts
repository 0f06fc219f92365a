import type { Finding } from '../../../shared/saml/finding';
import type { Tone } from '../../components/tone';

export const findingTone: Readonly<Record<Finding['severity'], Tone>> = { error: 'fail', warning: 'warn' };

/** Worst first; the order of findings of one severity stays. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] => [
  ...findings.filter((finding) => finding.severity === 'error'),
  ...findings.filter((finding) => finding.severity === 'warning'),
];
