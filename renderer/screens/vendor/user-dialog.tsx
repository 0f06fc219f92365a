import { Button, Group, Modal, NativeSelect, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isEmail } from '../../../shared/email';
import type { OrganisationUser } from '../../../shared/ipc/organisation';
import { type Role, roles } from '../../../shared/vendor/event';

interface UserDialogProps {
  /** Null for somebody new. */
  readonly user: OrganisationUser | null;
  readonly onKeep: (user: OrganisationUser) => Promise<boolean>;
  readonly onClose: () => void;
}

/** One person at the vendor, with what they have there now. */
export function UserDialog({ user, onKeep, onClose }: UserDialogProps) {
  const [userName, setUserName] = useState(user?.userName ?? '');
  const [givenName, setGivenName] = useState(user?.givenName ?? '');
  const [familyName, setFamilyName] = useState(user?.familyName ?? '');
  const [active, setActive] = useState(user?.active ?? true);
  const [role, setRole] = useState<Role>(user?.role ?? 'User');
  const [teams, setTeams] = useState<string[]>(user?.teams ?? []);
  const [concurrencyGroup, setConcurrencyGroup] = useState(user?.concurrencyGroup ?? '');
  const [subOrganization, setSubOrganization] = useState(user?.subOrganization ?? '');
  const [tried, setTried] = useState(false);
  const problem = isEmail(userName.trim()) ? null : 'Expected an e-mail address such as ann@example.com.';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null) return;
    const kept: OrganisationUser = {
      userName: userName.trim(),
      ...(givenName.trim() === '' ? {} : { givenName: givenName.trim() }),
      ...(familyName.trim() === '' ? {} : { familyName: familyName.trim() }),
      active,
      role,
      teams,
      concurrencyGroup: concurrencyGroup.trim() === '' ? null : concurrencyGroup.trim(),
      subOrganization: subOrganization.trim() === '' ? null : subOrganization.trim(),
    };
    if (await onKeep(kept)) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={user === null ? 'Add a person' : user.userName}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label="E-mail (userName)"
            value={userName}
            disabled={user !== null}
            onChange={(event) => setUserName(event.currentTarget.value)}
            error={tried ? problem : null}
            autoComplete="off"
          />
          <Group grow gap="sm">
            <TextInput
              label="First name"
              value={givenName}
              onChange={(event) => setGivenName(event.currentTarget.value)}
              autoComplete="off"
            />
            <TextInput
              label="Last name"
              value={familyName}
              onChange={(event) => setFamilyName(event.currentTarget.value)}
              autoComplete="off"
            />
          </Group>
          <Group grow gap="sm" align="flex-end">
            <NativeSelect
              label="Own role"
              value={role}
              onChange={(event) => setRole(roles.find((known) => known === event.currentTarget.value) ?? 'User')}
              data={[...roles]}
            />
            <Switch label="active" checked={active} onChange={(event) => setActive(event.currentTarget.checked)} mb={8} />
          </Group>
          <TagsInput label="Teams" description="Enter after each" value={teams} onChange={setTeams} />
          <TextInput
            label="Concurrency group"
            description="Empty: the default one"
            value={concurrencyGroup}
            onChange={(event) => setConcurrencyGroup(event.currentTarget.value)}
            autoComplete="off"
          />
          <TextInput
            label="Sub-organisation"
            description="Empty: the root organisation"
            value={subOrganization}
            onChange={(event) => setSubOrganization(event.currentTarget.value)}
            autoComplete="off"
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">{user === null ? 'Add' : 'Keep'}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
