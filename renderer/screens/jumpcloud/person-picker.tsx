import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonChoice } from '../../../shared/ipc/virtual';
import { invoke, RequestError } from '../../bridge';

interface PersonPickerProps {
  readonly workspaceId: string;
  readonly value: PersonChoice | null;
  readonly onChange: (person: PersonChoice | null) => void;
}

const shown = 50;

/** Finds one of any number of people by e-mail or name. */
export function PersonPicker({ workspaceId, value, onChange }: PersonPickerProps) {
  const [search, setSearch] = useState('');
  const sought = search === value?.email ? '' : search;
  const { data } = useQuery({
    queryKey: ['virtual-people', workspaceId, sought],
    queryFn: async () => {
      const answer = await invoke('virtual:people', { workspaceId, search: sought, group: null, offset: 0, limit: shown });
      if (!answer.ok) throw new RequestError('virtual:people', answer.error);
      return answer.value;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const rows = data?.rows ?? [];
  const options = rows.map(({ email, firstname, lastname }) => ({ value: email, label: email, name: `${firstname} ${lastname}`.trim() }));
  const more = data === undefined ? 0 : data.total - rows.length;
  return (
    <Select
      label="Person"
      placeholder="E-mail or name"
      searchable
      required
      data={options}
      value={value?.email ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(email) => onChange(rows.find((person) => person.email === email) ?? null)}
      filter={({ options: all }) => all}
      nothingFoundMessage="Nobody of that name"
      description={more > 0 ? `${more.toLocaleString('en-GB')} more: type to find them` : undefined}
    />
  );
}
