import { Button, Group, Progress, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconArrowsExchange, IconFileImport, IconPlayerPlay, IconPlayerStop, IconPlayerTrackNext, IconTarget } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReplaySource } from '../../../shared/ipc/server';
import { describeView } from '../../../shared/mirror/describe-change';
import type { OrganisationCounts } from '../../../shared/mirror/replay-view';
import { EmptyState } from '../../components/empty-state';
import { Tag } from '../../components/tag';
import { ask } from '../../state/ask';
import { readablePath } from './log-rows';
import { ReplayRows } from './replay-rows';
import styles from './server.module.css';
import { useReplay } from './use-replay';

interface ReplayTabProps {
  readonly workspaceId: string;
  /** What was chosen to be played; null before anything was. */
  readonly source: ReplaySource | null;
  readonly onSource: (source: ReplaySource) => void;
}

const sourceWords = (source: ReplaySource): string => {
  switch (source.kind) {
    case 'ids':
      return source.ids.length === 1
        ? 'Request chosen in the log'
        : `${source.ids.length.toLocaleString('en-GB')} requests chosen in the log`;
    case 'log':
      return source.expression.trim() === '' ? 'The whole log' : `Requests that match ${source.expression.trim()}`;
    case 'file':
      return 'Traffic from a file';
  }
};

const n = (value: number): string => value.toLocaleString('en-GB');

const many = (value: number, one: string): string => `${n(value)} ${one}${value === 1 ? '' : 's'}`;

const countWords = (counts: OrganisationCounts): string =>
  [
    `${many(counts.users, 'user')}, ${n(counts.activeUsers)} active`,
    many(counts.admins, 'admin'),
    `${many(counts.groups, 'group')} with ${many(counts.memberships, 'membership')}`,
    many(counts.teams, 'team'),
    many(counts.concurrencyGroups, 'concurrency group'),
    many(counts.subOrganisations, 'sub-organisation'),
  ].join(', ');

/** Requests played again, one by one with the state at each point, or on until something happens. */
export function ReplayTab({ workspaceId, source, onSource }: ReplayTabProps) {
  const { replay, keep } = useReplay(workspaceId);
  const [target, setTarget] = useState<'fresh' | 'live'>('fresh');
  const [watch, setWatch] = useState('');
  const ready = async (what: ReplaySource) =>
    keep(
      await ask(
        'server:replay',
        { workspaceId, source: what, target, watch: watch.trim() === '' ? null : watch.trim() },
        'The requests could not be made ready',
      ),
    );
  const step = async () => keep(await ask('server:replay-step', { workspaceId }, 'The request could not be played'));
  const run = async (until: 'end' | 'difference' | 'watched') =>
    keep(await ask('server:replay-run', { workspaceId, until }, 'The requests could not be played'));
  const stop = () => ask('server:replay-stop', { workspaceId }, 'The replay could not be stopped');

  return (
    <div className={styles['scrolling']}>
      <Group gap="md" align="end">
        <div>
          <Text size="sm" fw={600} mb={4}>
            Where
          </Text>
          <SegmentedControl
            size="sm"
            aria-label="Where to play them"
            value={target}
            data={[
              { value: 'fresh', label: 'On a fresh copy' },
              { value: 'live', label: 'On this server' },
            ]}
            onChange={(value) => setTarget(value as 'fresh' | 'live')}
          />
        </div>
        <TextInput
          label="Watch a person (optional)"
          placeholder="ann@acme.example"
          value={watch}
          onChange={(event) => setWatch(event.currentTarget.value)}
          w={280}
          autoComplete="off"
          spellCheck={false}
        />
        {source === null ? null : (
          <Button
            leftSection={<IconArrowsExchange size={16} aria-hidden="true" />}
            onClick={() => void ready(source)}
            disabled={replay?.running === true}
          >
            Make ready
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden="true" />}
          onClick={() => {
            onSource({ kind: 'file' });
            void ready({ kind: 'file' });
          }}
          disabled={replay?.running === true}
        >
          Open a file…
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {source === null ? 'Choose requests in the log, or open recorded traffic.' : `${sourceWords(source)}.`}{' '}
        {target === 'fresh'
          ? 'A fresh copy begins where the log began and ends with the replay; the server itself is left alone.'
          : 'The requests reach this server: they are logged, and they change it.'}
      </Text>
      {replay === null ? (
        <EmptyState icon={IconArrowsExchange} title="Nothing is being replayed">
          Play a customer’s traffic or your own again: step by step with the state at each point, to the first answer that differs, or to
          the first request that changes a person.
        </EmptyState>
      ) : (
        <section className={styles['replay']} aria-label="Replay">
          <div className={styles['replayHead']}>
            <Tag tone="info">{replay.target === 'fresh' ? 'fresh copy' : 'this server'}</Tag>
            <Text size="sm" fw={600} role="status">
              {n(replay.played)} of {n(replay.total)} played
            </Text>
            <Text size="xs" c="dimmed">
              {replay.source}
            </Text>
            {replay.differences > 0 ? (
              <Tag tone="fail">{`${n(replay.differences)} answered differently, first ${n((replay.firstDifference ?? 0) + 1)}`}</Tag>
            ) : replay.played > 0 ? (
              <Tag tone="pass">answered as recorded</Tag>
            ) : null}
            <Group gap={6} ms="auto" wrap="nowrap">
              {replay.running ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPlayerStop size={14} aria-hidden="true" />}
                  onClick={() => void stop()}
                >
                  Stop
                </Button>
              ) : (
                <>
                  <Button
                    size="compact-sm"
                    leftSection={<IconPlayerTrackNext size={14} aria-hidden="true" />}
                    disabled={replay.upcoming === null}
                    onClick={() => void step()}
                  >
                    Step
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
                    disabled={replay.upcoming === null}
                    onClick={() => void run('end')}
                  >
                    To the end
                  </Button>
                  <Button size="compact-sm" variant="default" disabled={replay.upcoming === null} onClick={() => void run('difference')}>
                    To a difference
                  </Button>
                  {replay.watch === null ? null : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconTarget size={14} aria-hidden="true" />}
                      disabled={replay.upcoming === null || replay.watch.firstChange !== null}
                      onClick={() => void run('watched')}
                    >
                      To the person’s first change
                    </Button>
                  )}
                </>
              )}
            </Group>
          </div>
          <Progress value={(replay.played / replay.total) * 100} size="sm" aria-label="Played" />
          <div className={styles['point']}>
            <Text size="sm">
              <strong>At this point:</strong> {countWords(replay.counts)}
            </Text>
            {replay.watch === null ? null : (
              <Text size="sm">
                <strong>{replay.watch.userName}:</strong> {replay.watch.now === null ? 'not there' : describeView(replay.watch.now)}
                {replay.watch.firstChange === null ? '' : `; first changed by request ${n(replay.watch.firstChange + 1)}`}
              </Text>
            )}
            {replay.upcoming === null ? null : (
              <Text size="sm" c="dimmed" className={styles['path']}>
                Next: {replay.upcoming.method} {readablePath(replay.upcoming)}
              </Text>
            )}
          </div>
          {replay.played === 0 ? null : <ReplayRows workspaceId={workspaceId} replay={replay} />}
        </section>
      )}
    </div>
  );
}
