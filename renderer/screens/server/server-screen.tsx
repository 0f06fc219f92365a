import { Tabs } from '@mantine/core';
import { useState } from 'react';
import type { ReplaySource, ServerView, StartOutcome } from '../../../shared/ipc/server';
import type { LogBound } from '../../../shared/mirror/log-bound';
import { navigate, useRoute } from '../../app/router';
import { ConfirmByTyping } from '../../components/confirm-by-typing';
import { ask } from '../../state/ask';
import { showDone, showUndo } from '../../state/undo-toast';
import { HistoryTab } from './history-tab';
import { JournalNotices } from './journal-notices';
import { LogBoundDialog } from './log-bound-dialog';
import { LogTab } from './log-tab';
import { ReplayTab } from './replay-tab';
import styles from './server.module.css';
import { ServerBar } from './server-bar';
import { ServerNotices } from './server-notices';
import { UnopenedJournal } from './unopened-journal';
import { useServer } from './use-server';

const tabs = ['log', 'replay', 'history'] as const;
type Tab = (typeof tabs)[number];

/** The local SCIM server: its life and values, its live log, requests played again, what changed a person. */
export function ServerScreen() {
  const { workspaceId, query, keep } = useServer();
  const { detail } = useRoute();
  const tab: Tab = tabs.find((one) => one === detail[0]) ?? 'log';
  const [portInUse, setPortInUse] = useState<Extract<StartOutcome, { kind: 'port-in-use' }> | null>(null);
  const [busy, setBusy] = useState(false);
  const [expression, setExpression] = useState('');
  const [opened, setOpened] = useState<number | null>(null);
  const [source, setSource] = useState<ReplaySource | null>(null);
  const [person, setPerson] = useState('');
  const [askingToken, setAskingToken] = useState(false);
  const [askingBound, setAskingBound] = useState(false);
  const view = query.data;
  const reset = async () => {
    const fresh = await ask('server:reset', { workspaceId }, 'The server could not be reset');
    if (fresh === null) return;
    keep(fresh);
    setOpened(null);
    setExpression('');
    const undo = async () => keep(await ask('server:undo-reset', { workspaceId }, 'The reset could not be undone'));
    showUndo({ message: 'The server holds the workspace’s organisation again, with an empty log.', onUndo: () => void undo() });
  };
  if (query.error !== null && view === undefined)
    return <UnopenedJournal error={query.error} onRetry={() => void query.refetch()} onBeginAnew={() => void reset()} />;
  if (view === undefined) return <div className={styles['screen']} role="status" aria-label="Loading" />;

  const start = async (port: number | null) => {
    setBusy(true);
    const outcome = await ask('server:start', { workspaceId, port }, 'The server could not be started');
    setBusy(false);
    if (outcome === null) return;
    setPortInUse(outcome.kind === 'port-in-use' ? outcome : null);
    if (outcome.kind === 'started') keep(outcome.view);
  };
  const stop = async () => {
    setBusy(true);
    keep(await ask('server:stop', { workspaceId }, 'The server could not be stopped'));
    setBusy(false);
  };
  const profile = async (chosen: ServerView['profile']) =>
    keep(await ask('server:set-profile', { workspaceId, profile: chosen }, 'The profile could not be changed'));
  const groups = async (on: boolean) =>
    keep(await ask('server:set-group-provisioning', { workspaceId, on }, 'Group provisioning could not be switched'));
  const copyToken = async () => (await ask('server:copy-token', { workspaceId }, 'The token could not be copied')) !== null;
  const newToken = async () => {
    keep(await ask('server:new-token', { workspaceId }, 'The token could not be made'));
    showDone('There is a new token; clients with the old one are refused.');
  };
  const keepLog = async (bound: LogBound) =>
    keep(await ask('server:set-log-bound', { workspaceId, bound }, 'The size of the log could not be changed'));
  const check = async () => keep(await ask('server:check-journal', { workspaceId }, 'The journal could not be checked'));
  const leaveCheck = async () => keep(await ask('server:leave-check', { workspaceId }, 'The check could not be left'));
  const recover = async () => keep(await ask('server:recover-journal', { workspaceId }, 'The journal could not be recovered'));
  const go = (to: Tab) => navigate('server', ...(to === 'log' ? [] : [to]));

  return (
    <div className={styles['screen']}>
      <ServerBar
        view={view}
        busy={busy}
        onStart={() => void start(null)}
        onStop={() => void stop()}
        onProfile={(chosen) => void profile(chosen)}
        onGroupProvisioning={(on) => void groups(on)}
        onCopyToken={copyToken}
        onNewToken={() => setAskingToken(true)}
        onReset={() => void reset()}
        onLogBound={() => setAskingBound(true)}
        onCheck={() => void check()}
      />
      <ServerNotices view={view} portInUse={portInUse} onStartOn={(port) => void start(port)} onReset={() => void reset()} />
      <JournalNotices
        journal={view.journal}
        onCheck={() => void check()}
        onLeave={() => void leaveCheck()}
        onRecover={() => void recover()}
      />
      <Tabs value={tab} onChange={(to) => go((to ?? 'log') as Tab)} className={styles['tabs'] ?? ''} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="log">Log</Tabs.Tab>
          <Tabs.Tab value="replay">Replay</Tabs.Tab>
          <Tabs.Tab value="history">What changed a person</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="log" className={styles['panel'] ?? ''}>
          <LogTab
            workspaceId={workspaceId}
            view={view}
            expression={expression}
            onExpression={setExpression}
            opened={opened}
            onOpen={setOpened}
            onStart={() => void start(null)}
            onReplay={(what) => {
              setSource(what);
              go('replay');
            }}
            onHistory={(userName) => {
              setPerson(userName);
              go('history');
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="replay" className={styles['panel'] ?? ''}>
          <ReplayTab workspaceId={workspaceId} source={source} onSource={setSource} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={styles['panel'] ?? ''}>
          <HistoryTab
            workspaceId={workspaceId}
            userName={person}
            onUserName={setPerson}
            onOpen={(id) => {
              setExpression('');
              setOpened(id);
              go('log');
            }}
          />
        </Tabs.Panel>
      </Tabs>
      <LogBoundDialog
        opened={askingBound}
        journal={view.journal}
        onBound={(bound) => void keepLog(bound)}
        onClose={() => setAskingBound(false)}
      />
      <ConfirmByTyping
        opened={askingToken}
        title="Make a new token"
        phrase="new token"
        confirmLabel="Make it"
        onConfirm={() => void newToken()}
        onClose={() => setAskingToken(false)}
      >
        Every client that has the old token is refused from then on, until it gets the new one.
      </ConfirmByTyping>
    </div>
  );
}
