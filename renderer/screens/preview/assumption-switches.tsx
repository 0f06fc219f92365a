import { SegmentedControl, Table, Text } from '@mantine/core';
import type { RunView } from '../../../shared/ipc/preview';
import { type AssumptionId, assumptions } from '../../../shared/vendor/assumptions';
import { InlineCode } from '../../components/inline-code';
import { Tag } from '../../components/tag';
import { useWorkspaceId } from '../../state/guide';
import { usePreviewChoices } from '../../state/preview-choices';
import { usePreview } from './use-preview';

/** The open questions that mattered, each with the answer taken and a switch for the other one; it counts with the next run. */
export function AssumptionSwitches({ run }: { readonly run: RunView }) {
  const workspaceId = useWorkspaceId();
  const { data } = usePreview();
  const put = usePreviewChoices(workspaceId);
  const others = data?.otherAssumptions ?? [];
  const take = async (id: AssumptionId, other: boolean) => {
    const otherAssumptions = other ? [...new Set([...others, id])] : others.filter((known) => known !== id);
    await put(`the answer to ${id}`, { otherAssumptions: others }, { otherAssumptions });
  };
  const shown = assumptions.filter(({ id }) => run.assumptionsUsed.some((used) => used.id === id) || others.some((other) => other === id));
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        Where the documents are silent, the other answer may be the true one. Take it, run again, and compare.
      </Text>
      <Table verticalSpacing="xs" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>No.</Table.Th>
            <Table.Th>Open question</Table.Th>
            <Table.Th ta="end">Effects</Table.Th>
            <Table.Th>Answer taken</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((assumption) => {
            const id = assumption.id as AssumptionId;
            const effects = run.assumptionsUsed.find((used) => used.id === id)?.effects ?? 0;
            return (
              <Table.Tr key={id}>
                <Table.Td>
                  <Tag>{id}</Tag>
                </Table.Td>
                <Table.Td>
                  <InlineCode text={assumption.question} />
                </Table.Td>
                <Table.Td ta="end">{effects.toLocaleString('en-GB')}</Table.Td>
                <Table.Td>
                  <SegmentedControl
                    size="xs"
                    orientation="vertical"
                    fullWidth
                    aria-label={`${id}: answer`}
                    value={others.includes(id) ? 'other' : 'default'}
                    onChange={(value) => void take(id, value === 'other')}
                    data={[
                      { value: 'default', label: <InlineCode text={assumption.default} /> },
                      { value: 'other', label: <InlineCode text={assumption.other} /> },
                    ]}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}
