import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { AppPlace } from '../../../shared/ipc/app';
import { invoke } from '../../bridge';
import { CopyButton } from '../../components/copy-button';
import { FieldGrid } from '../../components/field-grid';
import { showFailure } from '../../state/failure';
import { useWorkspaces } from '../../state/workspaces';
import { StoreReports } from '../overview/store-reports';

const placeNames = { data: 'Workspaces and settings', logs: 'The app’s own log' } as const satisfies Record<AppPlace, string>;

async function open(place: AppPlace): Promise<void> {
  try {
    const problem = await invoke('app:open-place', { place });
    if (problem !== null) showFailure('The folder could not be opened', { code: 'folder-not-opened', message: problem });
  } catch (cause) {
    showFailure('The folder could not be opened', cause);
  }
}

/** The folders of the app, and what happened to files that could not be read. */
export function DataPlaces() {
  const { data: places } = useQuery({ queryKey: ['app:places'], queryFn: () => invoke('app:places', undefined) });
  const { data: view } = useWorkspaces();
  if (places === undefined) return null;
  const line = (place: AppPlace) =>
    [
      placeNames[place],
      <Group key={place} gap={6}>
        <code>{places[place]}</code>
        <CopyButton text={places[place]} what="the path" />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFolderOpen size={15} aria-hidden="true" />}
          onClick={() => void open(place)}
          aria-label={`Open the folder: ${placeNames[place]}`}
        >
          Open
        </Button>
      </Group>,
    ] as const;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" maw={720}>
        Everything stays on this computer, in these folders. A file that cannot be read is set aside and reported here, never overwritten.
      </Text>
      <FieldGrid fields={[line('data'), line('logs')]} />
      <StoreReports reports={view?.reports ?? []} />
    </Stack>
  );
}
