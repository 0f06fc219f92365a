import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppError } from '../../../shared/app-error';
import type { Channel, Input, Output } from '../../../shared/ipc/contract';
import type { SamlView } from '../../../shared/ipc/saml';
import type { Result } from '../../../shared/result';
import { invoke, RequestError } from '../../bridge';

const key = (workspaceId: string) => ['saml', workspaceId] as const;

/** What the lab knows of the workspace. Read again whenever a screen opens: the ledger may have changed meanwhile. */
export const useSamlView = (workspaceId: string) =>
  useQuery({ queryKey: key(workspaceId), queryFn: () => invoke('saml:view', { workspaceId }), staleTime: 0 });

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

/** A refusal as the data it is; a fault of ours as one that can be reported. */
export function errorOf(error: Error | null): AppError | null {
  if (error === null) return null;
  return error instanceof RequestError ? error.error : { code: 'fault', message: error.message };
}

type ValueOf<R> = R extends { readonly ok: true; readonly value: infer V } ? V : never;

/** Asks for something that may be refused: the value, or an error that the mutation carries. */
export async function ask<C extends Channel>(channel: C, input: Input<C>): Promise<ValueOf<Output<C>>> {
  const answer = (await invoke(channel, input)) as Result<ValueOf<Output<C>>, AppError>;
  if (!answer.ok) throw new RequestError(channel, answer.error);
  return answer.value;
}
