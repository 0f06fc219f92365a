import { Stack, Tabs } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { RunView } from '../../../shared/ipc/preview';
import type { PersonKind } from '../../../shared/preview/person-kind';
import { navigate, useRoute } from '../../app/router';
import { useAfterPaint } from '../../state/use-after-paint';
import { ComparePanel } from './compare-panel';
import { ConflictTable } from './conflict-table';
import { EntityTable } from './entity-table';
import { GroupDrawer } from './group-drawer';
import { GroupTable } from './group-table';
import { PeopleTable } from './people-table';
import { PersonDrawer } from './person-drawer';
import { PictureTab } from './picture-tab';
import styles from './preview.module.css';
import { Provenance } from './provenance';
import { RefusalTable } from './refusal-table';
import { ResultCards } from './result-cards';
import { RulesDialog } from './rules-dialog';
import type { TriedChange } from './tried-change';
import { TryDialog } from './try-dialog';
import { WarningBoard } from './warning-board';
import { WarningTable } from './warning-table';
import { WhatIfBar } from './what-if-bar';

const tabs = ['people', 'groups', 'picture', 'conflicts', 'warnings', 'refusals', 'places', 'compare', 'provenance'] as const;
type Tab = (typeof tabs)[number];

const counted = (label: string, count: number): string => (count === 0 ? label : `${label} (${count.toLocaleString('en-GB')})`);

/** A finished run: what must be seen first, the numbers, the lists behind them, and what could be tried. */
export function RunResult({ run }: { readonly run: RunView }) {
  const { detail } = useRoute();
  const tab = tabs.find((known) => known === detail[0]) ?? 'people';
  const [kind, setKind] = useState<PersonKind | 'all' | null>(null);
  const [membersOf, setMembersOf] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [group, setGroup] = useState<string | null>(null);
  const [tried, setTried] = useState<TriedChange | null>(null);
  const show = (next: Tab) => navigate('preview', next);
  const filter = (next: PersonKind | 'all' | null) => {
    setKind(next);
    show('people');
  };
  const showMembers = (displayName: string) => {
    setGroup(null);
    setMembersOf(displayName);
    filter('all');
  };
  const { whatIf } = run;
  // The numbers first: the table and all that stands above it in one frame would take three.
  const painted = useAfterPaint();
  // After a what-if the same: what stands above first, the list of the tab in a frame of its own.
  const listed = useDeferredValue(run);
  return (
    <Stack gap="md">
      <WarningBoard run={run} onShow={(code) => navigate('preview', 'warnings', code)} />
      <ResultCards run={run} kind={tab === 'people' ? kind : undefined} onKind={filter} onShow={show} />
      <WhatIfBar run={run} onTry={setTried} onCompare={() => show('compare')} />
      <Tabs value={tab} onChange={(value) => show((value ?? 'people') as Tab)} keepMounted={false}>
        <Tabs.List mb="sm" className={styles['tabs'] ?? ''}>
          <Tabs.Tab value="people">{counted('People', run.summary.peopleChanged)}</Tabs.Tab>
          <Tabs.Tab value="groups">{counted('Groups', run.counts.groups)}</Tabs.Tab>
          <Tabs.Tab value="picture">Picture</Tabs.Tab>
          <Tabs.Tab value="conflicts">{counted('Conflicts', run.counts.conflicts)}</Tabs.Tab>
          <Tabs.Tab value="warnings">{counted('Warnings', run.counts.warnings)}</Tabs.Tab>
          <Tabs.Tab value="refusals">{counted('Refusals', run.counts.refusals)}</Tabs.Tab>
          <Tabs.Tab value="places">{counted('Places', run.counts.entities)}</Tabs.Tab>
          {whatIf.steps.length + whatIf.scenarios.length === 0 && tab !== 'compare' ? null : <Tabs.Tab value="compare">Compare</Tabs.Tab>}
          <Tabs.Tab value="provenance">Provenance</Tabs.Tab>
        </Tabs.List>
        {painted ? (
          <>
            <Tabs.Panel value="people">
              <PeopleTable
                run={listed}
                kind={kind}
                onKind={setKind}
                group={membersOf}
                onGroup={setMembersOf}
                onOpen={setPerson}
                selected={person}
              />
            </Tabs.Panel>
            <Tabs.Panel value="groups">
              <GroupTable runId={listed.runId} onOpen={setGroup} selected={group} />
            </Tabs.Panel>
            <Tabs.Panel value="picture">
              <PictureTab runId={listed.runId} onGroup={setGroup} />
            </Tabs.Panel>
            <Tabs.Panel value="conflicts">
              <ConflictTable runId={listed.runId} onOpen={setPerson} />
            </Tabs.Panel>
            <Tabs.Panel value="warnings">
              <WarningTable run={listed} onOpen={setPerson} />
            </Tabs.Panel>
            <Tabs.Panel value="refusals">
              <RefusalTable runId={listed.runId} />
            </Tabs.Panel>
            <Tabs.Panel value="places">
              <EntityTable runId={listed.runId} />
            </Tabs.Panel>
            <Tabs.Panel value="compare">
              <ComparePanel run={listed} onOpen={setPerson} />
            </Tabs.Panel>
            <Tabs.Panel value="provenance">
              <Provenance run={listed} />
            </Tabs.Panel>
          </>
        ) : null}
      </Tabs>
      <PersonDrawer
        runId={run.runId}
        userName={person}
        onClose={() => setPerson(null)}
        onMove={(userName) => setTried({ kind: 'move-person', userName })}
      />
      <GroupDrawer runId={run.runId} displayName={group} onClose={() => setGroup(null)} onMembers={showMembers} onTry={setTried} />
      {tried === null ? null : tried.kind === 'change-rules' ? (
        <RulesDialog onClose={() => setTried(null)} />
      ) : (
        <TryDialog change={tried} runId={run.runId} onClose={() => setTried(null)} />
      )}
    </Stack>
  );
}
