import type { AppError } from '../../../shared/app-error';
import type { ComparedPerson, ComparedSide, Comparison, PlanProof, RunOutcome, RunView, WhatIfView } from '../../../shared/ipc/preview';
import { buildPlan } from '../../../shared/plan/build-plan';
import { explainRefusal } from '../../../shared/plan/explain-refusal';
import type { Plan } from '../../../shared/plan/plan';
import { discard, type Planned } from '../../../shared/plan/planned';
import { WhatIf } from '../../../shared/plan/what-if';
import { explainAction, type WhatIfAction } from '../../../shared/plan/what-if-action';
import type { KeptScenario } from '../../../shared/preview/preview-document';
import { err, ok, type Result } from '../../../shared/result';
import { stateHashSteps } from '../../../shared/vendor/state-hash';
import { compareGroupsOf, compareListsOf, comparePeopleOf, compareSummaries } from './compare-runs';
import { makePlan, nextTurn, type RunInput, type RunProgress } from './make-plan';
import { PlanSlices } from './plan-slices';
import { type RunBasics, RunIndex } from './run-index';

interface FinishedRun {
  readonly basics: RunBasics;
  readonly base: PlanSlices;
  readonly whatIf: WhatIf;
  readonly madeFrom: readonly unknown[];
}

/** Groups of a comparison that are sent at once; the rest is counted. */
const groupsCompared = 200;
const othersCompared = 200;

/** Runs previews for one workspace, plays what-ifs on top of the last one, and serves slices of where that leads. */
export class PlanDesk {
  private finished: FinishedRun | null = null;
  /** The lists with the what-ifs played; the plan's own where there are none. */
  private shown: { readonly slices: PlanSlices; proof: Promise<PlanProof> | null } | null = null;
  private current: { cancelled: boolean } | null = null;
  private runs = 0;

  constructor(private readonly clock: { readonly now: () => Date; readonly elapsedMs: () => number }) {}

  get running(): boolean {
    return this.current !== null;
  }

  cancel(): void {
    if (this.current !== null) this.current.cancelled = true;
  }

  /** `stamp` is whatever the input was made from: when it is another one later, the run is stale. */
  view(stamp: readonly unknown[], scenarios: readonly KeptScenario[]): RunView | null {
    const { finished, shown } = this;
    if (finished === null || shown === null) return null;
    const stale = stamp.some((part, at) => part !== finished.madeFrom[at]);
    return { ...shown.slices.index.view, stale, whatIf: whatIfView(finished.whatIf, scenarios) };
  }

  /** `actions` are the what-ifs of the run before: they are played again on the new plan. */
  async run(
    input: RunInput,
    stamp: readonly unknown[],
    actions: readonly WhatIfAction[],
    report: (progress: RunProgress) => void,
  ): Promise<Result<RunOutcome['kind'], AppError>> {
    if (this.current !== null)
      return err({ code: 'already-running', message: 'A preview is being made already.', fix: 'Wait for it, or cancel it.' });
    const job = { cancelled: false };
    this.current = job;
    try {
      const startedMs = this.clock.elapsedMs();
      const made = await makePlan(input, { elapsedMs: this.clock.elapsedMs, isCancelled: () => job.cancelled, report });
      if (!made.ok) return made;
      if (made.value === null) return ok('cancelled');
      this.release();
      this.runs += 1;
      const tookMs = Math.round(this.clock.elapsedMs() - startedMs);
      const basics: RunBasics = {
        runId: `run-${this.runs}`,
        at: this.clock.now().toISOString(),
        tookMs,
        notices: made.value.notices,
      };
      const { planned } = made.value;
      const base = new PlanSlices(RunIndex.whole(planned, basics));
      this.finished = { basics, base, whatIf: new WhatIf(planned), madeFrom: stamp };
      for (const action of actions) this.finished.whatIf.play(action);
      this.show();
      return ok('done');
    } finally {
      this.current = null;
    }
  }

  /** Gives the last run free. */
  release(): void {
    if (this.finished === null) return;
    this.finished.whatIf.close();
    discard(this.finished.base.index.planned);
    this.finished = null;
    this.shown = null;
  }

  read<T>(read: (slices: PlanSlices) => T): Result<T, AppError> {
    return this.shown === null ? noRun : ok(read(this.shown.slices));
  }

  /** Plays one more action; an action that cannot be played changes nothing. */
  play(action: WhatIfAction): Result<readonly WhatIfAction[], AppError> {
    return this.change((whatIf) => {
      const played = whatIf.play(action);
      return played.ok ? ok(null) : played;
    });
  }

  undo(): Result<readonly WhatIfAction[], AppError> {
    return this.change((whatIf) =>
      whatIf.undo() === null ? err({ code: 'nothing-to-undo', message: 'There is no what-if to take back.' }) : ok(null),
    );
  }

  redo(): Result<readonly WhatIfAction[], AppError> {
    return this.change((whatIf) =>
      whatIf.redo() === null ? err({ code: 'nothing-to-redo', message: 'There is no what-if to play again.' }) : ok(null),
    );
  }

  /** Other actions in place of those of now; none for the plan itself. */
  replace(actions: readonly WhatIfAction[]): Result<readonly WhatIfAction[], AppError> {
    return this.change((whatIf) => {
      while (whatIf.undo() !== null);
      for (const action of actions) {
        const played = whatIf.play(action);
        if (!played.ok) return played;
      }
      return ok(null);
    });
  }

