import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { RosterProblem } from '../../../shared/jumpcloud/roster';
import type { DataColumn } from '../../components/data-column';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Tag } from '../../components/tag';
import styles from './roster.module.css';

interface ProblemTableProps {
  readonly problems: readonly RosterProblem[];
  readonly counts: { readonly errors: number; readonly warnings: number };
  readonly height?: string;
}

const columns: readonly DataColumn<RosterProblem>[] = [
  { id: 'line', header: 'Line', value: (problem) => problem.line, width: 80, align: 'end' },
  {
    id: 'severity',
    header: 'What happened',
    value: (problem) => problem.severity,
    width: 130,
    cell: (problem) => (problem.severity === 'error' ? <Tag tone="fail">not read</Tag> : <Tag tone="warn">read, look at it</Tag>),
  },
  {
    id: 'message',
    header: 'Expected and found, and what to do',
    value: (problem) => problem.message,
    width: 420,
    grow: true,
    cell: (problem) => (
      <span className={styles['twoLines']}>
        <span>{problem.message}</span>
        <span className={styles['soft']}>{problem.fix}</span>
      </span>
    ),
  },
];

const rowHeightPx = 56;
/** With its lines above and below. */
const headHeightPx = 34;

/** Rows of a file that were not read, or read with a doubt: the line, what was found there, and what to do. */
export function ProblemTable({ problems, counts, height = 'min(60vh, 36rem)' }: ProblemTableProps) {
  const all = counts.errors + counts.warnings;
  if (all === 0) {
    return (
      <EmptyState icon={IconCircleCheck} title="Every row was read">
        Nothing in this file was left out or read with a doubt.
      </EmptyState>
    );
  }
  return (
    <>
      {problems.length < all ? (
        <Text size="sm" c="dimmed" mb="xs">
          The first {problems.length.toLocaleString('en-GB')} of {all.toLocaleString('en-GB')} are listed.
        </Text>
      ) : null}
      <DataTable
        label="Problems in the file"
        rows={problems}
        columns={columns}
        rowKey={(problem) => `${problem.line} ${problem.code} ${problem.message}`}
        rowHeightPx={rowHeightPx}
        height={`min(${height}, ${problems.length * rowHeightPx + headHeightPx}px)`}
      />
    </>
  );
}
