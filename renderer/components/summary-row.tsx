import type { ReactNode } from 'react';
import styles from './summary-row.module.css';

/** Summary cards side by side, as many a row as fit. */
export function SummaryRow({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <section className={styles['row']} aria-label={label}>
      {children}
    </section>
  );
}
