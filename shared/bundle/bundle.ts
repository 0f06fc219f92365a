import { z } from 'zod';
import type { AppError } from '../app-error';
import { buildPlan } from '../plan/build-plan';
import type { Plan } from '../plan/plan';
import { planSteps } from '../plan/planned';
import { err, ok, type Result } from '../result';
import { loadOrganisation } from '../vendor/load-organisation';
import { checkScenario, parseJson, type Scenario } from '../vendor/scenario';
import { type JsonDifference, jsonDifferences } from './json-differences';
import { createPseudonyms } from './pseudonyms';
import { redactBody } from './redact-body';
import { redactScenario, type ScenarioFile } from './redact-scenario';

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

const bundleSchema = z.strictObject({
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

/** The plan of a scenario, everybody listed: a bundle must show those who do not change as well. */
export function planOf(scenario: Pick<Scenario, 'organisation' | 'assumptions' | 'events'>): Result<Plan, AppError> {
  const organisation = loadOrganisation(scenario.organisation, scenario.assumptions);
  if (!organisation.ok) return organisation;
  const steps = planSteps({ baseline: organisation.value, events: scenario.events });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return ok(buildPlan(step.value, { all: true }));
  }
}

export interface BundleInput {
  readonly scenario: Scenario;
  readonly exchanges: readonly BundleExchange[];
  readonly version: string;
}

/** Redacts first and plans afterwards, so that nothing of the plan can tell what the scenario does not. */
export function makeBundle({ scenario, exchanges, version }: BundleInput): Result<Bundle, AppError> {
  const pseudonyms = createPseudonyms();
  const redacted = redactScenario(scenario, pseudonyms);
  const plan = planOf({ ...scenario, organisation: redacted.organisation, events: redacted.events });
  if (!plan.ok) return plan;
  return ok({
    format: bundleFormat,
    madeBy: { app: 'SCIM Preflight', version },
    redacted: true,
    scenario: redacted,
    plan: plan.value,
    exchanges: exchanges.map((exchange) => ({
      ...exchange,
      path: pseudonyms.text(exchange.path),
      request: exchange.request === null ? null : redactBody(exchange.request, pseudonyms),
      response: exchange.response === null ? null : redactBody(exchange.response, pseudonyms),
    })),
  });
}

/** As `replay --json` prints it (formats.md section 4). */
export interface Replay {
  readonly identical: boolean;
  readonly differences: readonly JsonDifference[];
}

/** Plays a bundle back and compares the plan found now with the one it carries, byte for byte. */
export function replayBundle(text: string): Result<Replay, AppError> {
  const json = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (!json.ok) return json;
  const format = typeof json.value === 'object' && json.value !== null && 'format' in json.value ? json.value.format : undefined;
  if (format !== bundleFormat)
    return err({
      code: 'unknown-format',
      path: 'format',
      message: `expected "${bundleFormat}", found ${format === undefined ? 'no format field' : JSON.stringify(format)}`,
      fix: 'Open a support bundle of this version.',
    });
  const parsed = bundleSchema.safeParse(json.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err({ code: 'invalid-field', path: issue?.path.join('.') ?? '', message: issue?.message ?? 'not a bundle' });
  }
  const scenario = checkScenario(parsed.data.scenario);
  if (!scenario.ok)
    return err({ ...scenario.error, path: `scenario${scenario.error.path === undefined ? '' : `.${scenario.error.path}`}` });
  const plan = planOf(scenario.value);
  if (!plan.ok) return plan;
  // Through JSON, as the carried plan came: fields that are undefined are not there.
  const found: unknown = JSON.parse(JSON.stringify(plan.value));
  const identical = JSON.stringify(found) === JSON.stringify(parsed.data.plan);
  return ok({ identical, differences: identical ? [] : jsonDifferences(parsed.data.plan, found) });
}
