import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}

/** A line that unfolds what is behind it. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details className={styles['details']} open={open}>
      <summary className={styles['summary']}>
        <IconChevronRight className={styles['sign']} size={16} stroke={1.9} aria-hidden="true" />
        <span>{summary}</span>
      </summary>
      <div className={styles['body']}>{children}</div>
    </details>
  );
}
