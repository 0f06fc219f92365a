import { useQuery, useQueryClient } from '@tanstack/react-query';

/**
 * What a bundle's thread holds, as long as it does: kept while one looks at another screen. `owner` is the workspace that a bundle is
 * made of; the thread holds one, so that the next takes the place of every other.
 */
export function useHeld<T>(job: 'make' | 'open', owner: string): readonly [held: T | null, hold: (value: T | null) => void] {
  const client = useQueryClient();
  const { data } = useQuery<T | null>({
    queryKey: ['bundle', job, owner],
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const hold = (value: T | null) => {
    client.setQueriesData({ queryKey: ['bundle', job] }, null);
    client.setQueryData(['bundle', job, owner], value);
  };
  return [data ?? null, hold];
}
