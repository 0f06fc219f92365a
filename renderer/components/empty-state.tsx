import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  /** Says the next step: what to do so that something appears here. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** What stands where nothing is yet. */
export function EmptyState({ icon: Glyph, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles['root']}>
      <Glyph className={styles['icon']} size={34} stroke={1.4} aria-hidden="true" />
      <strong>{title}</strong>
      <div className={styles['text']}>{children}</div>
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
