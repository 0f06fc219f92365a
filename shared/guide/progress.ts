import type { ValueReading } from './checks/finding';
import type { Step, StepCheck } from './step';
import { type StepId, stepIds } from './step-id';
import { steps } from './steps';
import { testPassedCheck } from './steps/activation';
import { originStep } from './value';
import { isSecret, type ValueId } from './value-id';
import { values } from './values';
import type { StoredStep, Workspace } from './workspace';

/** What keeps a step from being finished. */
export type Blocker =
  | { readonly kind: 'step'; readonly step: StepId }
  /** The value has to be found at `from` first. */
  | { readonly kind: 'value'; readonly value: ValueId; readonly from: StepId };

export interface CheckResult {
  readonly check: StepCheck;
  readonly passed: boolean;
}

export type StepState =
  | { readonly kind: 'todo' }
  | { readonly kind: 'in-progress'; readonly waitsFor: readonly Blocker[] }
  /** `reason` is set where the admin called it done against the checks. */
  | { readonly kind: 'done'; readonly reason: string | null }
  | { readonly kind: 'blocked'; readonly by: readonly Blocker[] }
  | { readonly kind: 'skipped'; readonly reason: string };

export interface StepProgress {
  readonly step: StepId;
  readonly state: StepState;
  readonly checks: readonly CheckResult[];
}

export interface Progress {
  readonly steps: Readonly<Record<StepId, StepProgress>>;
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
  /** The first step in the guide's order that can be worked on; null when nothing is left. */
  readonly next: StepId | null;
}

/** What was found about each value. */
export type Readings = Readonly<Record<ValueId, ValueReading>>;

const untouched: StoredStep = { seen: {}, note: '', verdict: null };

/**
 * Where one is, concluded from what is kept: a step is done when all of its checks hold, or when the admin said so and why. A step that
 * nobody began is blocked by unfinished steps that it needs and by values that are not there; one that was begun waits for them.
 */
export function deriveProgress(workspace: Workspace, readings: Readings): Progress {
  const found = new Map<StepId, StepProgress>();
  const finished = (id: StepId): boolean => {
    const kind = progressOf(id).state.kind;
    return kind === 'done' || kind === 'skipped';
  };
  const progressOf = (id: StepId): StepProgress => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const made = judgeStep(steps[id], workspace, readings, finished);
    found.set(id, made);
    return made;
  };
  const entries = stepIds.map((id) => [id, progressOf(id)] as const);
  const count = (kind: StepState['kind']): number => entries.filter(([, progress]) => progress.state.kind === kind).length;
  const open = entries.find(([, { state }]) => state.kind === 'todo' || state.kind === 'in-progress');
  return {
    steps: Object.fromEntries(entries) as Record<StepId, StepProgress>,
    done: count('done'),
    skipped: count('skipped'),
    total: stepIds.length,
    next: open?.[0] ?? null,
  };
}

function judgeStep(step: Step, workspace: Workspace, readings: Readings, finished: (id: StepId) => boolean): StepProgress {
  const stored = workspace.steps[step.id] ?? untouched;
  const checks = step.checks.map((check) => ({ check, passed: checkPasses(check, step.id, stored, workspace, readings) }));
  const at = (state: StepState): StepProgress => ({ step: step.id, state, checks });
  if (stored.verdict?.kind === 'skipped') return at({ kind: 'skipped', reason: stored.verdict.reason });
  if (stored.verdict?.kind === 'done-anyway') return at({ kind: 'done', reason: stored.verdict.reason });
  if (checks.length > 0 && checks.every(({ passed }) => passed)) return at({ kind: 'done', reason: null });
  const blockers = blockersOf(step, readings, finished);
  const begun = stored.note !== '' || checks.some(({ passed, check }) => passed && isOwnWork(check, step)) || hasWrongValue(step, readings);
  if (begun) return at({ kind: 'in-progress', waitsFor: blockers });
  return at(blockers.length > 0 ? { kind: 'blocked', by: blockers } : { kind: 'todo' });
}

function checkPasses(check: StepCheck, at: StepId, stored: StoredStep, workspace: Workspace, readings: Readings): boolean {
  switch (check.kind) {
    case 'value':
      return holds(readings[check.value], stored);
    case 'pasted':
      return marksOf(workspace, check.value)?.pasted[at] !== undefined;
    case 'confirmed':
      return isConfirmed(workspace, check.value, at);
    case 'seen':
      return stored.seen[check.id] !== undefined;
  }
}

/** A test e-mail is used up by the very test that this step wants: that does not undo the step (I1). */
function holds({ state, findings }: ValueReading, stored: StoredStep): boolean {
  if (state === 'ok' || state === 'warned') return true;
  const used = stored.seen[testPassedCheck] !== undefined;
  return state === 'wrong' && used && findings.every(({ severity, code }) => severity !== 'error' || code === 'burnt');
}

const marksOf = (workspace: Workspace, id: ValueId) => (isSecret(id) ? workspace.token : workspace.values[id]);

/** Compared there, and it was the same. A value that was changed afterwards must be compared again: changing it clears the comparison. */
export function isConfirmed(workspace: Workspace, id: ValueId, at: StepId): boolean {
  if (isSecret(id)) return workspace.token?.again[at]?.same === true;
  const value = workspace.values[id];
  const comparison = value?.again[at];
  return value !== undefined && comparison !== undefined && (comparison.found === null || comparison.found === value.text);
}

function blockersOf(step: Step, readings: Readings, finished: (id: StepId) => boolean): readonly Blocker[] {
  const bySteps = step.needs.filter((id) => !finished(id)).map((id): Blocker => ({ kind: 'step', step: id }));
  const wanted = [...step.valuesIn, ...step.valuesAgain].filter((id) => !step.valuesOut.includes(id));
  const byValues = wanted
    .filter((id) => readings[id].state === 'empty' || readings[id].state === 'wrong')
    .map((id): Blocker => ({ kind: 'value', value: id, from: originStep(values[id].origin) }));
  return [...bySteps, ...byValues];
}

/** A value's check is this step's own work only where the step asks for the value. */
const isOwnWork = (check: StepCheck, step: Step): boolean => check.kind !== 'value' || step.valuesOut.includes(check.value);

const hasWrongValue = (step: Step, readings: Readings): boolean => step.valuesOut.some((id) => readings[id].state === 'wrong');
