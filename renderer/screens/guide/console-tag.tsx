import { IconArrowsLeftRight, IconCloud, IconTestPipe } from '@tabler/icons-react';
import type { Console } from '../../../shared/guide/console';
import styles from './console-tag.module.css';

const shown = {
  'testmu-ai': { word: 'In TestMu AI', icon: IconTestPipe },
  jumpcloud: { word: 'In JumpCloud', icon: IconCloud },
  both: { word: 'In TestMu AI and JumpCloud', icon: IconArrowsLeftRight },
} as const satisfies Record<Console, { readonly word: string; readonly icon: typeof IconCloud }>;

/** In which console one is to be: each has its own colour and sign, because mixing them up is easily done. */
export function ConsoleTag({ console }: { readonly console: Console }) {
  const { word, icon: Glyph } = shown[console];
  return (
    <span className={styles['tag']} data-console={console}>
      <Glyph size={14} stroke={2} aria-hidden="true" />
      {word}
    </span>
  );
}
