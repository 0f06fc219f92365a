import type { Progress } from '../../../shared/guide/progress';
import { isGroupStep, stepIds } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import type { StepListEntry } from './step-list';

/** The step list's lines, in the guide's order. */
export const stepListEntries = (progress: Progress): readonly StepListEntry[] =>
  stepIds.map((id) => ({
    id,
    number: id,
    title: steps[id].title,
    state: progress.steps[id].state.kind,
    grouped: isGroupStep(id),
  }));
