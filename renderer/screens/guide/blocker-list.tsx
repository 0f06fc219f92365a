import { Anchor } from '@mantine/core';
import type { Blocker } from '../../../shared/guide/progress';
import type { StepId } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import { values } from '../../../shared/guide/values';
import { routeHash } from '../../app/router';
import styles from './blocker-list.module.css';
import { StepLink } from './step-link';

/** "IdP entity ID, ACS URL and Login URL" */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The values that are missing, by the step that they come from; each once. */
function valuesByStep(blockers: readonly Blocker[]): readonly (readonly [StepId, readonly string[]])[] {
  const found = new Map<StepId, Set<string>>();
  for (const blocker of blockers) {
    if (blocker.kind !== 'value') continue;
    const names = found.get(blocker.from) ?? new Set();
    found.set(blocker.from, names.add(values[blocker.value].name));
  }
  return [...found].map(([step, names]) => [step, [...names]]);
}

/** What a step waits for, each with the way there. */
export function BlockerList({ blockers }: { readonly blockers: readonly Blocker[] }) {
  return (
    <ul className={styles['list']}>
      {blockers.map((blocker) =>
        blocker.kind === 'step' ? (
          <li key={blocker.step}>
            <Anchor href={routeHash('guide', blocker.step)}>
              step {blocker.step}, {steps[blocker.step].title}
            </Anchor>
          </li>
        ) : null,
      )}
      {valuesByStep(blockers).map(([step, names]) => (
        <li key={`values-${step}`}>
          {listed(names)}, from <StepLink id={step} />
        </li>
      ))}
    </ul>
  );
}
