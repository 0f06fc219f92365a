import { Tooltip } from '@mantine/core';
import styles from './fact-badge.module.css';
import { toneClass } from './tone-class';

const meaning = 'Not in the vendor’s guide: a gap that we filled from documented or reported facts.';

/** Marks what the vendor's guide does not say and we added. */
export function OursMark() {
  return (
    <Tooltip label={meaning}>
      <button type="button" className={`${styles['badge']} ${toneClass.info}`} aria-label={`ours: ${meaning}`}>
        ours
      </button>
    </Tooltip>
  );
}
