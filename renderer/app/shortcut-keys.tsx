import { Kbd } from '@mantine/core';
import { Fragment } from 'react';

const isMac = navigator.userAgent.includes('Mac OS X');

const caps: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: isMac ? '⇧' : 'Shift',
  ArrowDown: '↓',
  ArrowUp: '↑',
};

/** A shortcut drawn as key caps, in the words of this system: `mod+K` is Ctrl K, or ⌘ K on a Mac. */
export function ShortcutKeys({ keys }: { readonly keys: string }) {
  return keys.split(/( [/…] )/).map((part, index) =>
    index % 2 === 1 ? (
      <Fragment key={part}>{part}</Fragment>
    ) : (
      part.split('+').map((key) => (
        <Kbd key={`${part}-${key}`} size="xs" mr={3}>
          {caps[key] ?? key}
        </Kbd>
      ))
    ),
  );
}
