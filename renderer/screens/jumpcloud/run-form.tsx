import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { ScriptCard, VirtualView } from '../../../shared/ipc/virtual';
import styles from './jumpcloud.module.css';
import { PersonPicker } from './person-picker';
import { groupsFor, type RunChoices } from './run-choices';

interface RunFormProps {
  readonly workspaceId: string;
  readonly script: ScriptCard;
  readonly view: VirtualView;
  readonly choices: RunChoices;
  readonly onChange: (parts: Partial<RunChoices>) => void;
}

/** The fields of a script: whom or which group it is about. */
export function RunForm({ workspaceId, script, view, choices, onChange }: RunFormProps) {
  if (script.asks.length === 0) return null;
  const { person } = choices;
  const groups = groupsFor(script.change, view, person);
  const members = new Map((view.directory?.bound ?? []).map((group) => [group.name, group.members]));
  const used = view.usedTestEmails.includes(choices.testEmail.trim());
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
      {script.asks.includes('test-email') ? (
        <Group gap="xs" align="flex-end" wrap="nowrap" className={styles['testEmail'] ?? ''}>
          <TextInput
            label="Test User Email"
            required
            type="email"
            description={used ? 'Used before: where DELETE only deactivates it fails (I1)' : 'Must belong to nobody at the service (J3)'}
            value={choices.testEmail}
            onChange={(event) => onChange({ testEmail: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
          {used && choices.testEmail !== view.suggestedTestEmail ? (
            <Button variant="default" onClick={() => onChange({ testEmail: view.suggestedTestEmail })}>
              Take a fresh one
            </Button>
          ) : null}
        </Group>
      ) : null}
      {script.asks.includes('person') ? (
        <PersonPicker
          workspaceId={workspaceId}
          value={person}
          onChange={(chosen) => onChange({ person: chosen, names: null, ...(script.change === 'leave' ? { group: null } : {}) })}
        />
      ) : null}
      {script.asks.includes('group') ? (
        <Select
          label="Group"
          required
          searchable
          placeholder={groups.length === 0 ? 'No group fits' : 'Name of the group'}
          data={[...groups]}
          limit={200}
          value={choices.group}
          onChange={(group) => onChange({ group })}
          nothingFoundMessage="No group of that name"
          description={
            choices.group === null || !members.has(choices.group)
              ? undefined
              : `${(members.get(choices.group) ?? 0).toLocaleString('en-GB')} members to push`
          }
        />
      ) : null}
      {script.asks.includes('new-name') ? (
        <TextInput
          label="New name"
          required
          value={choices.newName}
          onChange={(event) => onChange({ newName: event.currentTarget.value })}
          autoComplete="off"
        />
      ) : null}
      {script.asks.includes('names') && person !== null ? (
        <Group grow align="start" gap="sm">
          {(['firstname', 'lastname', 'to'] as const).map((field) => {
            const names = choices.names ?? { firstname: person.firstname, lastname: person.lastname, to: person.email };
            const label = { firstname: 'First name', lastname: 'Last name', to: 'E-mail' }[field];
            return (
              <TextInput
                key={field}
                label={label}
                value={names[field]}
                onChange={(event) => onChange({ names: { ...names, [field]: event.currentTarget.value } })}
                autoComplete="off"
              />
            );
          })}
        </Group>
      ) : null}
    </SimpleGrid>
  );
}
