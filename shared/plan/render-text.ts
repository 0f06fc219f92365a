import type { Cell, Figure, Report, ReportSection } from './report';
import { displayWidth, visibleText, wrapText } from './visible-text';

export interface TextLayout {
  readonly columns: number;
  readonly colour: boolean;
  /** At most so many rows of each section; null for all. */
  readonly maxRows: number | null;
}

/** Lists inside one cell are cut here when rows are cut. */
const maxListed = 8;

/** Some milliseconds of work. */
const linesAtOnce = 500;

/** The report for a terminal: no line is wider than `columns`. In pieces of whole lines. */
export function* textPieces(report: Report, layout: TextLayout): Generator<string, void, void> {
  const paint = painter(layout.colour);
  let lines: string[] = [];
  const say = (text: string, indent: number, style: Style = 'plain'): void => {
    for (const line of wrapText(visibleText(text), layout.columns - indent)) lines.push(`${' '.repeat(indent)}${paint(line, style)}`);
  };
  say(report.title, 0, 'bold');
  say(report.lead, 0);
  for (const stop of report.stops) say(`STOP  ${stop}`, 0, 'red');
  lines.push('');
  const width = Math.max(...report.figures.map((figure) => String(figure.value).length));
  for (const figure of report.figures) lines.push(paint(`${String(figure.value).padStart(width)}  ${figure.label}`, figureStyle(figure)));
  for (const section of report.sections) {
    lines.push('');
    say(`${section.title} (${section.rows.length})`, 0, sectionStyle(section));
    if (section.intro !== null) say(section.intro, 0, 'dim');
    const rows = layout.maxRows === null ? section.rows : section.rows.slice(0, layout.maxRows);
    for (const row of rows) {
      setRow(section, row, layout, say);
      if (lines.length < linesAtOnce) continue;
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
    if (rows.length < section.rows.length) say(`… and ${section.rows.length - rows.length} more; --format json has all of them`, 2, 'dim');
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

function setRow(
  section: ReportSection,
  row: readonly Cell[],
  layout: TextLayout,
  say: (text: string, indent: number, style?: Style) => void,
): void {
  const cells = row.map((cell) => listOf(cell, layout.maxRows === null ? null : maxListed));
  const flat = cells.every((cell) => cell.length <= 1) ? cells.map((cell) => cell[0] ?? '').join('  ') : null;
  if (flat !== null && displayWidth(flat) <= layout.columns - 2) {
    say(flat, 2);
    return;
  }
  const [first = [], ...rest] = cells;
  for (const line of first) say(line, 2);
  rest.forEach((cell, at) => {
    const label = section.columns[at + 1] ?? '';
    if (cell.length === 1) say(`${label}: ${cell[0]}`, 4);
    else if (cell.length > 1) {
      say(`${label}:`, 4);
      for (const line of cell) say(line, 6);
    }
  });
}

function listOf(cell: Cell, limit: number | null): readonly string[] {
  if (typeof cell === 'string') return [cell];
  return limit === null || cell.length <= limit ? cell : [...cell.slice(0, limit), `… and ${cell.length - limit} more`];
}

type Style = 'plain' | 'bold' | 'dim' | 'red' | 'yellow';

const codes = { plain: '', bold: '\u001b[1m', dim: '\u001b[2m', red: '\u001b[1;31m', yellow: '\u001b[33m' } as const satisfies Record<
  Style,
  string
>;

const painter =
  (colour: boolean) =>
  (text: string, style: Style): string =>
    !colour || style === 'plain' ? text : `${codes[style]}${text}\u001b[0m`;

const figureStyle = ({ tone }: Figure): Style => (tone === 'danger' ? 'red' : tone === 'caution' ? 'yellow' : 'plain');

const sectionStyle = ({ tone }: ReportSection): Style =>
  tone === 'stop' || tone === 'danger' ? 'red' : tone === 'caution' ? 'yellow' : 'bold';
