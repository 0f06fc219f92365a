import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { invoke } from '../../bridge';
import { CopyButton } from '../../components/copy-button';
import { FieldGrid } from '../../components/field-grid';

/** Versions, for support, and the licence. */
export function About() {
  const { data } = useQuery({ queryKey: ['app:versions'], queryFn: () => invoke('app:versions', undefined) });
  if (data === undefined) return null;
  const line = `SCIM Preflight ${data.app}, Electron ${data.electron}, Chrome ${data.chrome}, Node ${data.node}`;
  return (
    <>
      <FieldGrid
        fields={[
          [
            'SCIM Preflight',
            <Group key="app" gap={6}>
              {data.app} <CopyButton text={line} what="all versions" />
            </Group>,
          ],
          ['Electron', data.electron],
          ['Chrome', data.chrome],
          ['Node', data.node],
          ['Licence', 'MIT'],
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm" maw={640}>
        Not made by TestMu AI or JumpCloud. It reports nothing to anybody: every request over the network is one that you asked for.
      </Text>
    </>
  );
}
