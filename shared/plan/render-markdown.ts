import type { Cell, Report } from './report';
import { visibleText } from './visible-text';

/** The report as GitHub-flavoured Markdown: headings and tables, names escaped. In pieces of whole lines. */
export function* markdownPieces(report: Report): Generator<string, void, void> {
  let lines = [`# ${escapeText(report.title)}`, '', escapeText(report.lead)];
  for (const stop of report.stops) lines.push('', `> **Stop.** ${escapeText(stop)}`);
  lines.push('', '| What | How many |', '| --- | ---: |');
  for (const { label, value } of report.figures) lines.push(`| ${escapeText(label)} | ${value} |`);
  for (const section of report.sections) {
    lines.push('', `## ${escapeText(section.title)} (${section.rows.length})`, '');
    if (section.intro !== null) lines.push(escapeText(section.intro), '');
    lines.push(tableRow(section.columns), tableRow(section.columns.map(() => '---')));
    for (const row of section.rows) {
      lines.push(tableRow(row.map(cellText)));
      if (lines.length < linesAtOnce) continue;
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

/** A person's row takes some ten microseconds. */
const linesAtOnce = 500;

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const cellText = (cell: Cell): string => (typeof cell === 'string' ? escapeText(cell) : cell.map(escapeText).join('<br>'));

/** Everything that Markdown or HTML inside it could read as mark-up; addresses become no links and @names no mentions. */
const escapeText = (text: string): string =>
  visibleText(text)
    .replace(/[\\`*_{}[\]()#+!|~^$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/(^|[^\w.])@/g, '$1&#64;')
    .replace(/:\/\//g, '&#58;//');
