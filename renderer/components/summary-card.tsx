import type { ReactNode } from 'react';
import styles from './summary-card.module.css';
import type { Tone } from './tone';
import { toneClass } from './tone-class';
import { ToneIcon } from './tone-icon';

export interface SummaryCardProps {
  readonly label: string;
  /** A number is written with thousands separators. */
  readonly value: number | string;
  readonly note?: ReactNode;
  /** Other than neutral: a sign beside the value. Pass `neutral` when the value is zero and nothing is wrong. */
  readonly tone?: Tone;
  /** Makes the card a filter button. */
  readonly onClick?: () => void;
  readonly pressed?: boolean;
}

const written = (value: number | string) => (typeof value === 'number' ? value.toLocaleString('en-GB') : value);

/** One number that matters, with its name; as a button it filters what stands below. */
export function SummaryCard({ label, value, note, tone = 'neutral', onClick, pressed = false }: SummaryCardProps) {
  const body = (
    <>
      <span className={styles['value']}>
        {tone === 'neutral' ? null : <ToneIcon tone={tone} size={20} />}
        {written(value)}
      </span>
      <span className={styles['label']}>{label}</span>
      {note === undefined ? null : <span className={styles['note']}>{note}</span>}
    </>
  );
  const className = `${styles['card']} ${toneClass[tone]} ${tone === 'neutral' ? '' : styles['toned']}`;
  if (onClick === undefined) return <div className={className}>{body}</div>;
  return (
    <button type="button" className={className} onClick={onClick} aria-pressed={pressed}>
      {body}
    </button>
  );
}
