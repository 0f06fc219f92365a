import type { Because } from '../../../shared/plan/plan';
import { AssumptionBadge } from './assumption-badge';
import styles from './preview.module.css';

/** One effect and why it came, with the event that brought it. */
export function Reason({ reason }: { readonly reason: Because }) {
  const { effect, why, assumptions, event } = reason;
  return (
    <li className={styles['reason']}>
      <div className={styles['effect']}>
        {effect}
        {assumptions.map((id) => (
          <AssumptionBadge key={id} id={id} />
        ))}
        <span className={styles['eventNumber']}>event {(event + 1).toLocaleString('en-GB')}</span>
      </div>
      <div className={styles['why']}>{why}</div>
    </li>
  );
}
