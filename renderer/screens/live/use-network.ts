import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NetworkView } from '../../../shared/ipc/live';
import { invoke, subscribe } from '../../bridge';

const key = ['live-network'] as const;

/** The network as the admin governs it; told anew after each call. */
export function useNetwork() {
  const client = useQueryClient();
  useEffect(() => subscribe('live:call', () => void client.invalidateQueries({ queryKey: key })), [client]);
  const query = useQuery({ queryKey: key, queryFn: () => invoke('live:network', undefined), staleTime: 0 });
  return { network: query.data, show: (view: NetworkView) => client.setQueryData(key, view) };
}
