import type { AppError } from '../../../shared/app-error';
import type { PreviewPushes } from '../../../shared/ipc/preview';
import { keepBound } from '../../../shared/jumpcloud/bound-groups';
import type { Roster } from '../../../shared/jumpcloud/roster';
import { type RosterNotice, rosterEvents } from '../../../shared/jumpcloud/roster-events';
import { discard, type Planned, type PlanningInput, plan, planSteps } from '../../../shared/plan/planned';
import { ok, type Result } from '../../../shared/result';
import type { AssumptionSettings } from '../../../shared/vendor/assumptions';
import type { VendorEvent } from '../../../shared/vendor/event';
import { loadOrganisation } from '../../../shared/vendor/load-organisation';
import { findGroup, isInOtherOrganisation, type Organisation } from '../../../shared/vendor/organisation';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import { inSteps, nextTurn, type Work } from '../threads/in-steps';

/** Everything a run is made from; the same input gives the same plan. */
export interface RunInput {
  readonly organisation: OrganisationSpec;
  readonly settings: AssumptionSettings;
  readonly events: readonly VendorEvent[];
  /** Pushed after the events; null where only they are played. */
  readonly roster: Roster | null;
  readonly unticked: ReadonlySet<string>;
}

export type RunProgress = Omit<PreviewPushes['preview:progress'], 'workspaceId'>;

export interface MadePlan {
  readonly planned: Planned;
  /** What JumpCloud leaves out of the roster. */
  readonly notices: readonly RosterNotice[];
}

/** Plays the input in steps; null when it was called off. */
export async function makePlan(
  input: RunInput,
  work: Work,
  report: (progress: RunProgress) => void,
): Promise<Result<MadePlan | null, AppError>> {
  report({ stage: 'loading', done: 0, total: 1 });
  await nextTurn();
  const baseline = loadOrganisation(input.organisation, input.settings);
  if (!baseline.ok) return baseline;
  const notices: RosterNotice[] = [];
  const planned = await inSteps(planSteps(planningInput(input, baseline.value, notices)), work, report);
  return ok(planned === null ? null : { planned, notices });
}

/** Every event that the run plays, in order, those that are pushed for the roster among them. */
export function playedEvents(input: RunInput): Result<readonly VendorEvent[], AppError> {
  if (input.roster === null) return ok(input.events);
  const baseline = loadOrganisation(input.organisation, input.settings);
  if (!baseline.ok) return baseline;
  const planned = plan(planningInput(input, baseline.value, []));
  discard(planned);
  return ok(planned.events);
}

/** As the command does: the events first, then what JumpCloud pushes for the roster on top of where they lead. */
function planningInput(input: RunInput, baseline: Organisation, notices: RosterNotice[]): PlanningInput {
  const { events, roster, unticked } = input;
  if (roster === null) return { baseline, events };
  return {
    baseline,
    events,
    continueWith: (outcome) => {
      const bound = keepBound(roster, unticked);
      const pushes = rosterEvents(bound.roster, {
        hasActiveGroup: (displayName) => findGroup(outcome, displayName) !== undefined,
        isInOtherOrganisation: (email) => isInOtherOrganisation(outcome, email),
      });
      if (bound.unprovisioned.length > 0) notices.push({ kind: 'unbound-not-pushed', fact: 'J12', people: bound.unprovisioned });
      notices.push(...pushes.notices);
      return pushes.events;
    },
  };
}
