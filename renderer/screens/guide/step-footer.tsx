import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type StepId, stepBeside } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import { navigate } from '../../app/router';
import { useGuide } from '../../state/guide';
import { ReasonDialog } from './reason-dialog';
import styles from './step-footer.module.css';

type Asking = 'skip' | 'done-anyway' | null;

/** The way on: back, skip, call it done, next. A step whose open checks are only the admin's own is ticked off in one click. */
export function StepFooter({ id }: { readonly id: StepId }) {
  const { progress, actions } = useGuide();
  const [asking, setAsking] = useState<Asking>(null);
  const { state, checks } = progress.steps[id];
  const before = stepBeside(id, -1);
  const after = stepBeside(id, 1);
  const open = checks.filter(({ passed }) => !passed).map(({ check }) => check);
  const ownTicks = open.flatMap((check) => (check.kind === 'seen' ? [check.id] : []));
  const finished = state.kind === 'done' || state.kind === 'skipped';
  const onlyTicksLeft = !finished && open.length > 0 && ownTicks.length === open.length;
  const goOn = () => {
    if (after !== null) navigate('guide', after);
    else navigate('overview');
  };
  const nextLabel = after === null ? 'To the overview' : `Next: step ${after}`;

  return (
    <footer className={styles['footer']}>
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
        disabled={before === null}
        onClick={() => {
          if (before !== null) navigate('guide', before);
        }}
      >
        Back
      </Button>
      <Text size="sm" c="dimmed" className={styles['count'] ?? ''} role="status">
        {finished ? (state.kind === 'done' ? 'Done' : 'Skipped') : `${checks.length - open.length} of ${checks.length} checks`}
      </Text>
      <Group gap="xs" wrap="nowrap" className={styles['acts'] ?? ''}>
        {finished ? null : (
          <>
            <Button variant="subtle" color="gray" px="xs" onClick={() => setAsking('skip')}>
              Skip…
            </Button>
            {onlyTicksLeft ? null : (
              <Button variant="subtle" color="gray" px="xs" onClick={() => setAsking('done-anyway')}>
                Done anyway…
              </Button>
            )}
          </>
        )}
        {onlyTicksLeft ? (
          <Button
            leftSection={<IconCheck size={16} aria-hidden="true" />}
            onClick={() => {
              actions.setSeen(id, ownTicks, true);
              goOn();
            }}
          >
            {ownTicks.length === 1 ? 'Done, next' : `Tick all ${ownTicks.length}, next`}
          </Button>
        ) : (
          <Button
            variant={finished ? 'filled' : 'default'}
            rightSection={<IconArrowRight size={16} aria-hidden="true" />}
            onClick={goOn}
            {...(after === null ? {} : { title: steps[after].title })}
          >
            {nextLabel}
          </Button>
        )}
      </Group>
      <ReasonDialog
        opened={asking === 'skip'}
        title={`Skip step ${id}`}
        text="Steps that need this one can then be finished without it. The reason is what a colleague, or you in half a year, will go by."
        confirmLabel="Skip it"
        onReason={(reason) => actions.setVerdict(id, { kind: 'skipped', reason })}
        onClose={() => setAsking(null)}
      />
      <ReasonDialog
        opened={asking === 'done-anyway'}
        title={`Call step ${id} done`}
        text={`${open.length} of its checks ${open.length === 1 ? 'does' : 'do'} not hold. Say why it is done all the same.`}
        confirmLabel="Call it done"
        onReason={(reason) => actions.setVerdict(id, { kind: 'done-anyway', reason })}
        onClose={() => setAsking(null)}
      />
    </footer>
  );
}
