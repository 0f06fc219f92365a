import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type CsvPreview, type GroupSeparator, groupSeparators } from '../../../shared/jumpcloud/column-mapping';
import { type RosterColumn, rosterColumns } from '../../../shared/jumpcloud/roster-csv';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';

type Columns = Partial<Record<RosterColumn, number>>;

interface ChooseColumnsProps {
  readonly name: string;
  readonly preview: CsvPreview;
  readonly onChosen: (mapping: { readonly columns: Columns; readonly groupSeparator: GroupSeparator }) => void;
  readonly onDiscard: () => void;
}

const labels: Readonly<Record<RosterColumn, { readonly label: string; readonly hint: string }>> = {
  email: { label: 'E-mail', hint: 'needed: the vendor’s userName (I9)' },
  firstname: { label: 'First name', hint: 'JumpCloud provisions nobody without one (J18)' },
  lastname: { label: 'Last name', hint: 'JumpCloud provisions nobody without one (J18)' },
  active: { label: 'Active', hint: 'true or false, or JumpCloud’s states; without it everybody is active' },
  role: { label: 'Role', hint: 'Admin, User or Guest; JumpCloud itself cannot send one (J7)' },
  groups: { label: 'Groups', hint: 'all groups of the person in one field' },
};

/** Somebody's own CSV: the admin confirms which of its columns is which. */
export function ChooseColumns({ name, preview, onChosen, onDiscard }: ChooseColumnsProps) {
  const [columns, setColumns] = useState<Columns>(preview.suggestion.columns);
  const [groupSeparator, setGroupSeparator] = useState<GroupSeparator>(preview.suggestion.groupSeparator);
  const choose = (column: RosterColumn, value: string) => {
    const { [column]: _, ...others } = columns;
    setColumns(value === '' ? others : { ...others, [column]: Number(value) });
  };
  const used = Object.values(columns);
  const twice = used.length !== new Set(used).size;
  return (
    <Stack gap="md">
      <Notice tone="info" role="status" title={`Which column of ${name} is which?`}>
        The names in its header are not the ones this app knows. What they seem to be is filled in; correct it where it is wrong.
      </Notice>
      <Section title="Columns">
        <Table verticalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>What is needed</Table.Th>
              <Table.Th>Column of the file</Table.Th>
              <Table.Th>First values in it</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rosterColumns.map((column) => {
              const at = columns[column];
              return (
                <Table.Tr key={column}>
                  <Table.Td>
                    <strong>{labels[column].label}</strong>
                    <Text size="xs" c="dimmed">
                      {labels[column].hint}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <NativeSelect
                      size="xs"
                      aria-label={`Column for ${labels[column].label}`}
                      value={at === undefined ? '' : String(at)}
                      onChange={(event) => choose(column, event.currentTarget.value)}
                      data={[
                        { value: '', label: '(not in the file)' },
                        ...preview.header.map((header, index) => ({
                          value: String(index),
                          label: header === '' ? `column ${index + 1}` : header,
                        })),
                      ]}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed" lineClamp={1}>
                      {at === undefined
                        ? ''
                        : preview.sample
                            .slice(0, 3)
                            .map((row) => row[at] ?? '')
                            .join('  ·  ')}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        <NativeSelect
          mt="sm"
          size="xs"
          w={240}
          label="Between groups stands"
          value={groupSeparator}
          onChange={(event) => setGroupSeparator(groupSeparators.find((known) => known === event.currentTarget.value) ?? ';')}
          data={[
            { value: ';', label: 'a semicolon ;' },
            { value: ',', label: 'a comma ,' },
            { value: '|', label: 'a bar |' },
          ]}
        />
      </Section>
      {twice ? <Notice tone="warn">One column of the file is chosen twice.</Notice> : null}
      <Group gap="xs">
        <Button disabled={columns.email === undefined || twice} onClick={() => onChosen({ columns, groupSeparator })}>
          Read the file
        </Button>
        <Button variant="default" onClick={onDiscard}>
          Discard it
        </Button>
      </Group>
    </Stack>
  );
}
