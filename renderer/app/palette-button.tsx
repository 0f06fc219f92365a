import { IconSearch } from '@tabler/icons-react';
import { openPalette } from './command-palette';
import styles from './palette-button.module.css';
import { ShortcutKeys } from './shortcut-keys';

/** Looks like the search field it opens. */
export function PaletteButton() {
  return (
    <button type="button" className={styles['button']} onClick={() => openPalette()} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={16} stroke={1.7} aria-hidden="true" />
      <span className={styles['words']}>Search or jump to…</span>
      <span aria-hidden="true">
        <ShortcutKeys keys="mod+K" />
      </span>
    </button>
  );
}
