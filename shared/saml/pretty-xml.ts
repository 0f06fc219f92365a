/**
 * XML with one element a line, for reading only: white space between elements is ours, so the result must never be checked in
 * place of the text. Works on text that a parser refuses too, which is why it does not parse: tags are told apart from text and
 * nothing else. Linear in the length.
 */
export function prettyXml(xml: string): string {
  const parts = [...splitTags(xml)].map((part) => (part.startsWith('<') ? part : part.trim())).filter((part) => part !== '');
  const lines: string[] = [];
  let depth = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (closes(part)) depth = Math.max(0, depth - 1);
    const leaf = leafAt(parts, at);
    lines.push('  '.repeat(Math.min(depth, deepest)) + leaf.join(''));
    if (leaf.length > 1) at += leaf.length - 1;
    else if (opens(part)) depth += 1;
  }
  return lines.join('\n');
}

/** `<a>`, `text`, `</a>` and `<a>`, `</a>` stand on one line; anything else on a line of its own. */
function leafAt(parts: readonly string[], at: number): readonly string[] {
  const [open = '', second = '', third = ''] = parts.slice(at, at + 3);
  if (!opens(open)) return [open];
  if (closes(second)) return [open, second];
  return second !== '' && !second.startsWith('<') && closes(third) ? [open, second, third] : [open];
}

/** Beyond this nothing is indented further: a hostile file must not make the text explode. */
const deepest = 40;

const closes = (part: string): boolean => part.startsWith('</');
const opens = (part: string): boolean => /^<[^/?!]/.test(part) && !part.endsWith('/>');

/** Tags and the texts between them; a `>` inside a quoted attribute does not end a tag. */
function* splitTags(xml: string): Generator<string> {
  let at = 0;
  while (at < xml.length) {
    if (xml[at] === '<') {
      const end = endOfTag(xml, at);
      yield xml.slice(at, end);
      at = end;
    } else {
      const next = xml.indexOf('<', at);
      yield xml.slice(at, next === -1 ? xml.length : next);
      at = next === -1 ? xml.length : next;
    }
  }
}

function endOfTag(xml: string, start: number): number {
  if (xml.startsWith('<!--', start)) return past(xml, '-->', start);
  if (xml.startsWith('<![CDATA[', start)) return past(xml, ']]>', start);
  let quote = '';
  for (let at = start; at < xml.length; at += 1) {
    const character = xml[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return xml.length;
}

function past(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? xml.length : at + mark.length;
}
