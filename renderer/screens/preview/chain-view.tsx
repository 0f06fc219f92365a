import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { ChainText, Standing } from '../../../shared/plan/explain-chain';
import type { Tone } from '../../components/tone';
import { toneClass } from '../../components/tone-class';
import { AssumptionBadge } from './assumption-badge';
import styles from './chain.module.css';

const standings = {
  yes: { tone: 'pass', icon: IconCheck, word: 'holds' },
  waits: { tone: 'warn', icon: IconClock, word: 'waits' },
  no: { tone: 'fail', icon: IconX, word: 'breaks here' },
} as const satisfies Record<Standing, { readonly tone: Tone; readonly icon: typeof IconCheck; readonly word: string }>;

/** One chain, link by link, with where it holds, waits or breaks; what comes of it, and what to do. */
export function ChainView({ chain }: { readonly chain: ChainText }) {
  const { steps, conclusion, advice, assumptions } = chain;
  return (
    <li className={styles['chain']}>
      <ol className={styles['steps']}>
        {steps.map((step, at) => {
          const { tone, icon: Glyph, word } = standings[step.standing];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the links of a chain stand in their order and do not move
            <li key={at} className={`${styles['step']} ${toneClass[tone]}`} data-standing={step.standing}>
              <Glyph size={13} stroke={2.4} aria-hidden="true" />
              <span>
                {step.text}
                <span className="visually-hidden"> ({word})</span>
              </span>
            </li>
          );
        })}
      </ol>
      <div className={styles['conclusion']}>
        {conclusion}{' '}
        {assumptions.map((id) => (
          <AssumptionBadge key={id} id={id} />
        ))}
      </div>
      {advice === null ? null : <div className={styles['advice']}>{advice}</div>}
    </li>
  );
}

/** All chains of a person or group. */
export function ChainList({ chains, label }: { readonly chains: readonly ChainText[]; readonly label: string }) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {chains.map((chain, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: chains stand in their order
        <ChainView key={at} chain={chain} />
      ))}
    </ul>
  );
}
