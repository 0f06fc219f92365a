import { assertNever } from '../result';
import { inOneGo, telling } from '../steps';
import { type BuildOptions, buildPlanSteps, planJson } from './build-plan';
import type { Plan } from './plan';
import type { Planned } from './planned';
import { htmlPieces } from './render-html';
import { markdownPieces } from './render-markdown';
import { type TextLayout, textPieces } from './render-text';
import { makeReportSteps, type Report } from './report';

export const planFormats = ['text', 'json', 'markdown', 'html'] as const;
export type PlanFormat = (typeof planFormats)[number];

export const isPlanFormat = (text: string): text is PlanFormat => (planFormats as readonly string[]).includes(text);

export interface RenderOptions {
  /** Whose plan it is, for the title. */
  readonly organisation: string | null;
  readonly layout?: TextLayout;
}

/** For a file: wide enough to read, no colour, every row. */
const fileLayout: TextLayout = { columns: 80, colour: false, maxRows: null };

/** One plan, four faces; each ends in a line break. The same plan and options give the same bytes. */
export function renderPlan(plan: Plan, format: PlanFormat, options: RenderOptions): string {
  return format === 'json'
    ? `${JSON.stringify(plan)}\n`
    : [...reportPieces(inOneGo(makeReportSteps(plan, options.organisation)), format, options)].join('');
}

/** The same bytes from what was planned, piece by piece in steps of some milliseconds; an empty piece is a step that has written nothing. */
export function* planPieces(
  planned: Planned,
  format: PlanFormat,
  { all = false, ...options }: RenderOptions & BuildOptions,
): Generator<string, void, void> {
  if (format === 'json') return yield* planJson(planned, { all });
  const plan = yield* telling(buildPlanSteps(planned, { all }), '');
  yield* reportPieces(yield* telling(makeReportSteps(plan, options.organisation), ''), format, options);
}

function reportPieces(report: Report, format: Exclude<PlanFormat, 'json'>, { layout = fileLayout }: RenderOptions): Iterable<string> {
  switch (format) {
    case 'text':
      return textPieces(report, layout);
    case 'markdown':
      return markdownPieces(report);
    case 'html':
      return htmlPieces(report);
    default:
      return assertNever(format);
  }
}
