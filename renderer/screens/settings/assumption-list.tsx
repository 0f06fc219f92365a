import { Table, Text } from '@mantine/core';
import { assumptions } from '../../../shared/vendor/assumptions';
import { InlineCode } from '../../components/inline-code';
import { Tag } from '../../components/tag';

/** The questions the vendor's documents leave open, and what the preview takes for granted unless a scenario says otherwise. */
export function AssumptionList() {
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" maw={720}>
        Where the vendor's documents are silent or disagree, the simulated vendor takes the default. A preview that depends on one of these
        shows its number, and each run can be made with the other answer.
      </Text>
      <Table verticalSpacing="xs" horizontalSpacing="sm" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>No.</Table.Th>
            <Table.Th>Open question</Table.Th>
            <Table.Th>Taken for granted</Table.Th>
            <Table.Th>The other answer</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {assumptions.map((assumption) => (
            <Table.Tr key={assumption.id}>
              <Table.Td>
                <Tag>{assumption.id}</Tag>
              </Table.Td>
              <Table.Td>
                <InlineCode text={assumption.question} />
                {assumption.source === 'ours' ? (
                  <>
                    {' '}
                    <Tag tone="info">ours</Tag>
                  </>
                ) : null}
              </Table.Td>
              <Table.Td>
                <InlineCode text={assumption.default} />
              </Table.Td>
              <Table.Td>
                <InlineCode text={assumption.other} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
