import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explainDrift } from '../../../shared/golive/drift';
import { explainItem } from '../../../shared/golive/print-run-sheet';
import type { ChecklistItem } from '../../../shared/golive/run-sheet';
import type { Input } from '../../../shared/ipc/contract';
import type { GoLiveView } from '../../../shared/ipc/live';
import { DropTarget } from '../../components/drop-target';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import { ToneIcon } from '../../components/tone-icon';
import { demand, errorOf } from '../../state/demand';
import { shownTime } from '../../state/shown-time';
import { InsightsView } from './insights-view';
import styles from './live.module.css';

type ViewChannel = 'live:accept-danger' | 'live:withdraw-acceptance' | 'live:make-run-sheet';
type Change = { [C in ViewChannel]: { readonly channel: C; readonly input: Input<C> } }[ViewChannel];

/** Before: a checklist that nobody can clear without looking. After: the tenant and JumpCloud's own events against the plan. */
export function GoLiveTab({ workspaceId }: { readonly workspaceId: string }) {
  const client = useQueryClient();
  const key = ['live-go-live', workspaceId];
  const view = useQuery({ queryKey: key, queryFn: () => demand('live:go-live', { workspaceId }), staleTime: 0 });
  const [by, setBy] = useState('');
  const change = useMutation({
    mutationFn: ({ channel, input }: Change): Promise<GoLiveView> => demand(channel, input),
    onSuccess: (next) => client.setQueryData(key, next),
  });
  const save = useMutation({ mutationFn: () => demand('live:save-run-sheet', { workspaceId }) });
  const error = errorOf(view.error) ?? errorOf(change.error) ?? errorOf(save.error);
  return (
    <Stack gap="md">
      {error === null ? null : <ErrorNotice error={error} title="The checklist could not be made" onRetry={() => void view.refetch()} />}
      {view.data === undefined ? null : (
        <>
          <Section
            title="Before going live"
            aside={
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={save.isPending}
                  disabled={view.data.sheet === null}
                  onClick={() => save.mutate()}
                >
                  Save the run sheet…
                </Button>
                <Button
                  size="compact-sm"
                  loading={change.isPending && change.variables.channel === 'live:make-run-sheet'}
                  onClick={() => change.mutate({ channel: 'live:make-run-sheet', input: { workspaceId } })}
                >
                  {view.data.sheet === null ? 'Make the run sheet' : 'Make it anew'}
                </Button>
              </Group>
            }
          >
            <Stack gap="sm">
              <Standing view={view.data} />
              {typeof save.data === 'string' ? (
                <Notice tone="pass" role="status">
                  Saved as {save.data}
                </Notice>
              ) : null}
              {view.data.checklist.items.some((item) => item.kind === 'danger' && item.state !== 'accepted') ? (
                <TextInput
                  label="Your name"
                  description="Every open danger is accepted by name; the name stands in the run sheet."
                  value={by}
                  onChange={(event) => setBy(event.currentTarget.value)}
                  maw={320}
                />
              ) : null}
              {view.data.checklist.items.map((item) => (
                <Item
                  key={item.id}
                  item={item}
                  by={by.trim()}
                  onAccept={() => change.mutate({ channel: 'live:accept-danger', input: { workspaceId, id: item.id, by: by.trim() } })}
                  onWithdraw={() => change.mutate({ channel: 'live:withdraw-acceptance', input: { workspaceId, id: item.id } })}
                />
              ))}
              <Text size="sm" c="dimmed">
                Fingerprint of plan and inputs: <code>{view.data.fingerprint.slice(0, 16)}</code>. Made from:{' '}
                {view.data.inputs.map((input) => `${input.name} ${input.present ? '✓' : '–'}`).join(', ')}.
              </Text>
            </Stack>
          </Section>
          <AfterGoingLive workspaceId={workspaceId} />
        </>
      )}
    </Stack>
  );
}

