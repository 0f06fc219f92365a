import { Button, Combobox, Group, InputBase, Stack, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SamlPerson } from '../../../shared/ipc/saml';
import { invoke } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { useSamlChange } from './use-saml';

interface PersonChoiceProps {
  readonly workspaceId: string;
  readonly person: SamlPerson | null;
}

/** Who signs in: somebody of the roster, or an address typed in where there is no roster yet. */
export function PersonChoice({ workspaceId, person }: PersonChoiceProps) {
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, 150);
  const combobox = useCombobox();
  const set = useSamlChange('saml:set-person', workspaceId);
  const found = useQuery({
    queryKey: ['saml-people', workspaceId, wanted],
    queryFn: () => invoke('saml:find-people', { workspaceId, text: wanted }),
    staleTime: 0,
  });
  const people = found.data ?? [];
  if (person !== null)
    return (
      <Group justify="space-between" align="flex-end">
        <div>
          <Text size="sm" fw={600}>
            Person who signs in
          </Text>
          <Text size="sm">
            {person.firstname} {person.lastname} · {person.email} {person.source === 'roster' ? '(from the roster)' : '(typed in)'}
          </Text>
        </div>
        <Button size="compact-sm" variant="default" loading={set.busy} onClick={() => set.change({ person: null })}>
          Somebody else
        </Button>
      </Group>
    );
  return (
    <Stack gap={6}>
      <Combobox
        store={combobox}
        onOptionSubmit={(email) => {
          const chosen = people.find((one) => one.email === email);
          if (chosen !== undefined) set.change({ person: chosen });
          combobox.closeDropdown();
        }}
      >
        <Combobox.Target>
          <InputBase
            label="Person who signs in"
            description="Search the roster by name or e-mail"
            placeholder="ann@acme.example"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            autoComplete="off"
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={people.length === 0}>
          <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
            {people.map((one) => (
              <Combobox.Option key={one.email} value={one.email}>
                {one.firstname} {one.lastname} · {one.email}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {people.length === 0 && typed.includes('@') ? (
        <TypedPerson key={typed} email={typed.trim()} busy={set.busy} onPerson={(chosen) => set.change({ person: chosen })} />
      ) : null}
      {set.error === null ? null : <ErrorNotice error={set.error} title="The person was not chosen" />}
    </Stack>
  );
}

interface TypedPersonProps {
  readonly email: string;
  readonly busy: boolean;
  readonly onPerson: (person: { readonly email: string; readonly firstname: string; readonly lastname: string }) => void;
}

function TypedPerson({ email, busy, onPerson }: TypedPersonProps) {
  const [firstname, setFirstname] = useState('');
  const [lastname, setLastname] = useState('');
  return (
    <Group align="flex-end" gap="xs">
      <TextInput size="xs" label="First name" value={firstname} onChange={(event) => setFirstname(event.currentTarget.value)} />
      <TextInput size="xs" label="Last name" value={lastname} onChange={(event) => setLastname(event.currentTarget.value)} />
      <Button size="xs" loading={busy} onClick={() => onPerson({ email, firstname, lastname })}>
        Use {email}
      </Button>
    </Group>
  );
}
