import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

/** A search as it is typed, and as it is asked for once the typing pauses. */
export function useSearch() {
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 150);
  return { search, setSearch, wanted };
}
