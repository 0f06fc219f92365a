import { Tooltip } from '@mantine/core';
import type { Progress } from '../../../shared/guide/progress';
import { isGroupStep, stepIds } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import { routeHash } from '../../app/router';
import { stepStates } from '../guide/step-state-icon';
import styles from './progress-strip.module.css';

/** All steps side by side, each in its state and a way to it. */
export function ProgressStrip({ progress }: { readonly progress: Progress }) {
  return (
    <ol className={styles['strip']} aria-label="Steps and their states">
      {stepIds.map((id) => {
        const { kind } = progress.steps[id].state;
        const words = `Step ${id}, ${steps[id].title}: ${stepStates[kind].word}`;
        return (
          <li key={id} className={isGroupStep(id) ? (styles['grouped'] ?? '') : ''}>
            <Tooltip label={words}>
              <a className={styles['step']} href={routeHash('guide', id)} data-state={kind} aria-label={words}>
                {id}
              </a>
            </Tooltip>
          </li>
        );
      })}
    </ol>
  );
}
