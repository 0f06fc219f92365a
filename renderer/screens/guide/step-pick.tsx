import { NativeSelect } from '@mantine/core';
import { navigate } from '../../app/router';
import type { StepListEntry } from './step-list';
import { stepStates } from './step-state-icon';

interface StepPickProps {
  readonly steps: readonly StepListEntry[];
  readonly currentId: string;
  readonly className: string | undefined;
}

/** The step list where there is no room for it: zoomed in, or in a small window. */
export function StepPick({ steps, currentId, className }: StepPickProps) {
  return (
    <NativeSelect
      className={className ?? ''}
      aria-label="Go to step"
      value={currentId}
      onChange={(event) => navigate('guide', event.currentTarget.value)}
      data={steps.map(({ id, number, title, state }) => ({ value: id, label: `${number}  ${title} (${stepStates[state].word})` }))}
    />
  );
}
