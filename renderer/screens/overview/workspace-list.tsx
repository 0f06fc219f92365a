import { ActionIcon, Button, Group, Menu, Table, Text } from '@mantine/core';
import { IconDotsVertical, IconPlus, IconRestore } from '@tabler/icons-react';
import type { WorkspaceSummary, WorkspacesView } from '../../../shared/ipc/workspaces';
import { Disclosure } from '../../components/disclosure';
import { ErrorNotice } from '../../components/error-notice';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { shownTime } from '../../state/shown-time';
import { openWorkspaceDialog } from '../../state/workspace-dialog';
import { workspaceActions } from '../../state/workspaces';
import { WorkspaceMenuItems } from './workspace-menu-items';

function Acts({ workspace, active }: { readonly workspace: WorkspaceSummary; readonly active: boolean }) {
  const { id, name } = workspace;
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {active ? null : (
        <Button size="compact-sm" variant="default" onClick={() => void workspaceActions.open(id)} aria-label={`Open ${name}`}>
          Open
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More for ${name}`}>
            <IconDotsVertical size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <WorkspaceMenuItems id={id} name={name} />
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function Trash({ view }: { readonly view: WorkspacesView }) {
  return (
    <Disclosure summary={`Deleted (${view.trash.length})`}>
      <Table verticalSpacing="xs" fz="sm">
        <Table.Tbody>
          {view.trash.map(({ trashId, name, deletedAt, goneAt }) => (
            <Table.Tr key={trashId}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>
                deleted {shownTime(deletedAt)}, kept until {shownTime(goneAt)}
              </Table.Td>
              <Table.Td>
                <Group gap={6} justify="flex-end" wrap="nowrap">
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconRestore size={15} aria-hidden="true" />}
                    onClick={() => void workspaceActions.restore(trashId)}
                    aria-label={`Take ${name} back`}
                  >
                    Take back
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red.8"
                    onClick={() => void workspaceActions.deleteForGood(trashId)}
                    aria-label={`Delete ${name} for good`}
                  >
                    Delete for good
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Disclosure>
  );
}

/** Every workspace, and those that were deleted and can still be taken back. */
export function WorkspaceList({ view }: { readonly view: WorkspacesView }) {
  return (
    <Section
      title="Workspaces"
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          onClick={() => openWorkspaceDialog({ kind: 'create' })}
        >
          New workspace…
        </Button>
      }
    >
      {view.workspaces.length === 0 ? (
        <Text size="sm" c="dimmed">
          None.
        </Text>
      ) : (
        <Table verticalSpacing="xs" fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Steps finished</Table.Th>
              <Table.Th>Changed</Table.Th>
              <Table.Th>
                <span className="visually-hidden">What can be done</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.workspaces.map((workspace) => {
              const active = workspace.id === view.activeId;
              return (
                <Table.Tr key={workspace.id} data-workspace={workspace.id}>
                  <Table.Td>
                    <Group gap={6}>
                      {workspace.name}
                      {active ? <Tag tone="info">open now</Tag> : null}
                      {workspace.kind === 'ready' && workspace.demo ? <Tag>demo</Tag> : null}
                    </Group>
                  </Table.Td>
                  {workspace.kind === 'ready' ? (
                    <>
                      <Table.Td>
                        {workspace.done + workspace.skipped} of {workspace.total}
                      </Table.Td>
                      <Table.Td>{shownTime(workspace.changedAt)}</Table.Td>
                      <Table.Td>
                        <Acts workspace={workspace} active={active} />
                      </Table.Td>
                    </>
                  ) : (
                    <Table.Td colSpan={3}>
                      <ErrorNotice title="Left as it is" error={workspace.problem} />
                    </Table.Td>
                  )}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {view.trash.length === 0 ? null : <Trash view={view} />}
    </Section>
  );
}
