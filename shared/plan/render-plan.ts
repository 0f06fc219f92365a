import { assertNever } from '../result';
import type { Plan } from './plan';
import { renderHtml } from './render-html';
import { renderMarkdown } from './render-markdown';
import { renderText, type TextLayout } from './render-text';
import { makeReport } from './report';

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
export function renderPlan(plan: Plan, format: PlanFormat, { organisation, layout = fileLayout }: RenderOptions): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(plan)}\n`;
    case 'text':
      return renderText(makeReport(plan, organisation), layout);
    case 'markdown':
      return renderMarkdown(makeReport(plan, organisation));
    case 'html':
      return renderHtml(makeReport(plan, organisation));
    default:
      return assertNever(format);
  }
}
