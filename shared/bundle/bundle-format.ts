import { z } from 'zod';
import type { Plan } from '../plan/plan';
import type { ScenarioFile } from './redact-scenario';

/** A support bundle: what happened, without people's names, and the plan that came of it. Another machine must find the same plan. */
export const bundleFormat = 'scim-preflight/bundle@1';

/** One request of the embedded server's journal as a bundle carries it: enough to see what was asked and answered. */
export const bundleExchangeSchema = z.strictObject({
  at: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number().int(),
  durationMs: z.number(),
  request: z.string().nullable(),
  response: z.string().nullable(),
});
export type BundleExchange = z.output<typeof bundleExchangeSchema>;

/** Scenario and plan are read by whom they belong to. */
export const bundleSchema = z.strictObject({
  format: z.literal(bundleFormat),
  madeBy: z.strictObject({ app: z.string(), version: z.string() }),
  redacted: z.literal(true),
  scenario: z.unknown(),
  plan: z.unknown(),
  exchanges: z.array(bundleExchangeSchema),
});

export interface Bundle {
  readonly format: typeof bundleFormat;
  readonly madeBy: { readonly app: string; readonly version: string };
  readonly redacted: true;
  readonly scenario: ScenarioFile;
  readonly plan: Plan;
  readonly exchanges: readonly BundleExchange[];
}

/** The file, byte for byte the same whoever writes it. */
export const bundleText = (bundle: Bundle): string => `${JSON.stringify(bundle)}\n`;
