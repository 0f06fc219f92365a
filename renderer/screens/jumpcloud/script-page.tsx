import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlayerPlay, IconPlayerTrackNext, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { ScriptCard, VirtualTarget, VirtualView } from '../../../shared/ipc/virtual';
import type { RunView } from '../../../shared/jumpcloud/virtual/run-view';
import { routeHash } from '../../app/router';
import { Disclosure } from '../../components/disclosure';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { ask } from '../../state/ask';
import { showDone } from '../../state/undo-toast';
import { chosenChange, noChoices, type RunChoices } from './run-choices';
import { RunForm } from './run-form';
import { RunPanel } from './run-panel';
import { ScriptEditor } from './script-editor';
import { ScriptSteps } from './script-steps';
import { TargetFields } from './target-fields';
import { useScript } from './use-virtual';

interface ScriptPageProps {
  readonly workspaceId: string;
  readonly script: ScriptCard;
  readonly view: VirtualView;
  readonly keep: { readonly view: (view: VirtualView | null) => void; readonly run: (run: RunView | null) => void };
}

const needsRoster = (script: ScriptCard): boolean => !script.asks.includes('test-email');

/** One sequence: what it sends, what it asks for, and its run. */
export function ScriptPage({ workspaceId, script, view, keep }: ScriptPageProps) {
  const [choices, setChoices] = useState<RunChoices>({ ...noChoices, testEmail: view.suggestedTestEmail });
  const [target, setTarget] = useState<VirtualTarget>({ kind: 'local' });
  const [startedRun, setStartedRun] = useState<number | null>(null);
  const [editing, setEditing] = useState(false);
  const { data } = useScript(workspaceId, script.id, JSON.stringify([view.dialect, script.edited]));
  const run = view.run;
  const mine = run !== null && run.scriptId === script.id ? run : null;
  const busy = run !== null && run.outcome === null;
  const change = chosenChange(script, choices);
  const runs = script.localOnly || target.kind === 'local' ? view.localBaseUrl !== null : target.baseUrl !== '';
  const missingRoster = needsRoster(script) && view.directory === null;
  const startable = !busy && change !== 'incomplete' && runs && !missingRoster;

  const start = async (toEnd: boolean) => {
    if (change === 'incomplete') return;
    const sendTo = script.localOnly ? ({ kind: 'local' } as const) : target;
    const started = await ask(
      'virtual:start',
      { workspaceId, scriptId: script.id, target: sendTo, change, testEmail: choices.testEmail.trim() },
      'The sequence could not be started',
    );
    keep.run(started);
    setStartedRun(started?.runId ?? null);
    if (started !== null && toEnd && started.outcome === null) await drive('virtual:run');
  };
  const drive = async (channel: 'virtual:step' | 'virtual:run' | 'virtual:cancel') =>
    keep.run(await ask(channel, { workspaceId }, 'The sequence could not go on'));
  const saveScript = async (text: string): Promise<boolean> => {
    const saved = await ask('virtual:save-script', { workspaceId, scriptId: script.id, text }, 'The script could not be kept');
    keep.view(saved);
    return saved !== null;
  };
  const restoreScript = async () => {
    keep.view(await ask('virtual:restore-script', { workspaceId, scriptId: script.id }, 'The built-in script could not be taken'));
    showDone('The built-in script is in use again.');
  };

  return (
    <Stack gap="md" miw={0}>
      <Section
        title={script.name}
        aside={
          <>
            <Tag>{script.edited ? 'edited sequence' : 'assumed sequence'}</Tag>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPencil size={15} aria-hidden="true" />}
              onClick={() => setEditing(true)}
              disabled={data === undefined}
            >
              Edit
            </Button>
          </>
        }
      >
        <Stack gap="sm">
          <Text size="sm" maw={760}>
            {script.about}
          </Text>
          {missingRoster ? (
            <Notice tone="info" title="There is no roster yet">
              <Text size="sm">
                This sequence pushes people and groups. <Anchor href={routeHash('roster')}>Import who is in JumpCloud</Anchor> first.
              </Text>
            </Notice>
          ) : (
            <RunForm
              workspaceId={workspaceId}
              script={script}
              view={view}
              choices={choices}
              onChange={(parts) => setChoices({ ...choices, ...parts })}
            />
          )}
          <TargetFields localBaseUrl={view.localBaseUrl} localOnly={script.localOnly} target={target} onChange={setTarget} />
          <Group gap="xs">
            <Button leftSection={<IconPlayerPlay size={16} aria-hidden="true" />} disabled={!startable} onClick={() => void start(true)}>
              Run all
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlayerTrackNext size={16} aria-hidden="true" />}
              disabled={!startable}
              onClick={() => void start(false)}
            >
              Step by step
            </Button>
            {busy && mine === null ? (
              <Text size="sm" c="dimmed">
                “{run.name}” is still under way.
              </Text>
            ) : null}
          </Group>
          {data === undefined ? null : (
            <Disclosure key={mine === null ? 'before' : 'after'} open={mine === null} summary="What it sends">
              <ScriptSteps script={data.script} />
            </Disclosure>
          )}
          {view.directory === null ? null : (
            <Group gap={6}>
              <IconUsersGroup size={15} aria-hidden="true" />
              <Text size="xs" c="dimmed">
                {view.directory.people.toLocaleString('en-GB')} people, {view.directory.bound.length.toLocaleString('en-GB')} bound groups
                {view.directory.changed ? ', changed by what was rehearsed since the import' : ', as imported'}
              </Text>
            </Group>
          )}
        </Stack>
      </Section>
      {mine === null ? null : (
        <RunPanel
          key={mine.runId}
          workspaceId={workspaceId}
          run={mine}
          justStarted={mine.runId === startedRun}
          onStep={() => void drive('virtual:step')}
          onRunRest={() => void drive('virtual:run')}
          onCancel={() => void drive('virtual:cancel')}
        />
      )}
      {data === undefined ? null : (
        <ScriptEditor
          opened={editing}
          name={script.name}
          text={data.text}
          edited={script.edited}
          onSave={saveScript}
          onRestore={() => void restoreScript()}
          onClose={() => setEditing(false)}
        />
      )}
    </Stack>
  );
}
