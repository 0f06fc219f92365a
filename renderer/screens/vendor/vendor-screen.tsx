import { Button, Loader, Stack, Tabs, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconPlayerPlay } from '@tabler/icons-react';
import { navigate, routeHash, useRoute } from '../../app/router';
import { PageHeader } from '../../components/page-header';
import { QueryError } from '../../components/query-error';
import { ask } from '../../state/ask';
import { useWorkspaceId } from '../../state/guide';
import { useUndoKeys } from '../../state/undo-keys';
import { showDone } from '../../state/undo-toast';
import { ElsewhereTab } from './elsewhere-tab';
import { GroupsTab } from './groups-tab';
import { OrganisationTab } from './organisation-tab';
import { PeopleTab } from './people-tab';
import { PlacesTab } from './places-tab';
import { RuleEditor } from './rule-editor';
import { useOrganisation, useOrganisationChanged } from './use-organisation';
import { WhereFrom } from './where-from';

const tabs = ['rules', 'organisation', 'places', 'people', 'groups', 'elsewhere'] as const;

const counted = (label: string, count: number): string => (count === 0 ? label : `${label} (${count.toLocaleString('en-GB')})`);

/** The vendor's side: the rules for group names, and what is there before anything is pushed. */
export function VendorScreen() {
  const workspaceId = useWorkspaceId();
  const { data, error, refetch } = useOrganisation();
  const changed = useOrganisationChanged();
  const { detail } = useRoute();
  const tab = tabs.find((known) => known === detail[0]) ?? 'rules';
  const step = async (channel: 'organisation:undo' | 'organisation:redo') => {
    const back = channel === 'organisation:undo';
    const view = await ask(channel, { workspaceId }, back ? 'Nothing was undone' : 'Nothing was made again');
    if (view === null) return;
    await changed(view);
    showDone(back ? `Taken back: ${view.redo}` : `Made again: ${view.undo}`);
  };
  useUndoKeys({
    undo: () => {
      if ((data?.undo ?? null) !== null) void step('organisation:undo');
    },
    redo: () => {
      if ((data?.redo ?? null) !== null) void step('organisation:redo');
    },
  });
  if (error !== null) {
    return (
      <>
        <PageHeader title="Rules and vendor side" />
        <QueryError title="The vendor’s side could not be opened" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <Loader aria-label="Opening the vendor’s side" />;
  return (
    <Stack gap="md">
      <PageHeader
        title="Rules and vendor side"
        lead="What TestMu AI has before anything is pushed, and the rules that decide which group becomes what. Only this rehearsal uses it; nothing is sent anywhere."
        actions={
          <>
            <Tooltip label={data.undo === null ? 'Nothing to undo' : `Undo: ${data.undo}`}>
              <Button
                variant="subtle"
                leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
                disabled={data.undo === null}
                onClick={() => void step('organisation:undo')}
              >
                Undo
              </Button>
            </Tooltip>
            <Tooltip label={data.redo === null ? 'Nothing to make again' : `Make again: ${data.redo}`}>
              <Button
                variant="subtle"
                leftSection={<IconArrowForwardUp size={16} aria-hidden="true" />}
                disabled={data.redo === null}
                onClick={() => void step('organisation:redo')}
              >
                Redo
              </Button>
            </Tooltip>
            <Button component="a" href={routeHash('preview')} leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}>
              To the preview
            </Button>
          </>
        }
      />
      <Tabs value={tab} onChange={(value) => navigate('vendor', value ?? 'rules')} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="rules">{counted('Rules', data.rules.length)}</Tabs.Tab>
          <Tabs.Tab value="organisation">Organisation</Tabs.Tab>
          <Tabs.Tab value="places">{counted('Places', data.counts.entities)}</Tabs.Tab>
          <Tabs.Tab value="people">{counted('People', data.counts.users)}</Tabs.Tab>
          <Tabs.Tab value="groups">{counted('Groups', data.counts.groups)}</Tabs.Tab>
          <Tabs.Tab value="elsewhere">{counted('Other organisations', data.counts.elsewhere)}</Tabs.Tab>
        </Tabs.List>
        <WhereFrom workspaceId={workspaceId} list={tab} />
        <Tabs.Panel value="rules">
          <RuleEditor rules={data.rules} enabledTypes={data.enabledTypes} />
        </Tabs.Panel>
        <Tabs.Panel value="organisation">
          <OrganisationTab view={data} />
        </Tabs.Panel>
        <Tabs.Panel value="places">
          <PlacesTab />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeopleTab />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <GroupsTab />
        </Tabs.Panel>
        <Tabs.Panel value="elsewhere">
          <ElsewhereTab />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
