import { Button, Menu } from '@mantine/core';
import { IconAdjustments, IconHistoryOff } from '@tabler/icons-react';
import { useState } from 'react';
import { RequestError } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { PageHeader } from '../../components/page-header';
import { ask } from '../../state/ask';
import { showDone } from '../../state/undo-toast';
import { DialectDialog } from './dialect-dialog';
import styles from './jumpcloud.module.css';
import { ScriptList } from './script-list';
import { ScriptPage } from './script-page';
import { useVirtual } from './use-virtual';

/** The virtual JumpCloud: a sequence is chosen, its real requests are seen, sent one by one or all at once, and judged. */
export function JumpcloudScreen() {
  const { workspaceId, query, keep } = useVirtual();
  const [chosen, setChosen] = useState<string | null>(null);
  const [settingsOpened, setSettingsOpened] = useState(false);
  const view = query.data;
  const selected = chosen ?? view?.run?.scriptId ?? 'activate';
  const script = view?.scripts.find(({ id }) => id === selected);
  const forget = async () => {
    keep.view(await ask('virtual:forget', { workspaceId }, 'The virtual JumpCloud could not be reset'));
    showDone('The virtual JumpCloud starts anew from the roster.');
  };
  return (
    <>
      <PageHeader
        title="Virtual JumpCloud"
        lead="JumpCloud cannot reach this machine, so this client sends what it is assumed to send, over a real connection."
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconAdjustments size={16} aria-hidden="true" />}
              onClick={() => setSettingsOpened(true)}
              disabled={view === undefined}
            >
              How it writes
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default">More</Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconHistoryOff size={16} aria-hidden="true" />} onClick={() => void forget()}>
                  Forget what was synced
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      {query.error === null ? null : (
        <ErrorNotice
          title="The virtual JumpCloud could not be opened"
          error={query.error instanceof RequestError ? query.error.error : { code: 'window-fault', message: query.error.message }}
          onRetry={() => void query.refetch()}
        />
      )}
      {view === undefined || script === undefined ? null : (
        <div className={styles['columns']}>
          <ScriptList scripts={view.scripts} selected={selected} onSelect={setChosen} />
          <ScriptPage key={selected} workspaceId={workspaceId} script={script} view={view} keep={keep} />
          <DialectDialog
            opened={settingsOpened}
            dialect={view.dialect}
            groupBox={view.groupBox}
            onClose={() => setSettingsOpened(false)}
            onChange={async (parts) => keep.view(await ask('virtual:set', { workspaceId, ...parts }, 'The setting could not be kept'))}
          />
        </div>
      )}
    </>
  );
}
