import { Stack, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { RunView } from '../../../shared/ipc/preview';
import type { PersonKind } from '../../../shared/preview/person-kind';
import { navigate, useRoute } from '../../app/router';
import { ConflictTable } from './conflict-table';
import { EntityTable } from './entity-table';
import { GroupTable } from './group-table';
import { PeopleTable } from './people-table';
import { PersonDrawer } from './person-drawer';
import { Provenance } from './provenance';
import { RefusalTable } from './refusal-table';
import { ResultCards } from './result-cards';
import { WarningBoard } from './warning-board';
import { WarningTable } from './warning-table';

const tabs = ['people', 'groups', 'conflicts', 'warnings', 'refusals', 'places', 'provenance'] as const;
type Tab = (typeof tabs)[number];

const counted = (label: string, count: number): string => (count === 0 ? label : `${label} (${count.toLocaleString('en-GB')})`);

/** A finished run: what must be seen first, the numbers, and the lists behind them. */
export function RunResult({ run }: { readonly run: RunView }) {
  const { detail } = useRoute();
  const tab = tabs.find((known) => known === detail[0]) ?? 'people';
  const [kind, setKind] = useState<PersonKind | 'all' | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const show = (next: Tab) => navigate('preview', next);
  const filter = (next: PersonKind | 'all' | null) => {
    setKind(next);
    show('people');
  };
  return (
    <Stack gap="md">
      <WarningBoard run={run} onShow={(code) => navigate('preview', 'warnings', code)} />
      <ResultCards run={run} kind={tab === 'people' ? kind : undefined} onKind={filter} onShow={show} />
      <Tabs value={tab} onChange={(value) => show((value ?? 'people') as Tab)} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="people">{counted('People', run.summary.peopleChanged)}</Tabs.Tab>
          <Tabs.Tab value="groups">{counted('Groups', run.counts.groups)}</Tabs.Tab>
          <Tabs.Tab value="conflicts">{counted('Conflicts', run.counts.conflicts)}</Tabs.Tab>
          <Tabs.Tab value="warnings">{counted('Warnings', run.counts.warnings)}</Tabs.Tab>
          <Tabs.Tab value="refusals">{counted('Refusals', run.counts.refusals)}</Tabs.Tab>
          <Tabs.Tab value="places">{counted('Places', run.counts.entities)}</Tabs.Tab>
          <Tabs.Tab value="provenance">How it was made</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeopleTable run={run} kind={kind} onKind={setKind} onOpen={setPerson} selected={person} />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <GroupTable runId={run.runId} />
        </Tabs.Panel>
        <Tabs.Panel value="conflicts">
          <ConflictTable runId={run.runId} onOpen={setPerson} />
        </Tabs.Panel>
        <Tabs.Panel value="warnings">
          <WarningTable run={run} onOpen={setPerson} />
        </Tabs.Panel>
        <Tabs.Panel value="refusals">
          <RefusalTable runId={run.runId} />
        </Tabs.Panel>
        <Tabs.Panel value="places">
          <EntityTable runId={run.runId} />
        </Tabs.Panel>
        <Tabs.Panel value="provenance">
          <Provenance run={run} />
        </Tabs.Panel>
      </Tabs>
      <PersonDrawer runId={run.runId} userName={person} onClose={() => setPerson(null)} />
    </Stack>
  );
}
