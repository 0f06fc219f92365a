import { Tooltip } from '@mantine/core';
import styles from './fact-badge.module.css';
import { toneClass } from './tone-class';

export interface FactBadgeProps {
  /** The fact's own number: J12, I3, A2, or a place such as "vendor §7". */
  readonly id: string;
  /** What the fact says, in a sentence. */
  readonly text: string;
}

/** The number of a fact; its tooltip is the fact. Reachable by keyboard, and read out in full. */
export function FactBadge({ id, text }: FactBadgeProps) {
  return (
    <Tooltip label={text}>
      <button type="button" className={`${styles['badge']} ${toneClass.neutral}`} aria-label={`${id}: ${text}`}>
        {id}
      </button>
    </Tooltip>
  );
}
