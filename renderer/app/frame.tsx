import type { ReactNode, RefObject } from 'react';
import styles from './frame.module.css';

interface FrameProps {
  readonly side: ReactNode;
  readonly head: ReactNode;
  readonly mainRef: RefObject<HTMLElement | null>;
  /** The screen takes the whole area and scrolls by itself. */
  readonly fills: boolean;
  readonly children: ReactNode;
}

/** The window's fixed parts: navigation at the side, a slim head, and the screen, which alone scrolls. */
export function Frame({ side, head, mainRef, fills, children }: FrameProps) {
  const skip = () => mainRef.current?.focus();
  return (
    <div className={styles['frame']}>
      <button type="button" className={styles['skip']} onClick={skip}>
        Skip to the content
      </button>
      <aside className={styles['side']} aria-label="Organisation and screens">
        {side}
      </aside>
      <header className={styles['head']}>{head}</header>
      <main className={`${styles['main']} ${fills ? styles['fills'] : ''}`} ref={mainRef} tabIndex={-1}>
        <div className={fills ? styles['whole'] : styles['sizer']}>{children}</div>
      </main>
    </div>
  );
}
