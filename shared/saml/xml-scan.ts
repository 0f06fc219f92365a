import { err, ok, type Result } from '../result';
import { otherTextOf } from './other-file';
import { findBadReference, findForbiddenCharacter } from './xml-characters';
import type { Place, XmlLimits, XmlRefusal } from './xml-refusal';
import { readStartTag } from './xml-start-tag';

/** What one pass over the text established. A scanned text is well-formed, has no DTD and stays within the limits. */
export interface XmlFacts {
  readonly elements: number;
  readonly depth: number;
  readonly comments: number;
  readonly declaredEncoding: string | null;
}

/**
 * One linear pass that decides whether a parser may see the text: well-formed (XML 1.0), prefixes declared (Namespaces in XML 1.0),
 * no DTD, no entity but XML's five, no processing instruction, bounded depth and count. It builds nothing, so its memory is the open
 * elements only. Parsers repair broken XML silently, and two repairs that differ are how signatures are wrapped.
 */
export function scanXml(text: string, limits: XmlLimits): Result<XmlFacts, XmlRefusal> {
  if (text.length > limits.maxLength)
    return err({
      kind: 'too-large',
      length: text.length,
      max: limits.maxLength,
    });
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = firstVisible(text, start);
  if (first === -1) return err({ kind: 'empty' });
  const page = htmlPage(text, first);
  if (page) return err(page);
  if (text[first] !== '<') {
    const start = text.slice(first, first + 24);
    const file = otherTextOf(start);
    return err(file === null ? { kind: 'not-xml', start } : { kind: 'other-file', file });
  }
  const forbidden = findForbiddenCharacter(text);
  if (forbidden !== null) {
    const code = text.charCodeAt(forbidden).toString(16).toUpperCase().padStart(4, '0');
    return err({
      kind: 'malformed',
      expected: 'characters that XML allows',
      found: `U+${code}`,
      at: placeOf(text, forbidden),
    });
  }
  return scanMarkup(text, start, limits);
}

interface OpenElement {
  readonly name: string;
  /** Prefixes this element declares; `null` for most. */
  readonly prefixes: readonly string[] | null;
}

