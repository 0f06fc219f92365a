import { Autocomplete, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { WhatIfAction } from '../../../shared/plan/what-if-action';
import { FactBadge } from '../../components/fact-badge';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import type { TriedChange } from './tried-change';
import { useWhatIf } from './use-what-if';

interface TryDialogProps {
  readonly change: Exclude<TriedChange, { kind: 'change-rules' }>;
  readonly runId: string;
  readonly onClose: () => void;
}

const titles = {
  'rename-group': 'What if a group were renamed?',
  'untick-group': 'What if a group were unticked in JumpCloud?',
  'delete-group': 'What if a group were deleted in JumpCloud?',
  'move-person': 'What if a person were in other groups?',
} as const;

/** Fills a what-if in and plays it; the dialog closes when it was played. */
export function TryDialog({ change, runId, onClose }: TryDialogProps) {
  const workspaceId = useWorkspaceId();
  const { play } = useWhatIf();
  const { data: names = [] } = useQuery({
    queryKey: ['preview-group-names', workspaceId, runId],
    queryFn: () => fetchValue('preview:group-names', { workspaceId }),
  });
  const [group, setGroup] = useState(change.kind === 'rename-group' ? (change.displayName ?? '') : '');
  const [to, setTo] = useState('');
  const [userName, setUserName] = useState(change.kind === 'move-person' ? (change.userName ?? '') : '');
  const [from, setFrom] = useState('');
  const action = actionOf();

  function actionOf(): WhatIfAction | null {
    const known = names.includes(group);
    switch (change.kind) {
      case 'rename-group':
        return known && to.trim() !== '' && to.trim() !== group ? { kind: 'rename-group', displayName: group, to: to.trim() } : null;
      case 'untick-group':
      case 'delete-group':
        return known ? { kind: change.kind, displayName: group } : null;
      case 'move-person': {
        const out = from.trim() === '' ? null : from.trim();
        const into = to.trim() === '' ? null : to.trim();
        return userName.trim() !== '' && out !== into ? { kind: 'move-person', userName: userName.trim(), from: out, to: into } : null;
      }
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (action !== null && (await play(action))) onClose();
  };
  const groupField = (label: string, value: string, set: (value: string) => void, description?: string, focus = false) => (
    <Autocomplete
      {...(focus ? { 'data-autofocus': true } : {})}
      label={label}
      {...(description === undefined ? {} : { description })}
      // A name that is whole needs no suggestions, which would lie over the buttons.
      data={names.includes(value) ? [] : [...names]}
      limit={50}
      value={value}
      onChange={set}
      comboboxProps={{ withinPortal: true }}
      autoComplete="off"
    />
  );
  return (
    <Modal opened onClose={onClose} title={titles[change.kind]}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {change.kind === 'move-person' ? (
            <>
              <TextInput
                data-autofocus
                label="Person (e-mail)"
                value={userName}
                onChange={(event) => setUserName(event.currentTarget.value)}
                autoComplete="off"
              />
              {groupField('Out of group', from, setFrom, 'Empty: stays in every group they are in')}
              {groupField('Into group', to, setTo, 'Empty: into no other group')}
            </>
          ) : (
            groupField('Group', group, setGroup, undefined, true)
          )}
          {change.kind === 'rename-group' ? (
            <TextInput label="New name" value={to} onChange={(event) => setTo(event.currentTarget.value)} autoComplete="off" />
          ) : null}
          {change.kind === 'untick-group' ? (
            <Text size="sm" c="dimmed">
              The group stays at the vendor; its members are deactivated unless another bound group holds them{' '}
              <FactBadge
                id="J12"
                text="A group unbound from the application: it stays at the service, and its members are deactivated there unless another bound group holds them (documented for pre-built connectors)."
              />
              .
            </Text>
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={action === null}>
              Try it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
