import { displayWidth, visibleText } from '../../shared/plan/visible-text';

/** What a terminal has at least. */
const columns = 80;

/**
 * One entry of a printed report: `lead` before the first line, the others under its end. Words are not broken, so that an address can be
 * copied, and nothing that a file or a peer said moves the cursor.
 */
export function hanging(lead: string, text: string): string {
  const indent = displayWidth(lead);
  const lines: string[] = [];
  let line: string | null = null;
  for (const word of visibleText(text).split(' ')) {
    const longer: string = line === null ? word : `${line} ${word}`;
    if (line !== null && indent + displayWidth(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return `${lead}${[...lines, line ?? ''].join(`\n${' '.repeat(indent)}`)}`;
}
