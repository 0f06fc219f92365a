import type { AppError } from '../app-error';
import { ok, type Result } from '../result';
import type { Scenario } from '../vendor/scenario';
import { type Bundle, type BundleExchange, bundleFormat } from './bundle-format';
import { type BundleProgress, finish, planOf } from './bundle-plan';
import { createPseudonyms, type Pseudonyms } from './pseudonyms';
import { redactExchange } from './redact-exchange';
import { redactScenario } from './redact-scenario';

export interface BundleInput {
  readonly scenario: Scenario;
  readonly exchanges: readonly BundleExchange[];
  readonly version: string;
}

export interface MadeBundle {
  readonly bundle: Bundle;
  /** Who became whom: for the person who makes the bundle, never a part of it. */
  readonly pseudonyms: Pseudonyms;
}

/** Exchanges between two reports of progress. */
const exchangesPerStep = 200;

/** Redacts first and plans afterwards, so that nothing of the plan can tell what the scenario does not. */
export function* bundleSteps({ scenario, exchanges, version }: BundleInput): Generator<BundleProgress, Result<MadeBundle, AppError>, void> {
  yield { stage: 'redacting', done: 0, total: exchanges.length };
  const pseudonyms = createPseudonyms();
  const redacted = redactScenario(scenario, pseudonyms);
  const requests: BundleExchange[] = [];
  for (const exchange of exchanges) {
    if (requests.length % exchangesPerStep === 0) yield { stage: 'redacting', done: requests.length, total: exchanges.length };
    requests.push(redactExchange(exchange, pseudonyms));
  }
  const plan = yield* planOf({ ...scenario, organisation: redacted.organisation, events: redacted.events });
  if (!plan.ok) return plan;
  const bundle: Bundle = {
    format: bundleFormat,
    madeBy: { app: 'SCIM Preflight', version },
    redacted: true,
    scenario: redacted,
    plan: plan.value,
    exchanges: requests,
  };
  return ok({ bundle, pseudonyms });
}

export function makeBundle(input: BundleInput): Result<Bundle, AppError> {
  const made = finish(bundleSteps(input));
  return made.ok ? ok(made.value.bundle) : made;
}
