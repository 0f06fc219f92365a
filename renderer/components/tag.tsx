import type { ReactNode } from 'react';
import styles from './tag.module.css';
import type { Tone } from './tone';
import { toneClass } from './tone-class';

export interface TagProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Spoken instead of the visible text where that is an abbreviation. */
  readonly label?: string;
}

/** A small word with a tone: a status, a kind, a count. */
export function Tag({ tone = 'neutral', icon, children, label }: TagProps) {
  return (
    <span className={`${styles['tag']} ${toneClass[tone]}`} data-tag={tone}>
      {icon}
      {label === undefined ? (
        <span className={styles['words']}>{children}</span>
      ) : (
        <>
          <span className={styles['words']} aria-hidden="true">
            {children}
          </span>
          <span className="visually-hidden">{label}</span>
        </>
      )}
    </span>
  );
}
