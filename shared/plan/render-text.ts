import type { Plan } from './plan';

export interface TextLayout {
  readonly columns: number;
  readonly colour: boolean;
}

/** The plan for a terminal. */
export function renderText(plan: Plan, layout: TextLayout): string {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(plan.summary)) lines.push(`${key}: ${value}`.slice(0, layout.columns));
  return `${lines.join('\n')}\n`;
}
