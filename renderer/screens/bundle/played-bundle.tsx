import { Button, Stack, Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { PlayedBundleView } from '../../../shared/ipc/bundle';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { SummaryCard } from '../../components/summary-card';
import { SummaryRow } from '../../components/summary-row';
import { counted } from './bundle-words';
import { DifferenceTable } from './difference-table';
import { FileFields } from './file-fields';
import { PlayedExchanges } from './played-exchanges';
import { PlayedFindings } from './played-findings';
import { PlayedPeople } from './played-people';

interface PlayedBundleProps {
  readonly played: PlayedBundleView;
  readonly onClose: () => void;
}

/** A bundle that was played back: the verdict first, then what it is, then the plan. */
export function PlayedBundle({ played, onClose }: PlayedBundleProps) {
  const { counts, summary, madeBy, identical } = played;
  const tab = (label: string, count: number) => `${label} (${count.toLocaleString('en-GB')})`;
  return (
    <Stack gap="md">
      <Verdict played={played} onClose={onClose} />
      {identical ? null : <DifferenceTable differences={played.differences} />}
      <Section title="The bundle">
        <FileFields
          name="File"
          path={played.name}
          file={played}
          more={[
            ['Made by', `${madeBy.app} ${madeBy.version}`],
            [
              'Holds',
              `${counted(counts.events, 'event', 'events')}, ${counted(counts.rules, 'rule', 'rules')}, ${counted(counts.exchanges, 'request', 'requests')} of a log`,
            ],
            ['Open questions answered otherwise', played.otherAssumptions.length === 0 ? 'none' : played.otherAssumptions.join(', ')],
          ]}
        />
      </Section>
      <SummaryRow label="The plan in numbers">
        <SummaryCard label="people change" value={summary.peopleChanged} note={`of ${counts.people.toLocaleString('en-GB')}`} />
        <SummaryCard label="gain Admin" value={summary.gainAdmin} tone={summary.gainAdmin > 0 ? 'warn' : 'neutral'} />
        <SummaryCard label="lose Admin" value={summary.loseAdmin} tone={summary.loseAdmin > 0 ? 'warn' : 'neutral'} />
        <SummaryCard label="conflicts" value={summary.conflicts} tone={summary.conflicts > 0 ? 'warn' : 'neutral'} />
        <SummaryCard label="pending mappings" value={summary.pending} tone={summary.pending > 0 ? 'info' : 'neutral'} />
        <SummaryCard label="refusals" value={summary.refusals} tone={summary.refusals > 0 ? 'fail' : 'neutral'} />
      </SummaryRow>
      <Tabs defaultValue="people" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="people">{tab('People', counts.people)}</Tabs.Tab>
          <Tabs.Tab value="findings">{tab('To look at', played.findings)}</Tabs.Tab>
          <Tabs.Tab value="exchanges">{tab('Requests', counts.exchanges)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <PlayedPeople sha256={played.sha256} />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <PlayedFindings sha256={played.sha256} />
        </Tabs.Panel>
        <Tabs.Panel value="exchanges">
          <PlayedExchanges sha256={played.sha256} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** So many are listed at most (shared/bundle/json-differences.ts). */
const listed = 200;

function Verdict({ played: { identical, differences }, onClose }: PlayedBundleProps) {
  const close = (
    <Button size="compact-sm" variant="default" leftSection={<IconX size={14} aria-hidden="true" />} onClick={onClose}>
      Close the bundle
    </Button>
  );
  if (identical)
    return (
      <Notice tone="pass" role="status" title="It plays back bit for bit" actions={close}>
        This version of the app finds the very plan that the bundle carries. What is shown below is what its maker saw, with pseudonyms.
      </Notice>
    );
  const places = differences.length >= listed ? `${listed} places or more` : counted(differences.length, 'place', 'places');
  return (
    <Notice tone="fail" role="status" title={`It plays back differently, in ${places}`} actions={close}>
      The first one is <code>{differences[0]?.path ?? 'the order of the fields'}</code>. Either another version of the app works it out
      otherwise, or the file was changed. What is shown below is the plan as this version finds it.
    </Notice>
  );
}
