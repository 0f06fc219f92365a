import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { GroupDetail } from '../../../shared/ipc/preview';
import { QueryError } from '../../components/query-error';
import { SideSheet } from '../../components/side-sheet';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { ChainList } from './chain-view';
import type { TriedChange } from './tried-change';
import { useWhatIf } from './use-what-if';

interface GroupDrawerProps {
  readonly runId: string;
  /** Null while no group is looked at. */
  readonly displayName: string | null;
  readonly onClose: () => void;
  readonly onMembers: (displayName: string) => void;
  readonly onTry: (change: TriedChange) => void;
}

/** One group: why it is mapped as it is and why not otherwise, its people, and what can be tried with it. */
export function GroupDrawer({ runId, displayName, onClose, onMembers, onTry }: GroupDrawerProps) {
  const workspaceId = useWorkspaceId();
  const { data, error } = useQuery({
    queryKey: ['preview-group', workspaceId, runId, displayName],
    queryFn: () => fetchValue('preview:group', { workspaceId, displayName: displayName ?? '' }),
    enabled: displayName !== null,
  });
  return (
    <SideSheet opened={displayName !== null} onClose={onClose} title={displayName}>
      {error === null ? null : <QueryError title="The group could not be looked up" error={error} />}
      {data === undefined ? (
        error === null ? (
          <Loader aria-label="Looking the group up" />
        ) : null
      ) : data === null ? (
        <Text size="sm">No group of that name is in this run any more; it may have another name now.</Text>
      ) : (
        <Story group={data} onMembers={onMembers} onTry={onTry} />
      )}
    </SideSheet>
  );
}

function Story({ group, onMembers, onTry }: { readonly group: GroupDetail } & Pick<GroupDrawerProps, 'onMembers' | 'onTry'>) {
  const { displayName, state, members, changed, chains } = group;
  const { play } = useWhatIf();
  return (
    <Stack gap="md">
      <Group gap="xs">
        {state === 'deleted' ? <Tag tone="fail">deleted</Tag> : null}
        <Text size="sm">
          {members.toLocaleString('en-GB')} {members === 1 ? 'member' : 'members'}, of whom {changed.toLocaleString('en-GB')} change
        </Text>
        {members === 0 ? null : (
          <Button size="compact-sm" variant="default" onClick={() => onMembers(displayName)}>
            Show them
          </Button>
        )}
      </Group>
      <section aria-label="Why, and why not">
        <Text fw={650} mb="xs">
          Why, and why not
        </Text>
        <ChainList chains={chains} label="Why, and why not" />
      </section>
      <section aria-label="What if of this group">
        <Text fw={650} mb="xs">
          What if…
        </Text>
        {state === 'deleted' ? (
          <Button size="xs" variant="default" onClick={() => void play({ kind: 'restore-group', displayName })}>
            …it were pushed again
          </Button>
        ) : (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => onTry({ kind: 'rename-group', displayName })}>
              …it were renamed
            </Button>
            <Button size="xs" variant="default" onClick={() => void play({ kind: 'untick-group', displayName })}>
              …it were unticked in JumpCloud
            </Button>
            <Button size="xs" variant="default" onClick={() => void play({ kind: 'delete-group', displayName })}>
              …it were deleted
            </Button>
          </Group>
        )}
      </section>
    </Stack>
  );
}
