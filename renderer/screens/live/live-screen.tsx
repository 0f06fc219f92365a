import { TabbedPage } from '../../components/tabbed-page';
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
  return (
    <TabbedPage
      screen="live"
      title="Live side"
      lead="Here the rehearsal meets the real organisations: reads on a click, writes only after the organisation's name was typed, and nothing kept that should not be."
      tabs={tabs}
      notice={<OfflineNotice />}
    >
      {({ content: Content }) => <Content key={workspaceId} workspaceId={workspaceId} />}
    </TabbedPage>
  );
}
