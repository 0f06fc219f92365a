import { Button, Loader, Stack, Tabs } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconFileImport, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { navigate, routeHash, useRoute } from '../../app/router';
import { PageHeader } from '../../components/page-header';
import { QueryError } from '../../components/query-error';
import { SummaryCard } from '../../components/summary-card';
import { SummaryRow } from '../../components/summary-row';
import { ask } from '../../state/ask';
import { useWorkspaceId } from '../../state/guide';
import { forgetChanges, redoChange, undoChange, useChanges } from '../../state/reversible-changes';
import { shownTime } from '../../state/shown-time';
import { useUndoKeys } from '../../state/undo-keys';
import { showDone } from '../../state/undo-toast';
import { ImportRoster } from './import-roster';
import { ProblemTable } from './problem-table';
import { RosterGroups } from './roster-groups';
import { RosterPeople } from './roster-people';
import { useRoster, useRosterChanged, useTakenBack } from './use-roster';
import { ticksScope } from './use-ticks';

const lead = 'Who is in JumpCloud, and in which groups. It stays on this machine; nothing is sent anywhere.';
const tabs = ['people', 'groups', 'problems'] as const;
type Tab = (typeof tabs)[number];

/** The roster: imported, looked through, its groups bound or left out. */
export function RosterScreen() {
  const { data, error, refetch } = useRoster();
  const { detail } = useRoute();
  const workspaceId = useWorkspaceId();
  const changed = useRosterChanged();
  const [importing, setImporting] = useState(false);
  const takenBack = useTakenBack(data === null);
  const scope = ticksScope(workspaceId);
  const ticks = useChanges(scope);
  const tab = tabs.find((known) => known === detail[0]) ?? 'people';

  const undo = async () => {
    const view = await ask('roster:undo', { workspaceId }, 'The earlier roster could not be brought back');
    forgetChanges(scope);
    await changed();
    if (view !== null) showDone(`The roster is ${view.source.name} again.`);
  };
  // Ticks belong to the roster that is there, so those made since the last import come first.
  useUndoKeys({
    undo: () => {
      if (ticks.undo !== null) void undoChange(scope);
      else if (data?.canUndo === true && !data.undone) void undo();
    },
    redo: () => {
      if (ticks.redo !== null) void redoChange(scope);
      else if (takenBack !== null || (data?.canUndo === true && data.undone)) void undo();
    },
  });

  if (error !== null) {
    return (
      <>
        <PageHeader title="Roster" lead={lead} />
        <QueryError title="The roster could not be opened" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <Loader aria-label="Opening the roster" />;
  if (data === null || importing) {
    return (
      <>
        <PageHeader
          title="Roster"
          lead={lead}
          crumbs={data === null ? ['Rehearse'] : ['Rehearse', 'Import again']}
          actions={
            takenBack === null ? null : (
              <Button variant="default" leftSection={<IconArrowForwardUp size={16} aria-hidden="true" />} onClick={() => void undo()}>
                Take {takenBack} after all
              </Button>
            )
          }
        />
        <ImportRoster
          current={data}
          onClose={() => setImporting(false)}
          onAdopted={async () => {
            forgetChanges(scope);
            await changed();
            setImporting(false);
          }}
        />
      </>
    );
  }

  const { counts, problemCounts, source } = data;
  const problems = problemCounts.errors + problemCounts.warnings;
  return (
    <Stack gap="md">
      <PageHeader
        title="Roster"
        lead={
          <>
            {source.name}, read {shownTime(source.readAt)}. It stays on this machine; nothing is sent anywhere.
          </>
        }
        actions={
          <>
            {data.canUndo ? (
              <Button variant="subtle" leftSection={<IconArrowBackUp size={16} aria-hidden="true" />} onClick={() => void undo()}>
                {data.undone ? 'Take the import after all' : 'Undo the import'}
              </Button>
            ) : null}
            <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden="true" />} onClick={() => setImporting(true)}>
              Import again
            </Button>
            <Button component="a" href={routeHash('preview')} leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}>
              To the preview
            </Button>
          </>
        }
      />
      <SummaryRow label="The roster in numbers">
        <SummaryCard label="people" value={counts.people} note={stateNote(counts.suspended, counts.staged)} />
        <SummaryCard label="groups" value={counts.groups} note={`${counts.memberships.toLocaleString('en-GB')} memberships`} />
        <SummaryCard
          label="rows that were not read"
          value={problemCounts.errors}
          tone={problemCounts.errors > 0 ? 'fail' : 'neutral'}
          onClick={() => navigate('roster', 'problems')}
        />
        <SummaryCard
          label="rows to look at"
          value={problemCounts.warnings}
          tone={problemCounts.warnings > 0 ? 'warn' : 'neutral'}
          onClick={() => navigate('roster', 'problems')}
        />
      </SummaryRow>
      <Tabs value={tab} onChange={(value) => navigate('roster', value ?? 'people')} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value={'people' satisfies Tab}>People</Tabs.Tab>
          <Tabs.Tab value={'groups' satisfies Tab}>Groups to push</Tabs.Tab>
          <Tabs.Tab value={'problems' satisfies Tab}>Problems{problems === 0 ? '' : ` (${problems.toLocaleString('en-GB')})`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <RosterPeople key={source.readAt} />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <RosterGroups key={source.readAt} />
        </Tabs.Panel>
        <Tabs.Panel value="problems">
          <ProblemTable problems={data.problems} counts={problemCounts} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function stateNote(suspended: number, staged: number): string {
  const parts = [
    ...(suspended === 0 ? [] : [`${suspended.toLocaleString('en-GB')} suspended`]),
    ...(staged === 0 ? [] : [`${staged.toLocaleString('en-GB')} staged`]),
  ];
  return parts.length === 0 ? 'all active' : parts.join(', ');
}
