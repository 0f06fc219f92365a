import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { Channel, Input, Output } from '../../../shared/ipc/contract';
import type { SamlView } from '../../../shared/ipc/saml';
import type { Result } from '../../../shared/result';
import { invoke, RequestError, subscribe } from '../../bridge';
import { errorOf } from '../../state/demand';

const key = (workspaceId: string) => ['saml', workspaceId] as const;

/** What the lab knows of the workspace. Read again whenever a screen opens or the ledger changes. */
export function useSamlView(workspaceId: string) {
  const client = useQueryClient();
  useEffect(() => subscribe('guide:changed', () => void client.invalidateQueries({ queryKey: key(workspaceId) })), [client, workspaceId]);
  return useQuery({ queryKey: key(workspaceId), queryFn: () => invoke('saml:view', { workspaceId }), staleTime: 0 });
}

/** The channels that answer the changed view. */
type ViewChannel = {
  [C in Channel]: Output<C> extends Result<SamlView, AppError> ? (Result<SamlView, AppError> extends Output<C> ? C : never) : never;
}[Channel];

/** Asks for a change and shows the view that comes back; `error` holds a refusal until the next try. */
export function useSamlChange<C extends ViewChannel>(channel: C, workspaceId: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (input: Omit<Input<C>, 'workspaceId'>) => {
      const answer = (await invoke(channel, { ...input, workspaceId } as Input<C>)) as Result<SamlView, AppError>;
      if (!answer.ok) throw new RequestError(channel, answer.error);
      return answer;
    },
    onSuccess: (answer) => client.setQueryData(key(workspaceId), answer),
  });
  return { change: mutation.mutate, busy: mutation.isPending, error: errorOf(mutation.error) };
}
