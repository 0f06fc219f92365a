import { Loader } from '@mantine/core';
import { ErrorNotice } from '../../components/error-notice';
import { TabbedPage } from '../../components/tabbed-page';
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
  const view = useSamlView(workspaceId);
  const failed = view.data?.ok === false ? view.data.error : errorOf(view.error);
  const ready = view.data?.ok === true ? view.data.value : null;
  return (
    <TabbedPage
      screen="saml"
      title="SAML lab"
      lead="Most set-ups fail at the login: an entity ID in the wrong case, a NameID that is no e-mail, an old certificate. Here both sides are compared and a signed login is rehearsed, before anybody is locked out."
      tabs={tabs}
    >
      {({ content: Content }) =>
        failed !== null ? (
          <ErrorNotice error={failed} title="The SAML lab could not be opened" onRetry={() => void view.refetch()} />
        ) : ready === null ? (
          <Loader aria-label="Opening the SAML lab" />
        ) : (
          <Content key={workspaceId} workspaceId={workspaceId} view={ready} />
        )
      }
    </TabbedPage>
  );
}
