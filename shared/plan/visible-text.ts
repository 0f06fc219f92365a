/**
 * Names come from strangers: control characters could move a terminal's cursor, and bidirectional overrides could make one name look
 * like another. Both are shown as what they are.
 */
export const visibleText = (text: string): string =>
  text.replace(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

// Controls, line separators, formatting characters such as bidirectional overrides, and lone surrogates; joiners are part of words.
const invisible = /\p{Cc}|[\u2028\u2029]|(?![\u200c\u200d])\p{Cf}|\p{Surrogate}/gu;

/** How many columns of a terminal a text takes: wide East Asian characters and emoji two, combining marks none. */
export function displayWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** What nearly every text is: one column a character. */
const narrow = /^[\x20-\x7e]*$/;
const zeroWidth = /^(\p{Mark}|\u200c|\u200d)$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Breaks at spaces so that no line is wider than `columns`; a longer word is cut. */
export function wrapText(text: string, columns: number): readonly string[] {
  const limit = Math.max(8, columns);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.split(' ')) {
    let rest = word;
    const width = displayWidth(rest);
    if (used > 0 && used + 1 + width > limit) flush();
    else if (used > 0) {
      line += ' ';
      used += 1;
    }
    for (;;) {
      const [head, tail] = cutAt(rest, limit - used);
      line += head;
      used += displayWidth(head);
      if (tail === '') break;
      flush();
      rest = tail;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function cutAt(text: string, columns: number): readonly [string, string] {
  if (text.length <= columns && narrow.test(text)) return [text, ''];
  let used = 0;
  let at = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > columns && at > 0) return [text.slice(0, at), text.slice(at)];
    at += character.length;
  }
  return [text, ''];
}
