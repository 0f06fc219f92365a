import type { AppError } from '../app-error';
import { buildPlan } from '../plan/build-plan';
import type { Plan } from '../plan/plan';
import { planSteps } from '../plan/planned';
import { ok, type Result } from '../result';
import { loadOrganisation } from '../vendor/load-organisation';
import type { Scenario } from '../vendor/scenario';

export interface BundleProgress {
  readonly stage: 'redacting' | 'reading' | 'playing' | 'comparing';
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

/** The plan of a scenario, everybody listed: a bundle must show those who do not change as well. */
export function* planOf(
  scenario: Pick<Scenario, 'organisation' | 'assumptions' | 'events'>,
): Generator<BundleProgress, Result<Plan, AppError>, void> {
  yield { stage: 'playing', done: 0, total: scenario.events.length };
  const organisation = loadOrganisation(scenario.organisation, scenario.assumptions);
  if (!organisation.ok) return organisation;
  const steps = planSteps({ baseline: organisation.value, events: scenario.events });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return ok(buildPlan(step.value, { all: true }));
    if (step.value.stage === 'playing') yield { ...step.value, stage: 'playing' };
  }
}

/** Does all the steps at once. */
export function finish<T>(steps: Generator<BundleProgress, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
