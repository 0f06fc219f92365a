import { Text } from '@mantine/core';
import type { ExchangeDetail } from '../../../shared/ipc/server';
import { assumptions } from '../../../shared/vendor/assumptions';
import { FactBadge } from '../../components/fact-badge';
import { Tag } from '../../components/tag';
import styles from './server.module.css';

const textOf = (id: string): string => {
  const known = assumptions.find((assumption) => assumption.id === id);
  return known === undefined ? id : `${known.question}: taken for granted that ${known.default}`;
};

interface EffectListProps {
  readonly detail: ExchangeDetail;
  readonly onHistory: (userName: string) => void;
}

/** What the exchange did to people, and which deviations of the vendor had a say in the answer. */
export function EffectList({ detail, onHistory }: EffectListProps) {
  const { effects, effectCount, deviations } = detail;
  const hidden = effectCount - effects.length;
  return (
    <section className={styles['bodySide']} aria-label="Effects">
      <div className={styles['effectHead']}>
        <Text size="xs" fw={650} c="dimmed">
          What it did
        </Text>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <div className={styles['effects']} tabIndex={0}>
        {effects.length === 0 ? (
          <Text size="sm" c="dimmed">
            It changed nobody and nothing.
          </Text>
        ) : (
          <ul>
            {effects.map((effect, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: effects of one exchange never move
              <li key={at} className={styles['effect']}>
                {effect.who === null ? null : (
                  <button
                    type="button"
                    className={styles['who']}
                    onClick={() => onHistory(effect.who ?? '')}
                    title="What changed this person"
                  >
                    {effect.who}
                  </button>
                )}
                <span className={styles['effectWords']}>{effect.effect}</span>
                {effect.why === '' ? null : <span className={styles['soft']}>{effect.why}</span>}
                {effect.assumptions.map((id) => (
                  <FactBadge key={id} id={id} text={textOf(id)} />
                ))}
              </li>
            ))}
          </ul>
        )}
        {hidden > 0 ? (
          <Text size="xs" c="dimmed">
            and {hidden.toLocaleString('en-GB')} more
          </Text>
        ) : null}
        {deviations.length === 0 ? null : (
          <div className={styles['deviations']}>
            <Text size="xs" fw={650} c="dimmed">
              Where the vendor differs from the RFC
            </Text>
            <ul>
              {deviations.map(({ name, rfc, vendor, source }) => (
                <li key={name} className={styles['effect']}>
                  <Tag tone="info">{name}</Tag>
                  <span className={styles['effectWords']}>{vendor}</span>
                  <span className={styles['soft']}>
                    RFC: {rfc}. Source: {source}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
