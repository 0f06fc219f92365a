import { assertNever } from '../result';
import type { Plan } from './plan';
import { renderText, type TextLayout } from './render-text';

export const planFormats = ['text', 'json'] as const;
export type PlanFormat = (typeof planFormats)[number];

export const isPlanFormat = (text: string): text is PlanFormat => (planFormats as readonly string[]).includes(text);

/** One plan, several faces; each ends in a line break. The same plan and layout give the same bytes. */
export function renderPlan(plan: Plan, format: PlanFormat, layout: TextLayout): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(plan)}\n`;
    case 'text':
      return renderText(plan, layout);
    default:
      return assertNever(format);
  }
}