function scanMarkup(text: string, start: number, limits: XmlLimits): Result<XmlFacts, XmlRefusal> {
  const open: OpenElement[] = [];
  const prefixes = new Map<string, number>([['xml', 1]]);
  let elements = 0;
  let depth = 0;
  let comments = 0;
  let rootClosed = false;
  let declaredEncoding: string | null = null;
  let position = start;
  const malformed = (expected: string, found: string, offset: number) =>
    err<XmlRefusal>({
      kind: 'malformed',
      expected,
      found,
      at: placeOf(text, offset),
    });

  if (text.startsWith('<?xml', position) && /\s/.test(text[position + 5] ?? '')) {
    const end = text.indexOf('?>', position);
    if (end === -1) return malformed('"?>" at the end of the XML declaration', 'the end of the text', position);
    const declaration =
      /^<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"([\w.-]+)"|'([\w.-]+)'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$/.exec(
        text.slice(position, Math.min(end + 2, position + 200)),
      );
    if (!declaration) return malformed('an XML 1.0 declaration', 'another one', position);
    declaredEncoding = declaration[1] ?? declaration[2] ?? null;
    position = end + 2;
  }

  while (position < text.length) {
    const next = text.indexOf('<', position);
    const textEnd = next === -1 ? text.length : next;
    if (textEnd > position) {
      const run = text.slice(position, textEnd);
      if (open.length === 0 && run.trim() !== '')
        return malformed('nothing outside the root element', `"${run.trim().slice(0, 20)}"`, position);
      const bad = findBadReference(run);
      if (bad)
        return err({
          kind: 'entity',
          name: bad.name,
          at: placeOf(text, position + bad.index),
        });
      if (run.includes(']]>')) return malformed('text without "]]>"', '"]]>"', position + run.indexOf(']]>'));
    }
    if (next === -1) break;
    position = next;

    if (text.startsWith('<!--', position)) {
      const end = text.indexOf('--', position + 4);
      if (end === -1 || text[end + 2] !== '>') return malformed('a comment closed by "-->"', 'none', position);
      comments += 1;
      position = end + 3;
    } else if (text.startsWith('<![CDATA[', position)) {
      const end = text.indexOf(']]>', position + 9);
      if (open.length === 0 || end === -1) return malformed('a CDATA section inside an element, closed by "]]>"', 'another one', position);
      position = end + 3;
    } else if (text.startsWith('<!', position)) {
      if (/^<!doctype/i.test(text.slice(position, position + 9))) return err({ kind: 'doctype', at: placeOf(text, position) });
      return malformed('an element', `"${text.slice(position, position + 12)}"`, position);
    } else if (text.startsWith('<?', position)) {
      return err({
        kind: 'processing-instruction',
        at: placeOf(text, position),
      });
    } else if (text.startsWith('</', position)) {
      const end = text.indexOf('>', position);
      const name = end === -1 ? '' : text.slice(position + 2, end).trimEnd();
      const element = open.pop();
      if (!element || element.name !== name)
        return malformed(element ? `</${element.name}>` : 'no closing tag', `"</${name.slice(0, 60)}"`, position);
      for (const prefix of element.prefixes ?? []) prefixes.set(prefix, (prefixes.get(prefix) ?? 1) - 1);
      if (open.length === 0) rootClosed = true;
      position = end + 1;
    } else {
      if (rootClosed) return malformed('one root element', 'a second one', position);
      const read = readStartTag(text, position, limits.maxAttributesOfElement);
      if (read.kind === 'too-many')
        return err({
          kind: 'too-many-attributes',
          max: limits.maxAttributesOfElement,
          at: placeOf(text, position),
        });
      if (read.kind === 'entity')
        return err({
          kind: 'entity',
          name: read.name,
          at: placeOf(text, read.offset),
        });
      if (read.kind === 'malformed') return malformed(read.expected, read.found, read.offset);
      elements += 1;
      if (elements > limits.maxElements) return err({ kind: 'too-many-elements', max: limits.maxElements });
      if (open.length + 1 > limits.maxDepth)
        return err({
          kind: 'too-deep',
          max: limits.maxDepth,
          at: placeOf(text, position),
        });
      depth = Math.max(depth, open.length + 1);
      for (const prefix of read.declares) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
      const undeclared = read.uses.find((prefix) => (prefixes.get(prefix) ?? 0) === 0);
      if (undeclared !== undefined) return malformed(`a declaration of the prefix "${undeclared}"`, 'none', position);
      if (read.selfClosing) {
        for (const prefix of read.declares) prefixes.set(prefix, (prefixes.get(prefix) ?? 1) - 1);
        if (open.length === 0) rootClosed = true;
      } else
        open.push({
          name: read.name,
          prefixes: read.declares.length > 0 ? read.declares : null,
        });
      position = read.end;
    }
  }
  const unclosed = open[open.length - 1];
  if (unclosed) return malformed(`</${unclosed.name}>`, 'the end of the text', text.length);
  if (!rootClosed) return malformed('a root element', 'the end of the text', text.length);
  return ok({ elements, depth, comments, declaredEncoding });
}

function firstVisible(text: string, start: number): number {
  for (let index = start; index < text.length; index += 1) {
    if (!/\s/.test(text[index] ?? '')) return index;
  }
  return -1;
}

/** A page instead of XML: JumpCloud's answer for a stale metadata URL (seen: BookStackApp/BookStack#2838). */
function htmlPage(text: string, first: number): XmlRefusal | null {
  const head = text.slice(first, first + 4096);
  if (!/^(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html[\s>])/i.test(head)) return null;
  const title = /<title[^>]*>([^<]{1,80})/i.exec(head)?.[1]?.trim() ?? null;
  return { kind: 'html-page', title };
}

function placeOf(text: string, offset: number): Place {
  let line = 1;
  let lineStart = 0;
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) {
    line += 1;
    lineStart = index + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
