import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { OrganisationEdit, OrganisationView } from '../../../shared/ipc/organisation';
import { ask } from '../../state/ask';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';

const organisationKey = (workspaceId: string) => ['organisation', workspaceId] as const;

/** The vendor's side without its long lists. */
export function useOrganisation() {
  const workspaceId = useWorkspaceId();
  return useQuery({
    queryKey: organisationKey(workspaceId),
    queryFn: () => fetchValue('organisation:view', { workspaceId }),
    refetchOnMount: 'always',
  });
}

/** After a change of the vendor's side: everything that shows it asks anew. */
export function useOrganisationChanged(): (view: OrganisationView) => Promise<void> {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  return useCallback(
    async (view) => {
      client.setQueryData(organisationKey(workspaceId), view);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['slice', 'organisation', workspaceId] }),
        client.invalidateQueries({ queryKey: ['preview', workspaceId] }),
      ]);
    },
    [client, workspaceId],
  );
}

/** One edit, kept at once; answers whether it counts. What would leave no organisation is refused and said. */
export function useEditOrganisation(): (edit: OrganisationEdit) => Promise<boolean> {
  const workspaceId = useWorkspaceId();
  const changed = useOrganisationChanged();
  return useCallback(
    async (edit) => {
      const view = await ask('organisation:edit', { workspaceId, edit }, 'The change could not be kept');
      if (view === null) return false;
      await changed(view);
      return true;
    },
    [changed, workspaceId],
  );
}
