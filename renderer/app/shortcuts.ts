/** One shortcut as people see it; the keys as `useHotkeys` names them. */
export interface Shortcut {
  /** Two that belong together are parted by ` / `, a range by ` … `. */
  readonly keys: string;
  readonly does: string;
}

export interface ShortcutGroup {
  readonly where: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Every shortcut of the window, for the help dialog and the settings. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    where: 'Everywhere',
    shortcuts: [
      { keys: 'mod+K', does: 'Search screens, steps, values and commands' },
      { keys: 'mod+1 … mod+9', does: 'Go to a screen by its place in the navigation' },
      { keys: 'mod+shift+B', does: 'Make a support bundle' },
      { keys: 'mod+shift+O', does: 'Open a support bundle' },
      { keys: 'mod+Z', does: 'Take back the last change on the screen in sight' },
      { keys: 'mod+shift+Z', does: 'Do it again' },
      { keys: '?', does: 'Show this list' },
    ],
  },
  {
    where: 'Guide',
    shortcuts: [
      { keys: 'J / K', does: 'Next step, step before' },
      { keys: 'alt+ArrowDown / alt+ArrowUp', does: 'The same, also while typing' },
      { keys: 'Enter', does: 'In a value’s field: on to the next empty one' },
      { keys: 'mod+V', does: 'Outside a field: find the values in what was copied' },
    ],
  },
  {
    where: 'Tables',
    shortcuts: [
      { keys: 'ArrowDown / ArrowUp', does: 'Next row, row before' },
      { keys: 'Home / End', does: 'First row, last row' },
      { keys: 'Enter', does: 'Open the row' },
    ],
  },
];
