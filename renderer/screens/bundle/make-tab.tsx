import { IconPackageExport } from '@tabler/icons-react';
import { NoWorkspace } from '../../app/no-workspace';
import { useGuideState } from '../../state/guide';
import { MakeBundle } from './make-bundle';

/** A bundle is made of the open workspace; without one there is nothing to make it of. */
export function MakeTab() {
  const state = useGuideState();
  if (state.kind === 'ready') return <MakeBundle key={state.guide.workspace.id} workspaceId={state.guide.workspace.id} />;
  if (state.kind === 'loading') return null;
  return (
    <NoWorkspace icon={IconPackageExport}>
      A support bundle is made of what one workspace previews, or of what its local SCIM server recorded. To look at a bundle that somebody
      sent you, no workspace is needed: choose “Open one”.
    </NoWorkspace>
  );
}
