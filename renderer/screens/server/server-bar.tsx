import { ActionIcon, Button, Code, Group, Menu, SegmentedControl, Switch, Text, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconDots,
  IconKey,
  IconListNumbers,
  IconPlayerPlay,
  IconPlayerStop,
  IconRestore,
  IconStethoscope,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ServerView } from '../../../shared/ipc/server';
import { CopyButton } from '../../components/copy-button';
import { Tag } from '../../components/tag';
import styles from './server.module.css';

interface ServerBarProps {
  readonly view: ServerView;
  readonly busy: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onProfile: (profile: ServerView['profile']) => void;
  readonly onGroupProvisioning: (on: boolean) => void;
  readonly onCopyToken: () => Promise<boolean>;
  readonly onNewToken: () => void;
  readonly onReset: () => void;
  readonly onLogBound: () => void;
  readonly onCheck: () => void;
}

function TokenCopy({ onCopy }: { readonly onCopy: () => Promise<boolean> }) {
  const [copied, setCopied] = useState(false);
  const words = copied ? 'Copied bearer token' : 'Copy bearer token';
  const copy = async () => {
    if (!(await onCopy())) return;
    setCopied(true);
    window.setTimeout(() => setCopied(false), 1600);
  };
  return (
    <Tooltip label={words}>
      <ActionIcon aria-label={words} onClick={() => void copy()}>
        {copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />}
      </ActionIcon>
    </Tooltip>
  );
}

const written = (value: number, one: string, many: string): string => `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;

/** The server at a glance: whether it runs, the values to paste elsewhere, how it behaves, what it holds. */
export function ServerBar(props: ServerBarProps) {
  const { view, busy, onStart, onStop, onProfile, onGroupProvisioning, onCopyToken, onNewToken, onReset, onLogBound, onCheck } = props;
  const { state, counts, token, profile } = view;
  const running = state.kind === 'running';
  return (
    <div className={styles['bar']}>
      <div className={styles['barLine']}>
        <h1 className={styles['title']}>Local SCIM server</h1>
        <Tag tone={running ? 'pass' : 'neutral'}>{running ? 'running' : 'stopped'}</Tag>
        <Text size="sm" c="dimmed" className={styles['holds']}>
          {written(counts.activeUsers, 'active user', 'active users')} of {counts.users.toLocaleString('en-GB')},{' '}
          {written(counts.groups, 'group', 'groups')}, {written(counts.teams, 'team', 'teams')}
        </Text>
        <Group gap="xs" ms="auto" wrap="nowrap">
          {running ? (
            <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden="true" />} onClick={onStop} loading={busy}>
              Stop
            </Button>
          ) : (
            <Button leftSection={<IconPlayerPlay size={16} aria-hidden="true" />} onClick={onStart} loading={busy}>
              Start
            </Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label="More about the server">
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconKey size={16} aria-hidden="true" />} onClick={onNewToken}>
                Make a new token
              </Menu.Item>
              <Menu.Item leftSection={<IconListNumbers size={16} aria-hidden="true" />} onClick={onLogBound}>
                How much of the log is kept…
              </Menu.Item>
              <Menu.Item leftSection={<IconStethoscope size={16} aria-hidden="true" />} onClick={onCheck}>
                Check the whole journal
              </Menu.Item>
              <Menu.Item leftSection={<IconRestore size={16} aria-hidden="true" />} onClick={onReset}>
                Reset to the workspace’s organisation
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </div>
      <div className={styles['barLine']}>
        <Group gap={6} wrap="nowrap">
          <Text size="xs" c="dimmed">
            Base URL
          </Text>
          {running ? (
            <>
              <Code>{state.baseUrl}</Code>
              <CopyButton text={state.baseUrl} what="Base URL" />
            </>
          ) : (
            <Text size="xs" c="dimmed">
              {view.port === null ? 'a free port once it runs' : `port ${view.port} once it runs`}
            </Text>
          )}
        </Group>
        <Group gap={6} wrap="nowrap">
          <Text size="xs" c="dimmed">
            Token
          </Text>
          <Code>…{token.last4}</Code>
          <TokenCopy onCopy={onCopyToken} />
          {token.storedIn === 'memory' ? (
            <Tooltip label="There is no keyring on this system: the token is another one after each start of the app.">
              <span>
                <Tag tone="warn">until the app ends</Tag>
              </span>
            </Tooltip>
          ) : null}
        </Group>
        <Group gap="sm" ms="auto" wrap="nowrap">
          <Switch
            size="xs"
            label="Group provisioning"
            checked={counts.groupProvisioning}
            disabled={profile === 'rfc'}
            onChange={(event) => onGroupProvisioning(event.currentTarget.checked)}
          />
          <Tooltip label="As the vendor answers, or strictly as the RFCs say: so that a failure can be pinned on one or the other.">
            <SegmentedControl
              size="xs"
              aria-label="Profile"
              value={profile}
              data={[
                { value: 'vendor', label: 'As the vendor' },
                { value: 'rfc', label: 'By the RFC' },
              ]}
              onChange={(value) => onProfile(value as ServerView['profile'])}
            />
          </Tooltip>
        </Group>
      </div>
    </div>
  );
}
