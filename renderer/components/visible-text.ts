/** Characters that hide in pasted values, with what to show in their place. */
const unseen: Readonly<Record<string, string>> = {
  ' ': '·',
  '\u00a0': '⍽',
  '\u00ad': '[soft hyphen]',
  '\u200b': '[zero-width space]',
  '\u200c': '[zero-width non-joiner]',
  '\u200d': '[zero-width joiner]',
  '\u200e': '[left-to-right mark]',
  '\u200f': '[right-to-left mark]',
  '\u2060': '[word joiner]',
  '\ufeff': '[byte order mark]',
  '\t': '⇥',
  '\n': '↵',
  '\r': '␍',
};

/** The text with its invisible characters made visible, one entry a code point. */
export function visibleText(text: string): string {
  return Array.from(text, (character) => unseen[character] ?? character).join('');
}
