import type { ReactNode } from 'react';

/** One column of a data table. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** What the column is sorted by; also shown when there is no `cell`. */
  readonly value: (row: Row) => string | number | null;
  readonly cell?: (row: Row) => ReactNode;
  /** Pixels to begin with; people can drag the edge of the header. */
  readonly width: number;
  /** Takes what is left of the width. */
  readonly grow?: boolean;
  /** Keeps its width in a narrow window: for buttons. Numbers keep theirs anyway. */
  readonly fixed?: boolean;
  /** Numbers stand at the end. */
  readonly align?: 'end';
  readonly sortable?: boolean;
}
