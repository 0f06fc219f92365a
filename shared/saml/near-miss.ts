/** In what small way two values differ; most mismatches reported in the field are one of these (jumpcloud-behaviour section 4). */
export type NearMiss = 'case' | 'trailing-slash' | 'white-space' | 'scheme' | 'none';

export function nearMiss(expected: string, found: string): NearMiss {
  if (expected === found) return 'none';
  if (expected.trim() === found.trim()) return 'white-space';
  if (expected.toLowerCase() === found.toLowerCase()) return 'case';
  if (expected.replace(/\/+$/, '') === found.replace(/\/+$/, '')) return 'trailing-slash';
  if (expected.replace(/^https?:/, '') === found.replace(/^https?:/, '')) return 'scheme';
  return 'none';
}

const WORDS: Readonly<Record<NearMiss, string>> = {
  case: ' (differs only in upper and lower case)',
  'trailing-slash': ' (differs only in a slash at the end)',
  'white-space': ' (differs only in white space)',
  scheme: ' (differs only in http and https)',
  none: '',
};

/** The found value, with the small difference named. */
export function describeFound(expected: string, found: string): string {
  return `${found}${WORDS[nearMiss(expected, found)]}`;
}
