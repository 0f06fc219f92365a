import { SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import { ShortcutList } from '../../app/shortcut-list';
import { colourSchemes } from '../../app/theme-switch';
import { PageHeader } from '../../components/page-header';
import { Section } from '../../components/section';
import { About } from './about';
import { AssumptionSettings } from './assumption-settings';
import { DataPlaces } from './data-places';
import { SecretKeepingNotice } from './secret-keeping-notice';

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

/** The application's own settings, what it takes for granted, and where it keeps things. */
export function SettingsScreen() {
  return (
    <>
      <PageHeader title="Settings" />
      <Stack gap="md">
        <Section title="Appearance">
          <Appearance />
        </Section>
        <Section title="Where data is kept">
          <DataPlaces />
        </Section>
        <Section title="Tokens and keys">
          <SecretKeepingNotice />
        </Section>
        <Section title="Assumptions">
          <AssumptionSettings />
        </Section>
        <Section title="Keyboard">
          <ShortcutList />
        </Section>
        <Section title="About">
          <About />
        </Section>
      </Stack>
    </>
  );
}
