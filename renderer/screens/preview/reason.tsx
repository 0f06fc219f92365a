import type { Because } from '../../../shared/plan/plan';
import { AssumptionBadge } from './assumption-badge';
import styles from './preview.module.css';

interface ReasonProps {
  readonly reason: Because;
  readonly person: string;
}

/** One effect and why: person → group → rule → mapping → target as far as the links are there. */
export function Reason({ reason, person }: ReasonProps) {
  const { effect, why, assumptions, chain, event } = reason;
  const links =
    chain === undefined
      ? []
      : ([
          ['person', person],
          ['group', chain.group],
          ['rule', chain.rule?.replace(/^rule /, '')],
          ['mapping', chain.mapping],
          ['target', chain.target],
        ] as const);
  return (
    <li className={styles['reason']}>
      <div className={styles['effect']}>
        {effect}
        {assumptions.map((id) => (
          <AssumptionBadge key={id} id={id} />
        ))}
      </div>
      <div className={styles['why']}>{why}</div>
      {links.length === 0 ? null : (
        <ol className={styles['chain']} aria-label="From the person to the place">
          {links
            .filter(([, value]) => value !== undefined)
            .map(([name, value], at) => (
              <li key={name} style={{ display: 'contents' }}>
                {at === 0 ? null : <span aria-hidden="true">→</span>}
                <span className={styles['link']}>
                  <small>{name}</small>
                  {value}
                </span>
              </li>
            ))}
        </ol>
      )}
      <div className={styles['why']}>event {event + 1}</div>
    </li>
  );
}
