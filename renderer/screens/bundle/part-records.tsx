import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { BundlePart } from '../../../shared/bundle/records';
import type { BundleRecord } from '../../../shared/ipc/bundle';
import type { DataColumn } from '../../components/data-column';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { SideSheet } from '../../components/side-sheet';
import { fetchValue } from '../../state/fetch-value';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import styles from './bundle.module.css';
import { partWords } from './bundle-words';

const columns: readonly DataColumn<BundleRecord>[] = [
  {
    id: 'json',
    header: 'As it would be written',
    value: ({ json }) => json,
    width: 420,
    grow: true,
    sortable: false,
    cell: ({ path, json }) => (
      <span className={styles['record']} title={json}>
        <span className={styles['path']}>{path}</span>
        {json}
      </span>
    ),
  },
];

const noSort = { id: '', descending: false } as const;

interface PartRecordsProps {
  /** Null while none is read. */
  readonly part: BundlePart | null;
  /** Tells one bundle from the next. */
  readonly sha256: string;
  readonly onClose: () => void;
}

/** One part of the bundle, record by record, letter for letter. */
export function PartRecords({ part, sha256, onClose }: PartRecordsProps) {
  return (
    <SideSheet opened={part !== null} onClose={onClose} title={part === null ? '' : partWords[part].label}>
      {part === null ? null : <Records key={part} part={part} sha256={sha256} />}
    </SideSheet>
  );
}

function Records({ part, sha256 }: { readonly part: BundlePart; readonly sha256: string }) {
  const { search, setSearch, wanted } = useSearch();
  const [opened, setOpened] = useState<BundleRecord | null>(null);
  const slices = useSlices(['bundle', 'records', sha256, part, wanted], (offset, limit) =>
    fetchValue('bundle:records', { part, search: wanted, offset, limit }),
  );
  return (
    <>
      <ListBar
        label="Search this part"
        placeholder="Any text"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['record', 'records']}
      />
      {slices.error === null ? null : <QueryError title="The bundle could not be read" error={slices.error} />}
      {opened === null ? null : (
        <section className={styles['opened']} aria-label="The whole record">
          <div className={styles['openedHead']}>
            <code>{opened.path}</code>
            <CloseButton size="sm" aria-label="Close the record" onClick={() => setOpened(null)} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <pre className={styles['body']} tabIndex={0}>
            {JSON.stringify(JSON.parse(opened.json), null, 2)}
          </pre>
        </section>
      )}
      <PagedTable
        label={partWords[part].label}
        columns={columns}
        rowKey={({ path }) => path}
        rowHeightPx={76}
        height={opened === null ? 'calc(100vh - 9rem)' : 'calc(100vh - 28rem)'}
        onOpen={setOpened}
        selectedKey={opened?.path ?? null}
        sort={noSort}
        onSort={() => undefined}
        empty={search === '' ? 'Nothing.' : `No record holds “${search}”.`}
        {...slices}
      />
    </>
  );
}
