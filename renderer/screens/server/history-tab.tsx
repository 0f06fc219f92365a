import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconHistory, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { describeChange } from '../../../shared/mirror/describe-change';
import { invoke, RequestError } from '../../bridge';
import { EmptyState } from '../../components/empty-state';
import { QueryError } from '../../components/query-error';
import { Tag } from '../../components/tag';
import { shownTime } from '../../state/shown-time';
import styles from './server.module.css';

interface HistoryTabProps {
  readonly workspaceId: string;
  readonly userName: string;
  readonly onUserName: (userName: string) => void;
  readonly onOpen: (id: number) => void;
}

/** What changed a person, over the whole journal: the first step is the request that began it. */
export function HistoryTab({ workspaceId, userName, onUserName, onOpen }: HistoryTabProps) {
  const [text, setText] = useState(userName);
  useEffect(() => setText(userName), [userName]);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['server-history', workspaceId, userName],
    enabled: userName !== '',
    staleTime: 0,
    queryFn: async () => {
      const answer = await invoke('server:history', { workspaceId, userName });
      if (!answer.ok) throw new RequestError('server:history', answer.error);
      return answer.value;
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === userName) void refetch();
    else onUserName(text.trim());
  };
  return (
    <div className={styles['scrolling']}>
      <form onSubmit={submit}>
        <Group gap="xs" align="end">
          <TextInput
            label="Person"
            placeholder="ann@acme.example"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            w={340}
            autoComplete="off"
            spellCheck={false}
          />
          <Button
            type="submit"
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            disabled={text.trim() === ''}
            loading={isFetching}
          >
            Find what changed them
          </Button>
        </Group>
      </form>
      {error === null ? null : <QueryError title="The journal could not be played" error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        userName === '' ? (
          <EmptyState icon={IconHistory} title="Whose history?">
            Type somebody’s userName: the journal is played from its beginning on a copy, and every request that changed them is listed. The
            first one is where it began.
          </EmptyState>
        ) : null
      ) : data.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing in the journal changed {userName}.
        </Text>
      ) : (
        <ol className={styles['history']} aria-label={`What changed ${userName}`}>
          {data.map((step, at) => (
            <li key={step.seq}>
              <div className={styles['historyHead']}>
                {at === 0 ? <Tag tone="info">first change</Tag> : null}
                <Text size="sm" fw={600}>
                  {step.words}
                </Text>
                <Text size="xs" c="dimmed">
                  {shownTime(new Date(step.at).toISOString())}
                </Text>
                {step.exchangeId === null ? (
                  <Tag>vendor’s admin</Tag>
                ) : (
                  <Button size="compact-xs" variant="default" onClick={() => onOpen(step.exchangeId ?? 0)}>
                    Request {step.exchangeId}
                  </Button>
                )}
              </div>
              <ul className={styles['changes']}>
                {describeChange(step).map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