function Standing({ view }: { readonly view: GoLiveView }) {
  const { checklist, sheet } = view;
  const open = checklist.items.filter((item) => item.kind !== 'done' && !(item.kind === 'danger' && item.state === 'accepted')).length;
  return (
    <>
      <Notice
        tone={checklist.clear ? 'pass' : 'warn'}
        role="status"
        title={checklist.clear ? 'Clear to go live' : `Not clear yet: ${open} ${open === 1 ? 'thing is' : 'things are'} open`}
      >
        {checklist.clear
          ? 'Preflight and login passed, and every danger of the plan was accepted by name.'
          : 'Each line below says what is missing or who must look.'}
      </Notice>
      {sheet === null ? null : sheet.stale.length === 0 ? (
        <Notice tone="info">
          Run sheet of {shownTime(sheet.madeAt)}, fingerprint <code>{sheet.fingerprint.slice(0, 16)}</code>: nothing changed since.
        </Notice>
      ) : (
        <Notice tone="warn" title="The run sheet is stale">
          Changed since {shownTime(sheet.madeAt)}: {sheet.stale.join(', ')}. Make it anew before going live.
        </Notice>
      )}
    </>
  );
}

const marks: Readonly<Record<'done' | 'open' | 'blocked', { readonly tone: Tone; readonly word: string }>> = {
  done: { tone: 'pass', word: 'done' },
  open: { tone: 'warn', word: 'open' },
  blocked: { tone: 'fail', word: 'blocked' },
};

interface ItemProps {
  readonly item: ChecklistItem;
  readonly by: string;
  readonly onAccept: () => void;
  readonly onWithdraw: () => void;
}

function Item({ item, by, onAccept, onWithdraw }: ItemProps) {
  const { mark, title, why, names } = explainItem(item);
  const { tone, word } = marks[mark];
  return (
    <div className={styles['item']} data-item={item.id} data-mark={mark}>
      <div className={styles['itemHead']}>
        <Tag tone={tone} icon={<ToneIcon tone={tone} size={13} />}>
          {word}
        </Tag>
        <strong>{title}</strong>
        <span className={styles['spacer']} />
        {item.kind !== 'danger' ? null : item.state === 'accepted' ? (
          <Button size="compact-sm" variant="default" onClick={onWithdraw}>
            Withdraw
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" disabled={by === ''} onClick={onAccept}>
            {by === '' ? 'Accept (enter your name first)' : `Accept as ${by}`}
          </Button>
        )}
      </div>
      <Text size="sm" mt={4}>
        {why}
      </Text>
      {names.length === 0 ? null : (
        <ul className={styles['names']}>
          {names.slice(0, 500).map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function AfterGoingLive({ workspaceId }: { readonly workspaceId: string }) {
  const compare = useMutation({ mutationFn: () => demand('live:compare-plan', { workspaceId }) });
  const insights = useMutation({ mutationFn: (bytes: Uint8Array) => demand('live:read-insights', { workspaceId, bytes }) });
  const error = errorOf(compare.error) ?? errorOf(insights.error);
  return (
    <Section
      title="After going live"
      aside={
        <Button size="compact-sm" variant="default" loading={compare.isPending} onClick={() => compare.mutate()}>
          Compare the tenant with the plan
        </Button>
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          Pull the tenant again under “Tenant”, then compare it with the plan. An export of Directory Insights (JumpCloud: Insights ›
          Directory, as JSON) shows what JumpCloud itself says it pushed (J14).
        </Text>
        {error === null ? null : <ErrorNotice error={error} title="It could not be compared" />}
        {compare.data === undefined ? null : compare.data.length === 0 ? (
          <Notice tone="pass" role="status">
            The tenant is as the plan foretold.
          </Notice>
        ) : (
          <Notice tone="warn" role="status" title={`${compare.data.length} differences from the plan`}>
            <ul className={styles['names']}>
              {compare.data.slice(0, 500).map((drift) => (
                <li key={explainDrift(drift)}>{explainDrift(drift)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <DropTarget
          label="Drop a Directory Insights export here"
          hint="JSON, or one event a line"
          accept=".json,.jsonl,.txt"
          maxBytes={64 * 1024 * 1024}
          onFile={({ bytes }) => insights.mutate(bytes)}
        />
        {insights.data === undefined ? null : <InsightsView findings={insights.data} />}
      </Stack>
    </Section>
  );
}
