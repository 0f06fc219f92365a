import { Button, Group, Menu, Switch, Text, Tooltip } from '@mantine/core';
import { IconCloudComputing, IconDownload, IconPlayerPlay, IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { ReplaySource, ServerView } from '../../../shared/ipc/server';
import { navigate } from '../../app/router';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { ask } from '../../state/ask';
import { showDone, showUndo } from '../../state/undo-toast';
import { boundWords } from './bound-words';
import { ExchangeDetailPane } from './exchange-detail';
import { FilterBox } from './filter-box';
import { LogList } from './log-list';
import styles from './server.module.css';
import { useLog } from './use-log';

interface LogTabProps {
  readonly workspaceId: string;
  readonly view: ServerView;
  readonly expression: string;
  readonly onExpression: (expression: string) => void;
  readonly opened: number | null;
  readonly onOpen: (id: number | null) => void;
  readonly onStart: () => void;
  readonly onReplay: (source: ReplaySource) => void;
  readonly onHistory: (userName: string) => void;
}

const none: ReadonlySet<number> = new Set();
const quick = [
  { label: 'Refused', term: 'status>=400' },
  { label: 'Changing', term: 'is=changing' },
  { label: 'Pinned', term: 'is=pinned' },
] as const;

/** The live log with its filter and its actions, and the opened exchange below it. */
export function LogTab(props: LogTabProps) {
  const { workspaceId, view, expression, onExpression, opened, onOpen, onStart, onReplay, onHistory } = props;
  const [live, setLive] = useState(true);
  const [selected, setSelected] = useState<ReadonlySet<number>>(none);
  const [enlarged, setEnlarged] = useState(false);
  const { log, unseen, reload, loadMore, change } = useLog(workspaceId, expression, live);
  const chosen = selected.size;
  const ids = [...selected].sort((one, other) => one - other);

  const select = useCallback((id: number, on: boolean) => {
    setSelected((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  const onEnd = useCallback(() => void loadMore(), [loadMore]);

  const removed = async (words: string, removal: { readonly removalId: number; readonly count: number } | null) => {
    if (removal === null) return;
    setSelected(none);
    onOpen(null);
    await reload();
    const undo = async () => {
      await ask('server:undo-removal', { workspaceId, removalId: removal.removalId }, 'The requests could not be brought back');
      await reload();
    };
    showUndo({
      message: `${removal.count.toLocaleString('en-GB')} ${removal.count === 1 ? 'request was' : 'requests were'} ${words}.`,
      onUndo: () => void undo(),
    });
  };
  const clear = async () => removed('cleared', await ask('server:clear', { workspaceId }, 'The log could not be cleared'));
  const remove = async (which: readonly number[]) =>
    removed('removed', await ask('server:remove', { workspaceId, ids: [...which] }, 'The requests could not be removed'));
  const pin = async (id: number, pinned: boolean) => {
    if ((await ask('server:pin', { workspaceId, id, pinned }, 'The request could not be pinned')) === null) return;
    change(id, { pinned });
  };
  const exportTo = async (format: 'har' | 'json') => {
    const input = { workspaceId, format, ids: chosen > 0 ? ids : null, expression };
    const path = await ask('server:export', input, 'The log could not be exported');
    if (path !== null) showDone(`Saved to ${path}, with secrets removed.`);
  };
  const curl = async (id: number) => {
    if ((await ask('server:copy-curl', { workspaceId, id }, 'The command could not be copied')) === null) return;
    showDone('Copied as curl; the token is the variable $SCIM_TOKEN.');
  };
  const openedRow = log.rows.find(({ id }) => id === opened);
  const quietly = expression.trim() === '';

  return (
    <div className={styles['logTab']} data-split={opened !== null} data-enlarged={opened !== null && enlarged}>
      <div className={styles['tools']}>
        <FilterBox expression={expression} onExpression={onExpression} />
        <Group gap={4} wrap="nowrap">
          {quick.map(({ label, term }) => {
            const on = expression.split(' ').includes(term);
            return (
              <Button
                key={term}
                size="compact-xs"
                variant={on ? 'filled' : 'default'}
                aria-pressed={on}
                onClick={() =>
                  onExpression(
                    on
                      ? expression
                          .split(' ')
                          .filter((one) => one !== term)
                          .join(' ')
                      : `${expression} ${term}`.trim(),
                  )
                }
              >
                {label}
              </Button>
            );
          })}
        </Group>
        <Group gap="xs" ms="auto" wrap="nowrap">
          <Tooltip label={boundWords(view.journal)} multiline maw={360}>
            <Text size="xs" c="dimmed" role="status" className={styles['count']}>
              {chosen > 0 ? `${chosen.toLocaleString('en-GB')} chosen of ` : ''}
              {log.total.toLocaleString('en-GB')} {log.total === 1 ? 'request' : 'requests'}
            </Text>
          </Tooltip>
          {unseen ? (
            <Button size="compact-xs" variant="light" onClick={() => void reload()}>
              Show what is new
            </Button>
          ) : null}
          <Switch size="xs" label="Live" checked={live} onChange={(event) => setLive(event.currentTarget.checked)} />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="compact-sm" variant="default" leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}>
                Replay
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={chosen === 0} onClick={() => onReplay({ kind: 'ids', ids })}>
                The chosen {chosen > 0 ? chosen.toLocaleString('en-GB') : 'ones'}
              </Menu.Item>
              <Menu.Item disabled={log.total === 0} onClick={() => onReplay({ kind: 'log', expression })}>
                {quietly ? 'The whole log' : 'All that match the filter'}
              </Menu.Item>
              <Menu.Item onClick={() => onReplay({ kind: 'file' })}>Traffic from a file (HAR, JSON)…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconDownload size={14} aria-hidden="true" />}
                disabled={log.total === 0}
              >
                Export
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>
                {chosen > 0 ? 'The chosen ones' : quietly ? 'The whole log' : 'All that match the filter'}, without secrets
              </Menu.Label>
              <Menu.Item onClick={() => void exportTo('har')}>HTTP archive (HAR)</Menu.Item>
              <Menu.Item onClick={() => void exportTo('json')}>JSON, to read back here</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => navigate('bundle', 'make', 'server')}>Support bundle, without people’s names…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconTrash size={14} aria-hidden="true" />}
            disabled={log.total === 0}
            onClick={() => void (chosen > 0 ? remove(ids) : clear())}
          >
            {chosen > 0 ? 'Remove' : 'Clear'}
          </Button>
        </Group>
      </div>
      {log.error === null ? null : <ErrorNotice title="The log could not be read" error={log.error} onRetry={() => void reload()} />}
      <LogList
        rows={log.rows}
        total={log.total}
        opened={opened}
        selected={selected}
        onOpen={onOpen}
        onSelect={select}
        onSelectAll={(on) => setSelected(on ? new Set(log.rows.map(({ id }) => id)) : none)}
        onEnd={onEnd}
        empty={log.loaded ? quietly ? <NothingYet view={view} onStart={onStart} /> : 'No request matches the filter.' : null}
      />
      {opened === null ? null : (
        <ExchangeDetailPane
          workspaceId={workspaceId}
          id={opened}
          pinned={openedRow?.pinned === true}
          enlarged={enlarged}
          onEnlarge={setEnlarged}
          onPin={(pinned) => void pin(opened, pinned)}
          onCurl={() => void curl(opened)}
          onReplay={() => onReplay({ kind: 'ids', ids: [opened] })}
          onRemove={() => void remove([opened])}
          onHistory={onHistory}
          onClose={() => onOpen(null)}
        />
      )}
    </div>
  );
}

function NothingYet({ view, onStart }: { readonly view: ServerView; readonly onStart: () => void }) {
  const running = view.state.kind === 'running';
  return (
    <EmptyState
      icon={IconPlugConnected}
      title={running ? 'No request has come yet' : 'The server does not run'}
      actions={
        running ? (
          <Button leftSection={<IconCloudComputing size={16} aria-hidden="true" />} onClick={() => navigate('jumpcloud')}>
            Send some with the virtual JumpCloud
          </Button>
        ) : (
          <Button leftSection={<IconPlayerPlay size={16} aria-hidden="true" />} onClick={onStart}>
            Start the server
          </Button>
        )
      }
    >
      {running
        ? 'Every request is listed here the moment it is answered, with what it did to people. Any SCIM client of this machine can use the base URL and the token above.'
        : 'It answers on this machine only, as the vendor answers. What it is sent is kept in the workspace and listed here.'}
    </EmptyState>
  );
}
