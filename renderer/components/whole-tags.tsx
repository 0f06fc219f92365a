import type { ReactNode } from 'react';
import styles from './whole-tags.module.css';

interface WholeTagsProps {
  /** All of them in words, for whoever points at the cell. */
  readonly title: string;
  /** How many lines the row has room for. */
  readonly lines: 1 | 2;
  readonly children: ReactNode;
}

/**
 * Tags in a table's cell: as many as fit, none of them cut in two. One that is wider than the cell ends in an ellipsis; those that find no
 * room are in the title.
 */
export function WholeTags({ title, lines, children }: WholeTagsProps) {
  return (
    <span className={styles['tags']} data-lines={lines} title={title}>
      {children}
    </span>
  );
}
