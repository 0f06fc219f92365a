import { type ColumnDef, getCoreRowModel, type SortingState, useReactTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { TableGrid, type TableLook } from './table-grid';

export interface TableSort {
  readonly id: string;
  readonly descending: boolean;
}

interface PagedTableProps<Row> extends TableLook<Row> {
  /** Rows that there are, of which only some are here. */
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onSight: (first: number, last: number) => void;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

const noRows: readonly never[] = [];

/** A table whose rows are fetched as they come into sight and sorted where they are kept. Looks and works as `DataTable` does. */
export function PagedTable<Row>({ total, rowAt, onSight, sort, onSort, ...look }: PagedTableProps<Row>) {
  const { columns } = look;
  const definitions = useMemo(
    (): ColumnDef<Row>[] =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: () => null,
        size: column.width,
        minSize: 60,
        enableSorting: column.sortable ?? true,
        sortDescFirst: false,
      })),
    [columns],
  );
  const sorting: SortingState = [{ id: sort.id, desc: sort.descending }];
  const table = useReactTable<Row>({
    data: noRows as unknown as Row[],
    columns: definitions,
    state: { sorting },
    manualSorting: true,
    enableSortingRemoval: false,
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      if (next !== undefined) onSort({ id: next.id, descending: next.desc });
    },
    getCoreRowModel: getCoreRowModel(),
    columnResizeMode: 'onChange',
  });
  return <TableGrid {...look} table={table} count={total} rowAt={rowAt} onSight={onSight} />;
}
