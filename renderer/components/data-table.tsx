import { type ColumnDef, getCoreRowModel, getSortedRowModel, type SortingState, useReactTable } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { compareCells } from './compare-cells';
import { TableGrid, type TableLook } from './table-grid';

export interface DataTableProps<Row> extends TableLook<Row> {
  readonly rows: readonly Row[];
  readonly initialSort?: { readonly id: string; readonly desc: boolean };
}

/**
 * A table for up to some 100,000 rows: only those in sight are in the document. Headers sort (`aria-sort`) and resize;
 * one tab stop, then arrows, Page Up/Down, Home and End move a cursor and Enter opens the row.
 */
export function DataTable<Row>({ rows, initialSort, ...look }: DataTableProps<Row>) {
  const { columns } = look;
  const [sorting, setSorting] = useState<SortingState>(initialSort === undefined ? [] : [{ ...initialSort }]);
  const definitions = useMemo(
    (): ColumnDef<Row>[] =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: (row) => column.value(row),
        size: column.width,
        minSize: 60,
        enableSorting: column.sortable ?? true,
        sortingFn: (a, b) => compareCells(column.value(a.original), column.value(b.original)),
      })),
    [columns],
  );
  const table = useReactTable<Row>({
    data: rows as Row[],
    columns: definitions,
    state: { sorting },
    onSortingChange: setSorting,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    columnResizeMode: 'onChange',
  });
  const sorted = table.getRowModel().rows;
  return <TableGrid {...look} table={table} count={sorted.length} rowAt={(index) => sorted[index]?.original} />;
}
