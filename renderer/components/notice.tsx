import type { ReactNode } from 'react';
import styles from './notice.module.css';
import type { Tone } from './tone';
import { toneClass } from './tone-class';
import { ToneIcon } from './tone-icon';

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader; `status` waits; none for text that was there from the start. */
  readonly role?: 'alert' | 'status';
}

/** A message inside a page: what is the matter, and what to do about it. */
export function Notice({ tone, title, children, actions, role }: NoticeProps) {
  return (
    <div className={`${styles['notice']} ${toneClass[tone]}`} {...(role === undefined ? {} : { role })}>
      <span className={styles['icon']}>
        <ToneIcon tone={tone} size={18} />
      </span>
      <div className={styles['body']}>
        {title === undefined ? null : <div className={styles['title']}>{title}</div>}
        {children}
      </div>
      <div className={styles['actions']}>{actions}</div>
    </div>
  );
}
