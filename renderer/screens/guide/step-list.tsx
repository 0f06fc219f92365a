import { Fragment, memo } from 'react';
import { routeHash } from '../../app/router';
import { toneClass } from '../../components/tone-class';
import styles from './step-list.module.css';
import { type ShownStepState, StepStateIcon, stepStates } from './step-state-icon';

/** One line of the step list. */
export interface StepListEntry {
  readonly id: string;
  /** "1" to "14", "G1" to "G4". */
  readonly number: string;
  readonly title: string;
  readonly state: ShownStepState;
  /** The four group steps stand indented between 13 and 14. */
  readonly grouped: boolean;
}

interface StepListProps {
  readonly steps: readonly StepListEntry[];
  readonly currentId: string;
}

function Entry({ step, current }: { readonly step: StepListEntry; readonly current: boolean }) {
  return (
    <a
      className={styles['step']}
      href={routeHash('guide', step.id)}
      data-step={step.id}
      data-step-state={step.state}
      {...(current ? { 'aria-current': 'step' } : {})}
    >
      <span className={`${styles['icon']} ${toneClass[stepStates[step.state].tone]}`}>
        <StepStateIcon state={step.state} />
      </span>
      <span className={styles['number']}>{step.number}</span>
      <span>{step.title}</span>
    </a>
  );
}

/** Neighbouring steps of one kind: the group steps are a list inside the list. */
function runs(steps: readonly StepListEntry[]): readonly (readonly StepListEntry[])[] {
  const found: StepListEntry[][] = [];
  for (const step of steps) {
    const last = found.at(-1);
    if (last?.[0]?.grouped === step.grouped) last.push(step);
    else found.push([step]);
  }
  return found;
}

/** All 18 steps with their states; the whole list is links, so that one can jump anywhere. */
export const StepList = memo(({ steps, currentId }: StepListProps) => {
  return (
    <nav aria-label="Steps">
      {runs(steps).map((run) => {
        const grouped = run[0]?.grouped === true;
        return (
          <Fragment key={run[0]?.id}>
            {grouped ? <div className={styles['caption']}>Groups, between 13 and 14</div> : null}
            <ol className={`${styles['group']} ${grouped ? styles['grouped'] : ''}`}>
              {run.map((step) => (
                <li key={step.id}>
                  <Entry step={step} current={step.id === currentId} />
                </li>
              ))}
            </ol>
          </Fragment>
        );
      })}
    </nav>
  );
});
