import { SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ShortcutList } from '../../app/shortcut-list';
import { colourSchemes } from '../../app/theme-switch';
import { invoke } from '../../bridge';
import { FieldGrid } from '../../components/field-grid';
import { PageHeader } from '../../components/page-header';
import { Section } from '../../components/section';
import { AssumptionList } from './assumption-list';

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label="Appearance"
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={colourSchemes.map(({ value, label }) => ({ value, label }))}
    />
  );
}

function Versions() {
  const { data } = useQuery({ queryKey: ['app:versions'], queryFn: () => invoke('app:versions', undefined) });
  if (data === undefined) return null;
  return (
    <FieldGrid
      fields={[
        ['SCIM Preflight', data.app],
        ['Electron', data.electron],
        ['Chrome', data.chrome],
        ['Node', data.node],
      ]}
    />
  );
}

/** The application's own settings, and what it takes for granted. */
export function SettingsScreen() {
  return (
    <>
      <PageHeader title="Settings" />
      <Stack gap="md">
        <Section title="Appearance">
          <Appearance />
        </Section>
        <Section title="Assumptions">
          <AssumptionList />
        </Section>
        <Section title="Keyboard">
          <ShortcutList />
        </Section>
        <Section title="Versions">
          <Versions />
        </Section>
      </Stack>
    </>
  );
}
