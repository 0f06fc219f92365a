import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CsvOffer, RosterOffer } from '../../../shared/ipc/live';
import { type GroupSeparator, groupSeparators } from '../../../shared/jumpcloud/column-mapping';
import { type RosterColumn, rosterColumns } from '../../../shared/jumpcloud/roster-csv';
import { ErrorNotice } from '../../components/error-notice';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import styles from './live.module.css';

interface CsvMappingProps {
  readonly workspaceId: string;
  readonly csv: CsvOffer;
  readonly onOffer: (offer: RosterOffer) => void;
  readonly onCancel: () => void;
}

const labels: Readonly<Record<RosterColumn, string>> = {
  email: 'E-mail (needed)',
  firstname: 'First name',
  lastname: 'Last name',
  active: 'Active or state',
  role: 'Role',
  groups: 'Groups',
};
const separatorLabels: Readonly<Record<GroupSeparator, string>> = { ';': 'semicolon ;', ',': 'comma ,', '|': 'bar |' };

/** Which column is which, with a few rows to see it. */
export function CsvMapping({ workspaceId, csv, onOffer, onCancel }: CsvMappingProps) {
  const { header, sample, suggestion } = csv.preview;
  const [columns, setColumns] = useState<Readonly<Partial<Record<RosterColumn, number>>>>(suggestion.columns);
  const [groupSeparator, setGroupSeparator] = useState<GroupSeparator>(suggestion.groupSeparator);
  const map = useMutation({
    mutationFn: () => demand('live:map-csv', { workspaceId, fileId: csv.fileId, columns, groupSeparator }),
    onSuccess: onOffer,
  });
  const error = errorOf(map.error);
  const usedFor = (at: number) => rosterColumns.filter((column) => columns[column] === at).map((column) => labels[column]);
  const choose = (column: RosterColumn, at: string | null) => {
    const { [column]: _, ...others } = columns;
    setColumns(at === null ? others : { ...others, [column]: Number(at) });
  };
  return (
    <Section title="Which column is which?">
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          {rosterColumns.map((column) => (
            <Select
              key={column}
              label={labels[column]}
              data={header.map((name, at) => ({ value: String(at), label: name === '' ? `column ${at + 1}` : name }))}
              value={columns[column] === undefined ? null : String(columns[column])}
              onChange={(at) => choose(column, at)}
              placeholder="not in the file"
              clearable
              searchable
              w={180}
            />
          ))}
          <Select
            label="Between groups"
            data={groupSeparators.map((separator) => ({ value: separator, label: separatorLabels[separator] }))}
            value={groupSeparator}
            onChange={(separator) => setGroupSeparator((separator ?? ';') as GroupSeparator)}
            allowDeselect={false}
            w={140}
          />
        </Group>
        <div style={{ overflowX: 'auto' }}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {header.map((name, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no other identity, and two may share a name
                  <th key={at} scope="col">
                    {name === '' ? `column ${at + 1}` : name}
                    <Text size="xs" c="var(--accent-ink)">
                      {usedFor(at).join(', ')}
                    </Text>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sample.map((row, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sample rows never move
                <tr key={line}>
                  {header.map((_, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={at}>{row[at] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {error === null ? null : <ErrorNotice error={error} title="The file could not be read that way" />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button disabled={columns.email === undefined} loading={map.isPending} onClick={() => map.mutate()}>
            Read the whole file
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
