import { useEffect, useMemo, useRef } from 'react';
import { isStepId, type StepId, stepBeside } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import { navigate, useRoute } from '../../app/router';
import { useGuide } from '../../state/guide';
import { useUndoKeys } from '../../state/undo-keys';
import styles from './guide.module.css';
import { PasteSheet } from './paste-sheet';
import { StepFooter } from './step-footer';
import { StepList } from './step-list';
import { stepListEntries } from './step-list-entries';
import { StepPane } from './step-pane';
import { StepPick } from './step-pick';
import { useStepKeys } from './use-step-keys';

/** The guide: all steps at the left, the one at hand beside them. Which one it is stands in the address and is kept with the workspace. */
export function GuideScreen() {
  const { workspace, progress, actions } = useGuide();
  useUndoKeys(actions);
  const asked = useRoute().detail[0];
  const id: StepId = asked !== undefined && isStepId(asked) ? asked : workspace.currentStep;

  useEffect(() => {
    if (id !== workspace.currentStep) actions.goToStep(id);
  }, [id, workspace.currentStep, actions]);

  const entries = useMemo(() => stepListEntries(progress), [progress]);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    list.current?.querySelector(`[data-step="${id}"]`)?.scrollIntoView({ block: 'nearest' });
    if (shown.current === id) return;
    shown.current = id;
    scroller.current?.scrollTo({ top: 0 });
    scroller.current?.focus({ preventScroll: true });
  }, [id]);

  useStepKeys((offset) => {
    const beside = stepBeside(id, offset);
    if (beside !== null) navigate('guide', beside);
  });

  return (
    <div className={styles['layout']}>
      <div className={styles['list']} ref={list}>
        <StepList steps={entries} currentId={id} />
      </div>
      <PasteSheet step={steps[id]} />
      <div className={styles['pane']}>
        <div className={styles['scroller']} ref={scroller} tabIndex={-1}>
          <StepPick className={styles['pick']} steps={entries} currentId={id} />
          <div className={styles['content']}>
            <StepPane key={id} id={id} />
          </div>
        </div>
        <StepFooter key={id} id={id} />
      </div>
    </div>
  );
}
