import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';

/** Search for anything by name: screens, steps, values, actions. Ctrl+K or the button in the head opens it. */
export function CommandPalette({ groups }: { readonly groups: readonly SpotlightActionGroupData[] }) {
  return (
    <Spotlight
      actions={[...groups]}
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
        placeholder: 'Search screens, steps, values and actions',
        'aria-label': 'Search screens, steps, values and actions',
      }}
    />
  );
}
