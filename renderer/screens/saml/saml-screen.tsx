import { Loader, Stack, Tabs } from '@mantine/core';
import { navigate, useRoute } from '../../app/router';
import { ErrorNotice } from '../../components/error-notice';
import { PageHeader } from '../../components/page-header';
import { errorOf } from '../../state/demand';
import { useGuide } from '../../state/guide';
import { useUndoKeys } from '../../state/undo-keys';
import { CaptureTab } from './capture-tab';
import { ChecksTab } from './checks-tab';
import { DatesTab } from './dates-tab';
import { IdpTab } from './idp-tab';
import { RehearsalTab } from './rehearsal-tab';
import { SpTab } from './sp-tab';
import { useSamlView } from './use-saml';

const tabs = [
  { id: 'idp', label: 'Identity provider', content: IdpTab },
  { id: 'sp', label: 'Service provider', content: SpTab },
  { id: 'checks', label: 'Both sides', content: ChecksTab },
  { id: 'rehearsal', label: 'Rehearsal', content: RehearsalTab },
  { id: 'capture', label: 'Captured login', content: CaptureTab },
  { id: 'dates', label: 'Dates and rotation', content: DatesTab },
] as const;

/** The SAML lab: the SSO half proven on this desk before anybody is locked out. */
export function SamlScreen() {
  const { workspace, actions } = useGuide();
  const workspaceId = workspace.id;
  useUndoKeys(actions);
  const { detail } = useRoute();
  const current = tabs.find((tab) => tab.id === detail[0])?.id ?? 'idp';
  const view = useSamlView(workspaceId);
  const error = errorOf(view.error);
  const Content = tabs.find((tab) => tab.id === current)?.content ?? IdpTab;
  return (
    <Stack gap="md">
      <PageHeader
        title="SAML lab"
        lead="Most set-ups fail at the login: an entity ID in the wrong case, a NameID that is no e-mail, an old certificate. Here both sides are compared and a signed login is rehearsed, before anybody is locked out."
      />
      <Tabs value={current} onChange={(tab) => navigate('saml', tab ?? 'idp')} keepMounted={false}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.id} value={tab.id}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current} pt="md">
          {error !== null ? (
            <ErrorNotice error={error} title="The SAML lab could not be opened" onRetry={() => void view.refetch()} />
          ) : view.data === undefined ? (
            <Loader aria-label="Opening the SAML lab" />
          ) : view.data.ok ? (
            <Content key={workspaceId} workspaceId={workspaceId} view={view.data.value} />
          ) : (
            <ErrorNotice error={view.data.error} title="The SAML lab could not be opened" onRetry={() => void view.refetch()} />
          )}
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
