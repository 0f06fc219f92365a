import styles from './diff-text.module.css';
import { differingPart } from './differing-part';
import { toneClass } from './tone-class';
import { visibleText } from './visible-text';

export interface DiffTextProps {
  readonly expected: string;
  readonly found: string;
  readonly expectedLabel?: string;
  readonly foundLabel?: string;
}

/** Two texts one above the other, the part that differs marked and its invisible characters shown. */
export function DiffText({ expected, found, expectedLabel = 'Expected', foundLabel = 'Found' }: DiffTextProps) {
  const part = differingPart(expected, found);
  const line = (middle: string, tone: string) => (
    <>
      {part.before}
      {middle === '' ? null : <mark className={tone}>{visibleText(middle)}</mark>}
      {part.after}
    </>
  );
  return (
    <dl className={styles['lines']}>
      <dt>{expectedLabel}</dt>
      <dd>{line(part.first, toneClass.pass)}</dd>
      <dt>{foundLabel}</dt>
      <dd>{found === '' ? <em>nothing</em> : line(part.second, toneClass.fail)}</dd>
    </dl>
  );
}