  /** The whole plan, as the command prints it; `base` without the what-ifs. */
  plan(everybody: boolean, base = false): Result<Plan, AppError> {
    const slices = base ? this.finished?.base : this.shown?.slices;
    return slices === undefined ? noRun : ok(buildPlan(slices.index.planned, { all: everybody }));
  }

  compare(from: ComparedSide, to: ComparedSide, scenarios: readonly KeptScenario[]): Result<Comparison, AppError> {
    return this.sides(from, to, scenarios, (a, b) => {
      const groups = compareGroupsOf(a, b);
      const others = compareListsOf(a, b);
      return {
        summary: compareSummaries(a, b),
        people: comparePeopleOf(a, b).length,
        groups: groups.slice(0, groupsCompared),
        groupCount: groups.length,
        others: others.slice(0, othersCompared),
        otherCount: others.length,
      };
    });
  }

  comparedPeople(from: ComparedSide, to: ComparedSide, scenarios: readonly KeptScenario[]): Result<readonly ComparedPerson[], AppError> {
    return this.sides(from, to, scenarios, comparePeopleOf);
  }

  /**
   * Fingerprints of the plan below and of where the what-ifs lead. They read every record, so they are taken when somebody asks,
   * in steps between which other questions are answered, and once a change.
   */
  async prove(): Promise<Result<PlanProof, AppError>> {
    const { finished, shown } = this;
    if (finished === null || shown === null) return noRun;
    shown.proof ??= this.takeProof(finished.whatIf, shown.slices.index.planned);
    return ok(await shown.proof);
  }

  private async takeProof(whatIf: WhatIf, planned: Planned): Promise<PlanProof> {
    const untouched = await this.inSteps(whatIf.untouchedSteps());
    const outcome = whatIf.actions.length === 0 ? planned.outcomeHash : await this.inSteps(stateHashSteps(planned.outcome));
    return { outcome, untouched };
  }

  private async inSteps<T>(steps: Generator<void, T, void>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await nextTurn();
    }
  }

  private change(play: (whatIf: WhatIf) => Result<null, AppError>): Result<readonly WhatIfAction[], AppError> {
    const { finished } = this;
    if (finished === null) return noRun;
    const changed = play(finished.whatIf);
    if (!changed.ok) return changed;
    this.show();
    return ok(finished.whatIf.actions);
  }

  private show(): void {
    if (this.finished === null) return;
    const { whatIf, base, basics } = this.finished;
    this.runs += 1;
    const slices =
      whatIf.actions.length === 0
        ? base
        : new PlanSlices(indexOver(base, whatIf, { ...basics, runId: `${basics.runId}-what-if-${this.runs}` }), base);
    this.shown = { slices, proof: null };
  }

  private sides<T>(
    from: ComparedSide,
    to: ComparedSide,
    scenarios: readonly KeptScenario[],
    compare: (from: RunIndex, to: RunIndex) => T,
  ): Result<T, AppError> {
    const a = this.side(from, scenarios);
    if (!a.ok) return a;
    const b = this.side(to, scenarios);
    if (!b.ok) return b;
    const compared = compare(a.value.index, b.value.index);
    a.value.close();
    b.value.close();
    return ok(compared);
  }

  private side(
    side: ComparedSide,
    scenarios: readonly KeptScenario[],
  ): Result<{ readonly index: RunIndex; readonly close: () => void }, AppError> {
    const { finished, shown } = this;
    if (finished === null || shown === null) return noRun;
    const open = (index: RunIndex) => ok({ index, close: () => undefined });
    if (side.kind === 'plan') return open(finished.base.index);
    if (side.kind === 'what-if') return open(shown.slices.index);
    const scenario = scenarios.find(({ id }) => id === side.id);
    if (scenario === undefined) return err({ code: 'unknown-scenario', message: 'That scenario is no longer kept.' });
    const whatIf = new WhatIf(finished.base.index.planned);
    for (const action of scenario.actions) {
      const played = whatIf.play(action);
      if (played.ok) continue;
      whatIf.close();
      return played;
    }
    return ok({ index: indexOver(finished.base, whatIf, finished.basics), close: () => whatIf.close() });
  }
}

const indexOver = ({ index }: PlanSlices, whatIf: WhatIf, basics: RunBasics): RunIndex =>
  RunIndex.over(index, whatIf.asPlanned(), whatIf.written(), basics);

const noRun = err({ code: 'no-run', message: 'No preview has been made yet.', fix: 'Run the preview.' } satisfies AppError);

const whatIfView = (whatIf: WhatIf, scenarios: readonly KeptScenario[]): WhatIfView => ({
  steps: whatIf.steps.map(({ label, diff, refusals, exact }) => ({
    label,
    people: diff.people.length,
    groups: diff.groups.length,
    refusals: refusals.map(({ refusal }) => explainRefusal(refusal)),
    exact,
  })),
  undo: whatIf.undoLabel,
  redo: whatIf.redoLabel,
  scenarios: scenarios.map(({ id, name, keptAt, actions }) => ({ id, name, keptAt, steps: actions.map(explainAction) })),
});
