import {
  IconCircle,
  IconCircleCheckFilled,
  type IconCircleDashedCheck,
  IconLock,
  IconPlayerSkipForward,
  IconProgress,
} from '@tabler/icons-react';
import type { StepState } from '../../../shared/guide/progress';
import type { Tone } from '../../components/tone';

/** How a step's state is shown everywhere: its word, its shape, its tone. */
export const stepStates = {
  todo: { word: 'to do', icon: IconCircle, tone: 'neutral' },
  'in-progress': { word: 'in progress', icon: IconProgress, tone: 'info' },
  done: { word: 'done', icon: IconCircleCheckFilled, tone: 'pass' },
  blocked: { word: 'blocked', icon: IconLock, tone: 'neutral' },
  skipped: { word: 'skipped', icon: IconPlayerSkipForward, tone: 'neutral' },
} as const satisfies Record<StepState['kind'], { readonly word: string; readonly icon: typeof IconCircleDashedCheck; readonly tone: Tone }>;

export type ShownStepState = StepState['kind'];

/** The state's shape; the word goes with it for screen readers. */
export function StepStateIcon({ state, size = 16 }: { readonly state: ShownStepState; readonly size?: number }) {
  const Icon = stepStates[state].icon;
  return (
    <>
      <Icon size={size} stroke={1.8} aria-hidden="true" />
      <span className="visually-hidden">{stepStates[state].word}</span>
    </>
  );
}
