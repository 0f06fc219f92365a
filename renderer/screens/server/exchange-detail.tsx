import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconPin,
  IconPinnedFilled,
  IconPlayerPlay,
  IconTerminal2,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { invoke, RequestError } from '../../bridge';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { EffectList } from './effect-list';
import { clockTime, statusTone } from './log-rows';
import { MarkedBody } from './marked-body';
import styles from './server.module.css';

interface ExchangeDetailProps {
  readonly workspaceId: string;
  readonly id: number;
  readonly pinned: boolean;
  /** Shown in place of the list, not below it. */
  readonly enlarged: boolean;
  readonly onEnlarge: (enlarged: boolean) => void;
  readonly onPin: (pinned: boolean) => void;
  readonly onCurl: () => void;
  readonly onReplay: () => void;
  readonly onRemove: () => void;
  readonly onHistory: (userName: string) => void;
  readonly onClose: () => void;
}

const fullTime = (at: number): string => new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** One exchange in full: request and answer side by side, the changed part marked, what it did to people beside them. */
export function ExchangeDetailPane(props: ExchangeDetailProps) {
  const { workspaceId, id, pinned, enlarged, onEnlarge, onPin, onCurl, onReplay, onRemove, onHistory, onClose } = props;
  const { data, error, refetch } = useQuery({
    queryKey: ['server-exchange', workspaceId, id],
    queryFn: async () => {
      const answer = await invoke('server:exchange', { workspaceId, id });
      if (!answer.ok) throw new RequestError('server:exchange', answer.error);
      return answer.value;
    },
  });
  if (error !== null) return <QueryError title="The exchange could not be read" error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data === null)
    return (
      <Text size="sm" c="dimmed" p="sm">
        {data === null ? 'This exchange is no longer in the log.' : 'Reading…'}
      </Text>
    );
  const { row } = data;
  const compared = data.comparedWith === null ? '' : `marked against request ${data.comparedWith}`;
  return (
    <section className={styles['detail']} aria-label={`Request ${id}`}>
      <div className={styles['detailHead']}>
        <Tag tone={statusTone(row.status)}>{row.status}</Tag>
        <Text size="sm" fw={650} className={styles['meaning']}>
          {row.meaning}
        </Text>
        <Text size="xs" c="dimmed" className={styles['facts']} title={fullTime(row.at)}>
          Request {row.id}, {clockTime(row.at)}, {row.durationMs < 10 ? row.durationMs.toFixed(1) : Math.round(row.durationMs)} ms
          {row.client === '' ? '' : `, from ${row.client}`}
        </Text>
        <Group gap={4} ms="auto" wrap="nowrap">
          <Button size="compact-sm" variant="default" leftSection={<IconPlayerPlay size={14} aria-hidden="true" />} onClick={onReplay}>
            Replay
          </Button>
          <Button size="compact-sm" variant="default" leftSection={<IconTerminal2 size={14} aria-hidden="true" />} onClick={onCurl}>
            Copy as curl
          </Button>
          <Tooltip label={pinned ? 'Unpin' : 'Pin: clearing the log keeps it'}>
            <ActionIcon aria-label={pinned ? 'Unpin' : 'Pin'} aria-pressed={pinned} onClick={() => onPin(!pinned)}>
              {pinned ? <IconPinnedFilled size={16} /> : <IconPin size={16} />}
            </ActionIcon>
          </Tooltip>
          <Tooltip label={enlarged ? 'Show the list again' : 'Enlarge: hide the list'}>
            <ActionIcon aria-label="Enlarge the detail" aria-pressed={enlarged} onClick={() => onEnlarge(!enlarged)}>
              {enlarged ? <IconArrowsMinimize size={16} /> : <IconArrowsMaximize size={16} />}
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Remove from the log">
            <ActionIcon aria-label="Remove from the log" onClick={onRemove}>
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Close">
            <ActionIcon aria-label="Close the detail" onClick={onClose}>
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </div>
      <div className={styles['three']}>
        <MarkedBody title="Request" side={data.request} note="× not in the answer" />
        <MarkedBody title="Answer" side={data.response} note={compared} />
        <EffectList detail={data} onHistory={onHistory} />
      </div>
    </section>
  );
}
