import styles from './preview.module.css';

interface ChangeProps {
  /** Null for somebody who was not there. */
  readonly before: string | null;
  readonly after: string | null;
  /** Said where there is nothing: "root organisation". */
  readonly nothing?: string;
}

/** One value before and after: unchanged it stands quietly, changed both stand there, the new one strong. */
export function Change({ before, after, nothing = '–' }: ChangeProps) {
  const was = before ?? nothing;
  const is = after ?? nothing;
  if (was === is) return <span className={styles['soft']}>{is}</span>;
  return (
    <span className={styles['wrap']} title={`${was} → ${is}`}>
      <span className={styles['was']}>{was}</span>
      <span className={styles['arrow']} aria-hidden="true">
        →
      </span>
      <span className="visually-hidden"> becomes </span>
      <span className={styles['is']}>{is}</span>
    </span>
  );
}
