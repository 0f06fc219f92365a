import { Stack, Tabs } from '@mantine/core';
import { navigate, useRoute } from '../../app/router';
import { PageHeader } from '../../components/page-header';
import { useWorkspaceId } from '../../state/guide';
import { DirectoryTab } from './directory-tab';
import { GoLiveTab } from './go-live-tab';
import { NetworkTab } from './network-tab';
import { OfflineNotice } from './offline-notice';
import { PreflightTab } from './preflight-tab';
import { TenantTab } from './tenant-tab';

const tabs = [
  { id: 'preflight', label: 'Preflight', content: PreflightTab },
  { id: 'tenant', label: 'Tenant', content: TenantTab },
  { id: 'people', label: 'People from JumpCloud', content: DirectoryTab },
  { id: 'go-live', label: 'Go live', content: GoLiveTab },
  { id: 'network', label: 'Network', content: NetworkTab },
] as const;

/** The only screen that reaches the network, each time on a click. */
export function LiveScreen() {
  const workspaceId = useWorkspaceId();
  const { detail } = useRoute();
  const current = tabs.find((tab) => tab.id === detail[0]) ?? tabs[0];
  const Content = current.content;
  return (
    <Stack gap="md">
      <PageHeader
        title="Live side"
        lead="Here the rehearsal meets the real organisations: reads on a click, writes only after the organisation's name was typed, and nothing kept that should not be."
      />
      <OfflineNotice />
      <Tabs value={current.id} onChange={(tab) => navigate('live', tab ?? 'preflight')} keepMounted={false}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.id} value={tab.id}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current.id} pt="md">
          <Content key={workspaceId} workspaceId={workspaceId} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
