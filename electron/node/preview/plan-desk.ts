import type { AppError } from '../../../shared/app-error';
import type { ComparedPerson, ComparedSide, Comparison, PlanProof, RunOutcome, RunView, WhatIfView } from '../../../shared/ipc/preview';
import { buildPlanSteps } from '../../../shared/plan/build-plan';
import { explainRefusal } from '../../../shared/plan/explain-refusal';
import type { Plan } from '../../../shared/plan/plan';
import { discard, type Planned } from '../../../shared/plan/planned';
import { WhatIf } from '../../../shared/plan/what-if';
import { explainAction, type WhatIfAction } from '../../../shared/plan/what-if-action';
import type { KeptScenario } from '../../../shared/preview/preview-document';
import { err, ok, type Result } from '../../../shared/result';
import { stateHashSteps } from '../../../shared/vendor/state-hash';
import { inSteps, type Work } from '../threads/in-steps';
import { compareGroupsOf, compareListsOf, comparePeopleOf, compareSummaries } from './compare-runs';
import { makePlan, type RunInput, type RunProgress } from './make-plan';
import { PlanSlices } from './plan-slices';
import { type RunBasics, RunIndex } from './run-index';

interface FinishedRun {
  readonly basics: RunBasics;
  readonly base: PlanSlices;
  readonly whatIf: WhatIf;
  readonly madeFrom: readonly unknown[];
}

/** The lists with the what-ifs played, the plan's own where there are none, and what was played. */
interface Shown {
  readonly slices: PlanSlices;
  readonly whatIf: Omit<WhatIfView, 'scenarios'>;
  proof: Promise<PlanProof> | null;
}

/** Groups of a comparison that are sent at once; the rest is counted. */
const groupsCompared = 200;
const othersCompared = 200;

