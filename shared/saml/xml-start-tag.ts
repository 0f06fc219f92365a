import { findBadReference } from './xml-characters';

export type StartTag =
  | {
      readonly kind: 'tag';
      readonly name: string;
      readonly selfClosing: boolean;
      /** Prefixes declared here with `xmlns:p`. */
      readonly declares: readonly string[];
      /** Prefixes the element and its attributes use. */
      readonly uses: readonly string[];
      /** Offset after `>`. */
      readonly end: number;
    }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'entity'; readonly name: string; readonly offset: number }
  | {
      readonly kind: 'malformed';
      readonly expected: string;
      readonly found: string;
      readonly offset: number;
    };

/** NCName without the exotic ranges: SAML's own names are ASCII, and attribute names chosen by people live in values. */
const NAME = /(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*/y;
const SPACE = /[ \t\r\n]*/y;

/** Reads the start tag at `offset` (which holds `<`). Linear in the tag's length. */
export function readStartTag(text: string, offset: number, maxAttributes: number): StartTag {
  const name = matchAt(NAME, text, offset + 1);
  if (name === '') return malformed('the name of an element', text, offset + 1);
  const declares: string[] = [];
  const uses = new Set<string>();
  const attributes = new Set<string>();
  notePrefix(name, uses);
  let position = offset + 1 + name.length;
  for (;;) {
    const space = matchAt(SPACE, text, position);
    position += space.length;
    if (text[position] === '>')
      return {
        kind: 'tag',
        name,
        selfClosing: false,
        declares,
        uses: [...uses],
        end: position + 1,
      };
    if (text.startsWith('/>', position))
      return {
        kind: 'tag',
        name,
        selfClosing: true,
        declares,
        uses: [...uses],
        end: position + 2,
      };
    if (space === '') return malformed('a space, ">" or "/>"', text, position);
    const attribute = matchAt(NAME, text, position);
    if (attribute === '') return malformed('the name of an attribute', text, position);
    if (attributes.has(attribute))
      return {
        kind: 'malformed',
        expected: 'each attribute once',
        found: `a second "${attribute}"`,
        offset: position,
      };
    // Reserved (XML 1.0 section 2.3), and taken for a declaration by canonicalisers that look at the first five letters: it would be
    // left out of what the signature covers.
    if (/^xmlns/i.test(attribute) && declaredPrefix(attribute) === null)
      return malformed('a name that XML does not reserve', text, position);
    attributes.add(attribute);
    if (attributes.size > maxAttributes) return { kind: 'too-many' };
    position += attribute.length;
    position += matchAt(SPACE, text, position).length;
    if (text[position] !== '=') return malformed('"=" after the name of an attribute', text, position);
    position += 1;
    position += matchAt(SPACE, text, position).length;
    const quote = text[position];
    if (quote !== '"' && quote !== "'") return malformed('a quoted value', text, position);
    const end = text.indexOf(quote, position + 1);
    if (end === -1) return malformed('a closing quote', text, text.length);
    const value = text.slice(position + 1, end);
    if (value.includes('<')) return malformed('a value without "<"', text, position + 1 + value.indexOf('<'));
    const bad = findBadReference(value);
    if (bad)
      return {
        kind: 'entity',
        name: bad.name,
        offset: position + 1 + bad.index,
      };
    const declared = declaredPrefix(attribute);
    if (declared === null) notePrefix(attribute, uses);
    else if (declared === 'xml' || declared === 'xmlns' || (value === '' && declared !== ''))
      return malformed('a prefix that may be declared', text, position);
    else if (declared !== '') declares.push(declared);
    position = end + 1;
  }
}

function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? '';
}

/** The prefix that `xmlns:p` declares, '' for a default namespace, null for an ordinary attribute. */
function declaredPrefix(attribute: string): string | null {
  if (attribute === 'xmlns') return '';
  return attribute.startsWith('xmlns:') ? attribute.slice(6) : null;
}

function notePrefix(name: string, uses: Set<string>): void {
  const colon = name.indexOf(':');
  if (colon > 0) uses.add(name.slice(0, colon));
}

function malformed(expected: string, text: string, offset: number): StartTag {
  const found = offset >= text.length ? 'the end of the text' : JSON.stringify(text.slice(offset, offset + 12));
  return { kind: 'malformed', expected, found, offset };
}
