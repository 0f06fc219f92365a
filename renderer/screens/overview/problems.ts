import { isConfirmed } from '../../../shared/guide/progress';
import { type StepId, stepIds } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import { isSecret, type ValueId, valueIds } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import type { Guide } from '../../state/guide';

/** Something that keeps the set-up from working, with the way to where it is mended. */
export interface Problem {
  readonly key: string;
  readonly tone: 'fail' | 'warn';
  readonly title: string;
  readonly text: string;
  readonly at: { readonly screen: 'ledger'; readonly value: ValueId } | { readonly screen: 'guide'; readonly step: StepId };
}

function valueProblems(guide: Guide): readonly Problem[] {
  return valueIds.flatMap((id): readonly Problem[] => {
    const { state, findings } = guide.readings[id];
    const [worst] = findings;
    if ((state !== 'wrong' && state !== 'warned') || worst === undefined) return [];
    const rest = findings.filter(({ severity }) => severity !== 'note').length - 1;
    return [
      {
        key: `value-${id}`,
        tone: state === 'wrong' ? 'fail' : 'warn',
        title: `${values[id].name}: ${worst.title}`,
        text: `Expected ${worst.expected}; found ${worst.found}.${rest > 0 ? ` And ${rest} more.` : ''}`,
        at: { screen: 'ledger', value: id },
      },
    ];
  });
}

/** Values that stood differently when they were met again. */
function differences(guide: Guide): readonly Problem[] {
  return stepIds.flatMap((step) =>
    steps[step].valuesAgain.flatMap((id): readonly Problem[] => {
      const marks = isSecret(id) ? guide.workspace.token : guide.workspace.values[id];
      if (marks?.again[step] === undefined || isConfirmed(guide.workspace, id, step)) return [];
      return [
        {
          key: `again-${step}-${id}`,
          tone: 'fail',
          title: `${values[id].name}: not the same at step ${step}`,
          text: 'What stands there differs from what was noted before.',
          at: { screen: 'guide', step },
        },
      ];
    }),
  );
}

/** Everything that is known to be wrong, the worst first. */
export function openProblems(guide: Guide): readonly Problem[] {
  const all = [...differences(guide), ...valueProblems(guide)];
  return [...all.filter(({ tone }) => tone === 'fail'), ...all.filter(({ tone }) => tone === 'warn')];
}
