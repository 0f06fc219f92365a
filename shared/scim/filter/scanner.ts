import type { AttributePath, FilterValue } from './filter';

/** What is wrong with a filter or path, and at which character (from 0). */
export class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** Longer filters than any client sends are refused before they are read. */
export const maximumFilterLength = 8192;
/** Parentheses, `not` and brackets within each other. */
export const maximumFilterDepth = 24;

const isNameStart = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 36;
const isNamePart = (code: number): boolean =>
  isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 95 || code === 46 || code === 58;

/** Walks over the text of a filter or path once, from left to right: linear in its length. */
export class Scanner {
  at = 0;
  depth = 0;

  constructor(readonly text: string) {}

  fail(message: string, at = this.at): never {
    throw new SyntaxFault(message, at);
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  skipSpaces(): void {
    while (this.at < this.text.length && (this.text.charCodeAt(this.at) === 32 || this.text.charCodeAt(this.at) === 9)) this.at += 1;
  }

  /** What stands here, for an error: the next word, or the end. */
  here(): string {
    if (this.done) return 'the end';
    const word = this.text.slice(this.at, this.at + 24).split(/\s/)[0] ?? '';
    return JSON.stringify(word === '' ? this.text.slice(this.at, this.at + 1) : word);
  }

  take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** Letters up to the next character that no keyword has; not consumed. */
  peekWord(): string {
    let end = this.at;
    while (end < this.text.length && isNameStart(this.text.charCodeAt(end))) end += 1;
    return this.text.slice(this.at, end).toLowerCase();
  }

  enter(): void {
    this.depth += 1;
    if (this.depth > maximumFilterDepth) this.fail(`expected at most ${maximumFilterDepth} levels of grouping, found more`);
  }

  leave(): void {
    this.depth -= 1;
  }

  /** `attrPath = [URI ":"] ATTRNAME *1subAttr` (RFC 7644 figure 1). */
  attributePath(): AttributePath {
    const start = this.at;
    if (this.done || !isNameStart(this.text.charCodeAt(start))) this.fail(`expected an attribute name, found ${this.here()}`);
    while (this.at < this.text.length && isNamePart(this.text.charCodeAt(this.at))) this.at += 1;
    return readAttributePath(this.text.slice(start, this.at), start);
  }

  /** `compValue = false / null / true / number / string`, as in JSON (RFC 7159). */
  value(): FilterValue {
    const start = this.at;
    if (this.text[start] === '"') return this.string();
    while (this.at < this.text.length && !' \t)]'.includes(this.text[this.at] as string)) this.at += 1;
    const word = this.text.slice(start, this.at);
    const keyword = keywords.get(word.toLowerCase());
    if (keyword !== undefined) return keyword;
    if (/^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?$/.test(word)) return Number(word);
    this.at = start;
    return this.fail(`expected a value in double quotes, a number, true, false or null, found ${this.here()}`);
  }

  private string(): string {
    const start = this.at;
    let end = start + 1;
    let plain = true;
    for (let code = this.text.charCodeAt(end); end < this.text.length && code !== 34; code = this.text.charCodeAt(end)) {
      plain &&= code !== 92 && code >= 32;
      end += code === 92 ? 2 : 1;
    }
    if (end >= this.text.length) this.fail('expected a closing double quote, found the end', start);
    this.at = end + 1;
    if (plain) return this.text.slice(start + 1, end);
    try {
      return JSON.parse(this.text.slice(start, end + 1)) as string;
    } catch {
      return this.fail(
        'expected a string as JSON writes it (a backslash before " and \\), found another escape or control character',
        start,
      );
    }
  }
}

const keywords: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** The URN ends at the last colon; a dot after it starts the sub-attribute. */
export function readAttributePath(text: string, at = 0): AttributePath {
  if (text !== '' && !text.includes(':') && !text.includes('.')) return { text, urn: null, name: text, sub: null };
  const colon = text.lastIndexOf(':');
  const urn = colon === -1 ? null : text.slice(0, colon);
  const [name = '', sub, ...more] = text.slice(colon + 1).split('.');
  if (name === '' || sub === '' || more.length > 0)
    throw new SyntaxFault(`expected an attribute such as userName or name.familyName, found ${JSON.stringify(text.slice(0, 80))}`, at);
  return { text, urn, name, sub: sub ?? null };
}
