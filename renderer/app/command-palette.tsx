import { useMantineColorScheme } from '@mantine/core';
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import type { WorkspacesView } from '../../shared/ipc/workspaces';
import { useGuideState } from '../state/guide';
import { commandEntries, screenEntries, stepEntries, valueEntries } from './palette-entries';

const [store, palette] = createSpotlight();

/** Opens the palette from anywhere. */
export const openPalette = (): void => palette.open();

interface CommandPaletteProps {
  readonly workspaces: WorkspacesView;
  readonly showShortcuts: () => void;
}

/** Search for anything by name: screens, steps, values, commands. Its entries are made only while it is open. */
export function CommandPalette({ workspaces, showShortcuts }: CommandPaletteProps) {
  const { opened } = useSpotlight(store);
  const state = useGuideState();
  const { setColorScheme } = useMantineColorScheme();
  const guide = state.kind === 'ready' ? state.guide : null;
  const entries = () => [
    screenEntries,
    ...(guide === null ? [] : [stepEntries(guide), ...valueEntries(guide)]),
    commandEntries({ view: workspaces, guide, setColourScheme: setColorScheme, showShortcuts }),
  ];
  return (
    <Spotlight
      store={store}
      actions={opened ? entries() : []}
      nothingFound="Nothing found. Try a shorter word."
      shortcut="mod + K"
      highlightQuery
      scrollable
      maxHeight={420}
      limit={60}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      tagsToIgnore={[]}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden="true" />,
        placeholder: 'Search screens, steps, values and commands',
        'aria-label': 'Search screens, steps, values and commands',
      }}
    />
  );
}
