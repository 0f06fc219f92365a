import { Anchor, Button, Text } from '@mantine/core';
import type { Blocker } from '../../../shared/guide/progress';
import type { StepId } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import { values } from '../../../shared/guide/values';
import { routeHash } from '../../app/router';
import { Notice } from '../../components/notice';
import { useGuide } from '../../state/guide';

function BlockerList({ blockers }: { readonly blockers: readonly Blocker[] }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.1rem' }}>
      {blockers.map((blocker) =>
        blocker.kind === 'step' ? (
          <li key={blocker.step}>
            <Anchor href={routeHash('guide', blocker.step)}>
              Step {blocker.step}: {steps[blocker.step].title}
            </Anchor>
          </li>
        ) : (
          <li key={blocker.value}>
            {values[blocker.value].name}, from <Anchor href={routeHash('guide', blocker.from)}>step {blocker.from}</Anchor>
          </li>
        ),
      )}
    </ul>
  );
}

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
        <Notice tone="warn" title="Cannot be finished yet. It waits for">
          <BlockerList blockers={state.waitsFor} />
        </Notice>
      );
    case 'blocked':
      return (
        <Notice tone="warn" title="Blocked by">
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
