import type { z } from 'zod';
import { buildPlan } from '../../../../shared/plan/build-plan';
import type { Plan } from '../../../../shared/plan/plan';
import { type Planned, plan as play } from '../../../../shared/plan/planned';
import { loadOrganisation } from '../../../../shared/vendor/load-organisation';
import type { Organisation } from '../../../../shared/vendor/organisation';
import { checkScenario, type eventSchema, type organisationSchema, scenarioFormat } from '../../../../shared/vendor/scenario';

export type ScenarioEvent = z.output<typeof eventSchema>;

export interface ScenarioText {
  readonly organisation?: z.input<typeof organisationSchema>;
  readonly assumptions?: Readonly<Record<string, string>>;
  readonly events?: readonly ScenarioEvent[];
}

/** The organisation of a scenario as a file would give it. */
export function organisationOf(scenario: ScenarioText): Organisation {
  const read = checkScenario({ format: scenarioFormat, ...scenario });
  if (!read.ok) throw new Error(`${read.error.path}: ${read.error.message}`);
  const organisation = loadOrganisation(read.value.organisation, read.value.assumptions);
  if (!organisation.ok) throw new Error(`${organisation.error.path}: ${organisation.error.message}`);
  return organisation.value;
}

export const playScenario = (scenario: ScenarioText): Planned =>
  play({ baseline: organisationOf(scenario), events: scenario.events ?? [] });

export const planScenario = (scenario: ScenarioText): Plan => buildPlan(playScenario(scenario), { all: true });
