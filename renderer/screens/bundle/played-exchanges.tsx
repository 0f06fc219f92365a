import { Stack, Text } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { BundleExchange } from '../../../shared/bundle/bundle-format';
import type { DataColumn } from '../../components/data-column';
import { EmptyState } from '../../components/empty-state';
import { ListBar } from '../../components/list-bar';
import { PagedTable } from '../../components/paged-table';
import { QueryError } from '../../components/query-error';
import { SideSheet } from '../../components/side-sheet';
import { Tag } from '../../components/tag';
import { fetchValue } from '../../state/fetch-value';
import { shownTime } from '../../state/shown-time';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import styles from './bundle.module.css';

const columns: readonly DataColumn<BundleExchange>[] = [
  { id: 'at', header: 'At', value: ({ at }) => shownTime(at), width: 170, sortable: false },
  {
    id: 'status',
    header: 'Answer',
    value: ({ status }) => status,
    width: 90,
    sortable: false,
    cell: ({ status }) => <Tag tone={status < 400 ? 'pass' : 'fail'}>{status}</Tag>,
  },
  { id: 'method', header: 'Method', value: ({ method }) => method, width: 90, sortable: false },
  {
    id: 'path',
    header: 'Address',
    value: ({ path }) => path,
    width: 380,
    grow: true,
    sortable: false,
    cell: ({ path }) => <span title={path}>{path}</span>,
  },
];

const noSort = { id: '', descending: false } as const;

/** What was asked and answered when the bundle was recorded. */
export function PlayedExchanges({ sha256 }: { readonly sha256: string }) {
  const { search, setSearch, wanted } = useSearch();
  const [opened, setOpened] = useState<BundleExchange | null>(null);
  const slices = useSlices(['bundle', 'exchanges', sha256, wanted], (offset, limit) =>
    fetchValue('bundle:exchanges', { search: wanted, offset, limit }),
  );
  if (slices.loaded && slices.total === 0 && wanted === '')
    return (
      <EmptyState icon={IconServer2} title="No requests">
        This bundle was made from a scenario or a preview. One that is made of what a SCIM server recorded holds the requests too.
      </EmptyState>
    );
  return (
    <>
      <ListBar
        label="Search requests"
        placeholder="Address, status, anything in a body"
        search={search}
        onSearch={setSearch}
        count={slices.total}
        noun={['request', 'requests']}
      />
      {slices.error === null ? null : <QueryError title="The requests could not be listed" error={slices.error} />}
      <PagedTable
        label="Requests of the bundle"
        columns={columns}
        rowKey={({ at, method, path, durationMs }) => `${at} ${method} ${path} ${durationMs}`}
        height="max(20rem, calc(100vh - 16rem))"
        sort={noSort}
        onSort={() => undefined}
        onOpen={setOpened}
        empty={`No request matches “${search}”.`}
        {...slices}
      />
      <SideSheet
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={opened === null ? '' : `${opened.method} ${opened.status}`}
      >
        {opened === null ? null : (
          <Stack gap="md">
            <Text size="sm" className={styles['hash'] ?? ''}>
              {opened.path}
            </Text>
            <Body title="Request" text={opened.request} />
            <Body title="Answer" text={opened.response} />
          </Stack>
        )}
      </SideSheet>
    </>
  );
}

function Body({ title, text }: { readonly title: string; readonly text: string | null }) {
  return (
    <section aria-label={title}>
      <Text fw={650} mb={4}>
        {title}
      </Text>
      {text === null || text === '' ? (
        <Text size="sm" c="dimmed">
          no body
        </Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre className={styles['body']} tabIndex={0}>
          {pretty(text)}
        </pre>
      )}
    </section>
  );
}

/** A body that was cut off is no JSON: it stands as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
