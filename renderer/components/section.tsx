import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: string;
  /** Tags or buttons at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled card on a page; a landmark named by its title. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 className={styles['title']} id={id}>
          {title}
        </h2>
        {aside === undefined ? null : <div className={styles['aside']}>{aside}</div>}
      </div>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}
