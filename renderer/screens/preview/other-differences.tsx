import { Table, Text } from '@mantine/core';
import type { DifferenceLine } from '../../../shared/plan/explain-difference';
import { Section } from '../../components/section';

interface OtherDifferencesProps {
  readonly lines: readonly DifferenceLine[];
  readonly count: number;
}

/** Places, conflicts, refusals and warnings that only one of the two plans compared has. */
export function OtherDifferences({ lines, count }: OtherDifferencesProps) {
  if (count === 0) return null;
  return (
    <Section title={`Places, conflicts, refusals and warnings that differ (${count.toLocaleString('en-GB')})`}>
      <Table fz="sm" verticalSpacing={4} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="7rem">About</Table.Th>
            <Table.Th w="8rem">Only in</Table.Th>
            <Table.Th>What</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ about, only, what }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be there twice, and lines are never moved
            <Table.Tr key={at}>
              <Table.Td>{about}</Table.Td>
              <Table.Td>{only === 'from' ? 'From' : 'To'}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.length < count ? (
        <Text size="sm" c="dimmed">
          The first {lines.length.toLocaleString('en-GB')} are listed.
        </Text>
      ) : null}
    </Section>
  );
}
