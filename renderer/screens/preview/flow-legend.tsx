import styles from './sankey.module.css';

const entries = [
  ['approved', 'approved: people are assigned'],
  ['pending', 'pending: waits for an admin'],
  ['rejected', 'rejected'],
  ['unmapped', 'not mapped'],
  ['held', 'of them kept elsewhere by an open conflict'],
] as const;

/** What the colours of the picture mean; each also has a pattern or stands in words at its box. */
export function FlowLegend() {
  return (
    <ul className={styles['legend']} aria-label="Colours">
      {entries.map(([kind, words]) => (
        <li key={kind}>
          <span className={`${styles['swatch']} ${styles[kind]}`} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  );
}