/** Runs previews for one workspace, plays what-ifs on top of the last one, and serves slices of where that leads. */
export class PlanDesk {
  private finished: FinishedRun | null = null;
  private shown: Shown | null = null;
  private current: { cancelled: boolean } | null = null;
  private before: Promise<unknown> = Promise.resolve();
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
    return { ...shown.slices.index.view, stale, whatIf: { ...shown.whatIf, scenarios: scenarios.map(scenarioView) } };
  }

  /** Changes of what is shown come one after the other: each takes many steps, and the next one stands on it. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.before.then(work);
    this.before = done.catch(() => undefined);
    return done;
  }

  /**
   * `actions` tells the what-ifs of the run before: they are played again on the new plan. Until all of the new run is there, the one
   * before stays as it is, and a cancel leaves it.
   */
  async run(
    input: RunInput,
    stamp: readonly unknown[],
    actions: () => readonly WhatIfAction[],
    report: (progress: RunProgress) => void,
  ): Promise<Result<RunOutcome['kind'], AppError>> {
    if (this.current !== null)
      return err({ code: 'already-running', message: 'A preview is being made already.', fix: 'Wait for it, or cancel it.' });
    const job = { cancelled: false };
    this.current = job;
    const work: Work = { elapsedMs: this.clock.elapsedMs, isCancelled: () => job.cancelled };
    try {
      const startedMs = this.clock.elapsedMs();
      const made = await makePlan(input, work, report);
      if (!made.ok) return made;
      if (made.value === null) return ok('cancelled');
      const { planned, notices } = made.value;
      const tookMs = Math.round(this.clock.elapsedMs() - startedMs);
      this.runs += 1;
      const basics: RunBasics = { runId: `run-${this.runs}`, at: this.clock.now().toISOString(), tookMs, notices };
      const index = await inSteps(RunIndex.whole(planned, basics), work, (progress) => report({ stage: 'comparing', ...progress }));
      const done =
        index !== null &&
        (await this.inTurn(() =>
          this.take({ basics, base: new PlanSlices(index), whatIf: new WhatIf(planned), madeFrom: stamp }, actions(), work),
        ));
      if (!done) discard(planned);
      return ok(done ? 'done' : 'cancelled');
    } finally {
      this.current = null;
    }
  }

  /** The new run in place of the one before; false when it was called off. */
  private async take(run: FinishedRun, actions: readonly WhatIfAction[], work: Work): Promise<boolean> {
    for (const action of actions) run.whatIf.play(action);
    const shown = await this.show(run, work);
    if (shown === null) {
      run.whatIf.close();
      return false;
    }
    this.release();
    this.finished = run;
    this.shown = shown;
    return true;
  }

  /** Gives the last run free. */
  private release(): void {
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
  play(action: WhatIfAction): Promise<Result<readonly WhatIfAction[], AppError>> {
    return this.change((whatIf) => {
      const played = whatIf.play(action);
      return played.ok ? ok(null) : played;
    });
  }

  undo(): Promise<Result<readonly WhatIfAction[], AppError>> {
    return this.change((whatIf) =>
      whatIf.undo() === null ? err({ code: 'nothing-to-undo', message: 'There is no what-if to take back.' }) : ok(null),
    );
  }

  redo(): Promise<Result<readonly WhatIfAction[], AppError>> {
    return this.change((whatIf) =>
      whatIf.redo() === null ? err({ code: 'nothing-to-redo', message: 'There is no what-if to play again.' }) : ok(null),
    );
  }

  /** Other actions in place of those of now; none for the plan itself. */
  replace(actions: readonly WhatIfAction[]): Promise<Result<readonly WhatIfAction[], AppError>> {
    return this.change((whatIf) => {
      while (whatIf.undo() !== null);
      for (const action of actions) {
        const played = whatIf.play(action);
        if (!played.ok) return played;
      }
      return ok(null);
    });
  }

  /** What is shown, with its fingerprint, to be written out. */
  async planned(): Promise<Result<Planned, AppError>> {
    const proof = await this.prove();
    if (!proof.ok || this.shown === null) return proof.ok ? noRun : proof;
    // It reads through the plan, which would take the fingerprint in one go.
    return ok(Object.create(this.shown.slices.index.planned, { outcomeHash: { value: proof.value.outcome } }) as Planned);
  }

  /** The whole plan without the what-ifs. */
  async plan(): Promise<Result<Plan, AppError>> {
    const { finished } = this;
    return finished === null ? noRun : ok(await this.toTheEnd(buildPlanSteps(finished.base.index.planned)));
  }

  compare(from: ComparedSide, to: ComparedSide, scenarios: readonly KeptScenario[]): Promise<Result<Comparison, AppError>> {
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

  comparedPeople(
    from: ComparedSide,
    to: ComparedSide,
    scenarios: readonly KeptScenario[],
  ): Promise<Result<readonly ComparedPerson[], AppError>> {
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
    const untouched = await this.toTheEnd(whatIf.untouchedSteps());
    const outcome = whatIf.actions.length === 0 ? planned.outcomeHash : await this.toTheEnd(stateHashSteps(planned.outcome));
    return { outcome, untouched };
  }

  /** What nobody calls off. */
  private async toTheEnd<T>(steps: Generator<unknown, T, void>): Promise<T> {
    return (await inSteps(steps, { elapsedMs: this.clock.elapsedMs, isCancelled: () => false })) as T;
  }

  private async change(play: (whatIf: WhatIf) => Result<null, AppError>): Promise<Result<readonly WhatIfAction[], AppError>> {
    const { finished } = this;
    if (finished === null) return noRun;
    const changed = play(finished.whatIf);
    if (!changed.ok) return changed;
    this.shown = await this.show(finished, { elapsedMs: this.clock.elapsedMs, isCancelled: () => false });
    return ok(finished.whatIf.actions);
  }

  /** Null when it was called off. */
  private async show({ whatIf, base, basics }: FinishedRun, work: Work): Promise<Shown | null> {
    this.runs += 1;
    const runId = `${basics.runId}-what-if-${this.runs}`;
    const index = whatIf.actions.length === 0 ? base.index : await inSteps(indexOver(base, whatIf, { ...basics, runId }), work);
    if (index === null) return null;
    return { slices: index === base.index ? base : new PlanSlices(index, base), whatIf: whatIfView(whatIf), proof: null };
  }

  private async sides<T>(
    from: ComparedSide,
    to: ComparedSide,
    scenarios: readonly KeptScenario[],
    compare: (from: RunIndex, to: RunIndex) => T,
  ): Promise<Result<T, AppError>> {
    const a = await this.side(from, scenarios);
    if (!a.ok) return a;
    const b = await this.side(to, scenarios);
    return b.ok ? ok(compare(a.value, b.value)) : b;
  }

  private async side(side: ComparedSide, scenarios: readonly KeptScenario[]): Promise<Result<RunIndex, AppError>> {
    const { finished, shown } = this;
    if (finished === null || shown === null) return noRun;
    if (side.kind === 'plan') return ok(finished.base.index);
    if (side.kind === 'what-if') return ok(shown.slices.index);
    const scenario = scenarios.find(({ id }) => id === side.id);
    if (scenario === undefined) return err({ code: 'unknown-scenario', message: 'That scenario is no longer kept.' });
    const whatIf = new WhatIf(finished.base.index.planned);
    try {
      for (const action of scenario.actions) {
        const played = whatIf.play(action);
        if (!played.ok) return played;
      }
      return ok(await this.toTheEnd(indexOver(finished.base, whatIf, finished.basics)));
    } finally {
      whatIf.close();
    }
  }
}

const indexOver = ({ index }: PlanSlices, whatIf: WhatIf, basics: RunBasics): Generator<unknown, RunIndex, void> =>
  RunIndex.over(index, whatIf.asPlanned(), whatIf.written(), basics);

const noRun = err({ code: 'no-run', message: 'No preview has been made yet.', fix: 'Run the preview.' } satisfies AppError);

const whatIfView = (whatIf: WhatIf): Shown['whatIf'] => ({
  steps: whatIf.steps.map(({ label, diff, refusals, exact }) => ({
    label,
    people: diff.people.length,
    groups: diff.groups.length,
    refusals: refusals.map(({ refusal }) => explainRefusal(refusal)),
    exact,
  })),
  undo: whatIf.undoLabel,
  redo: whatIf.redoLabel,
});

const scenarioView = ({ id, name, keptAt, actions }: KeptScenario): WhatIfView['scenarios'][number] => ({
  id,
  name,
  keptAt,
  steps: actions.map(explainAction),
});
