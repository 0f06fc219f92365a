import type { Cell, Report, ReportSection } from './report';
import { reportStyle } from './report-style';
import { visibleText } from './visible-text';

/** More rows than a browser shows at ease; the report then says how many were left out. */
const maxRows = 10_000;

/** Some milliseconds of work. */
const rowsAtOnce = 500;

/**
 * The report as one file for somebody who has neither the app nor a terminal: no script, no picture, nothing fetched; headings,
 * table headers and a table of contents for screen readers; light, dark and print. In pieces.
 */
export function* htmlPieces(report: Report): Generator<string, void, void> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(report.title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
<header>
<h1>${escapeHtml(report.title)}</h1>
<p class="lead">${escapeHtml(report.lead)}</p>
${report.stops.map((stop) => `<p class="stop" role="alert"><strong>Stop.</strong> ${escapeHtml(stop)}</p>`).join('\n')}
<dl class="figures">
${report.figures.map(({ label, value, tone }) => `<div class="figure ${tone}"><dt>${escapeHtml(label)}</dt><dd>${value}</dd></div>`).join('\n')}
</dl>
</header>
<nav aria-label="Contents">
<ol>
${report.sections.map(({ id, title, rows }) => `<li><a href="#${id}">${escapeHtml(title)}</a> (${rows.length})</li>`).join('\n')}
</ol>
</nav>
<main id="content">
`;
  for (const section of report.sections) yield* sectionPieces(section);
  yield `</main>
</body>
</html>
`;
}

function* sectionPieces(section: ReportSection): Generator<string, void, void> {
  const { id, title, tone, intro, columns } = section;
  const rows = section.rows.slice(0, maxRows);
  const left = section.rows.length - rows.length;
  yield `<section aria-labelledby="${id}" class="${tone}">
<h2 id="${id}">${escapeHtml(title)} <span class="count">(${section.rows.length})</span></h2>
${intro === null ? '' : `<p>${escapeHtml(intro)}</p>\n`}<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
<table>
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
<tbody>
`;
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    yield `${rows
      .slice(at, at + rowsAtOnce)
      .map(rowHtml)
      .join('\n')}\n`;
  yield `</tbody>
</table>
</div>${left === 0 ? '' : `\n<p>${left} further rows were left out of this file; the JSON plan has all of them.</p>`}
</section>
`;
}

const rowHtml = ([first = '', ...rest]: readonly Cell[]): string =>
  `<tr><th scope="row">${cellHtml(first)}</th>${rest.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`;

function cellHtml(cell: Cell): string {
  if (typeof cell === 'string') return isolated(cell);
  if (cell.length === 1) return isolated(cell[0] ?? '');
  return `<ul>${cell.map((line) => `<li>${isolated(line)}</li>`).join('')}</ul>`;
}

/** Right-to-left names must not turn round what stands beside them. */
const isolated = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string => visibleText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
