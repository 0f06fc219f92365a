/** One shortcut as people see it; the keys as `useHotkeys` names them. */
export interface Shortcut {
  readonly keys: string;
  readonly does: string;
}

export interface ShortcutGroup {
  readonly where: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Every shortcut of the window, for the help dialog and the settings. The handlers take their keys from here where they can. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    where: 'Everywhere',
    shortcuts: [
      { keys: 'mod+K', does: 'Search screens, steps, values and actions' },
      { keys: '?', does: 'Show this list' },
      { keys: 'mod+1 … mod+9', does: 'Go to a screen by its place in the navigation' },
    ],
  },
  {
    where: 'Lists and tables',
    shortcuts: [
      { keys: 'ArrowDown', does: 'Next row' },
      { keys: 'ArrowUp', does: 'Previous row' },
      { keys: 'Home', does: 'First row' },
      { keys: 'End', does: 'Last row' },
      { keys: 'Enter', does: 'Open the row' },
    ],
  },
];
