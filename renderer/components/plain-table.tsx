import type { ReactNode } from 'react';
import styles from './plain-table.module.css';

interface PlainTableProps {
  readonly label?: string;
  /** For widths of its own. */
  readonly className?: string;
  /** The heads of the columns. */
  readonly heads: readonly ReactNode[];
  /** `tr` elements. */
  readonly children: ReactNode;
}

/** A short table whose rows are as high as what stands in them. Long lists are for `PagedTable`. */
export function PlainTable({ label, className = '', heads, children }: PlainTableProps) {
  return (
    <table className={`${styles['table']} ${className}`} {...(label === undefined ? {} : { 'aria-label': label })}>
      <thead>
        <tr>
          {heads.map((head, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table do not change places
            <th key={index} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
