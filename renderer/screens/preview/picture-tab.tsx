import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Flow, type FlowStatus, flowStatuses } from '../../../shared/preview/flows';
import { ListBar } from '../../components/list-bar';
import { QueryError } from '../../components/query-error';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { useSearch } from '../../state/use-search';
import { useSlices } from '../../state/use-slices';
import { FlowLegend } from './flow-legend';
import { FlowTable } from './flow-table';
import { SankeyPicture } from './sankey-picture';

interface PictureTabProps {
  readonly runId: string;
  readonly onGroup: (displayName: string) => void;
}

/** Groups → rules → targets: as a picture and, with the same data, as a table. */
export function PictureTab({ runId, onGroup }: PictureTabProps) {
  const workspaceId = useWorkspaceId();
  const { search, setSearch, wanted } = useSearch();
  const [status, setStatus] = useState<FlowStatus | null>(null);
  const [conflictsOnly, setConflictsOnly] = useState(false);
  const [most, setMost] = useState(15);
  const [face, setFace] = useState<'picture' | 'table'>('picture');
  const filter = { workspaceId, search: wanted, status, conflictsOnly };
  const key = [workspaceId, runId, wanted, status, conflictsOnly] as const;
  const { data, error } = useQuery({
    queryKey: ['preview-picture', ...key, most],
    queryFn: () => fetchValue('preview:picture', { ...filter, most }),
    placeholderData: (before) => before,
  });
  const slices = useSlices<Flow>(['preview', 'flows', ...key], (offset, limit) =>
    fetchValue('preview:flows', { ...filter, offset, limit }),
  );
  return (
    <>
      <ListBar
        label="Search groups, rules and targets"
        placeholder="Group, rule or target"
        search={search}
        onSearch={setSearch}
        count={data?.groups ?? 0}
        noun={['group', 'groups']}
      >
        <NativeSelect
          aria-label="Which status"
          value={status ?? ''}
          onChange={(event) => setStatus(flowStatuses.find((known) => known === event.currentTarget.value) ?? null)}
          data={[
            { value: '', label: 'of every status' },
            ...flowStatuses.map((known) => ({ value: known, label: known === 'unmapped' ? 'not mapped' : known })),
          ]}
        />
        <Checkbox
          size="xs"
          label="only with conflicts"
          checked={conflictsOnly}
          onChange={(event) => setConflictsOnly(event.currentTarget.checked)}
        />
        {face === 'picture' ? (
          <NativeSelect
            aria-label="How many boxes"
            value={String(most)}
            onChange={(event) => setMost(Number(event.currentTarget.value))}
            data={[
              { value: '15', label: '15 largest by name' },
              { value: '30', label: '30 largest by name' },
              { value: '60', label: '60 largest by name' },
            ]}
          />
        ) : null}
        <SegmentedControl
          size="xs"
          aria-label="Picture or table"
          value={face}
          onChange={(value) => setFace(value === 'table' ? 'table' : 'picture')}
          data={[
            { value: 'picture', label: 'Picture' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </ListBar>
      {error === null ? null : <QueryError title="The picture could not be drawn" error={error} />}
      {face === 'table' ? (
        <FlowTable slices={slices} onGroup={onGroup} />
      ) : data === undefined ? null : (
        <>
          <FlowLegend />
          <SankeyPicture picture={data} onGroup={onGroup} onSearch={setSearch} />
        </>
      )}
    </>
  );
}
