const longest = 60;

/** A value of a file as an error shows it: quoted, and cut where it is long. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(cut(value));
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** Whole characters only: half a surrogate pair would be a character of its own. */
const cut = (text: string): string => (text.length > longest ? `${[...text.slice(0, longest + 1)].slice(0, -1).join('')}…` : text);

/** `organisation.rules[2].pattern`; a field's name that is a book is cut. */
export function jsonPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$]{0,99}$/.test(String(part))) text += text === '' ? String(part) : `.${String(part)}`;
    else text += `[${shownValue(String(part))}]`;
  }
  return text;
}
