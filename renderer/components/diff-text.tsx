import styles from './diff-text.module.css';
import { differingParts, type TextPart } from './differing-parts';
import { toneClass } from './tone-class';
import { visibleText } from './visible-text';

export interface DiffTextProps {
  readonly expected: string;
  readonly found: string;
  readonly expectedLabel?: string;
  readonly foundLabel?: string;
  /** Neither of the two is right or wrong: they are only not the same. */
  readonly unjudged?: boolean;
}

function Line({ parts, tone }: { readonly parts: readonly TextPart[]; readonly tone: string }) {
  if (parts.length === 0) return <em>nothing</em>;
  return parts.map(({ text, differs }, index) => {
    // A part has no identity of its own: the same text may come twice.
    const key = `${index}-${text}`;
    return differs ? (
      <mark key={key} className={tone}>
        {visibleText(text)}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}

/** Two texts one above the other, what differs marked and its invisible characters shown. */
export function DiffText({ expected, found, expectedLabel = 'Expected', foundLabel = 'Found', unjudged = false }: DiffTextProps) {
  const parts = differingParts(expected, found);
  return (
    <dl className={styles['lines']}>
      <dt>{expectedLabel}</dt>
      <dd>
        <Line parts={parts.first} tone={toneClass[unjudged ? 'info' : 'pass']} />
      </dd>
      <dt>{foundLabel}</dt>
      <dd>
        <Line parts={parts.second} tone={toneClass[unjudged ? 'warn' : 'fail']} />
      </dd>
    </dl>
  );
}
