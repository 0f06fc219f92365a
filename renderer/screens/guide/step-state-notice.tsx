import { Button, Text } from '@mantine/core';
import type { StepId } from '../../../shared/guide/step-id';
import { Notice } from '../../components/notice';
import { useGuide } from '../../state/guide';
import { BlockerList } from './blocker-list';

/** Says above a step what it waits for, or that it was skipped or called done against its checks, and why. */
export function StepStateNotice({ id }: { readonly id: StepId }) {
  const { progress, actions } = useGuide();
  const { state } = progress.steps[id];
  const takeBack = (
    <Button size="compact-sm" variant="default" onClick={() => actions.setVerdict(id, null)}>
      Take that back
    </Button>
  );
  switch (state.kind) {
    case 'todo':
      return null;
    case 'in-progress':
      return state.waitsFor.length === 0 ? null : (
        <Notice tone="warn" title="Begun, but it still waits for">
          <BlockerList blockers={state.waitsFor} />
        </Notice>
      );
    case 'blocked':
      return (
        <Notice tone="warn" title="Waits for">
          <BlockerList blockers={state.by} />
        </Notice>
      );
    case 'done':
      return state.reason === null ? null : (
        <Notice tone="info" title="Called done, though not all checks hold" actions={takeBack}>
          <Text size="sm">Reason: {state.reason}</Text>
        </Notice>
      );
    case 'skipped':
      return (
        <Notice tone="info" title="Skipped" actions={takeBack}>
          <Text size="sm">Reason: {state.reason}</Text>
        </Notice>
      );
  }
}
