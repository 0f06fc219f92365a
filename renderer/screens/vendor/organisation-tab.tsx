import { Button, Checkbox, Fieldset, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { ImportedScenario, OrganisationView } from '../../../shared/ipc/organisation';
import { type EntityType, entityTypes } from '../../../shared/vendor/event';
import { invoke } from '../../bridge';
import { DropTarget } from '../../components/drop-target';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { Section } from '../../components/section';
import { ask } from '../../state/ask';
import { showFailure } from '../../state/failure';
import { useWorkspaceId } from '../../state/guide';
import { sendFile } from '../../state/send-file';
import { showDone } from '../../state/undo-toast';
import { targetWords } from './rule-words';
import { useEditOrganisation, useOrganisationChanged } from './use-organisation';
import styles from './vendor.module.css';

const maxBytes = 200_000_000;
const count = (number: number, one: string, many: string): string => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** The organisation itself: what is switched on for it, its default group, and scenario files in and out. */
export function OrganisationTab({ view }: { readonly view: OrganisationView }) {
  return (
    <div className={styles['halves']}>
      <Section title="The organisation">
        <Basics view={view} />
      </Section>
      <ScenarioFiles undone={view.redo} />
    </div>
  );
}

function Basics({ view }: { readonly view: OrganisationView }) {
  const edit = useEditOrganisation();
  const { name, groupProvisioning, defaultConcurrencyGroup, enabledTypes } = view;
  const put = (change: Partial<Pick<OrganisationView, 'name' | 'groupProvisioning' | 'defaultConcurrencyGroup' | 'enabledTypes'>>) => {
    const next = { name, groupProvisioning, defaultConcurrencyGroup, enabledTypes, ...change };
    void edit({ kind: 'basics', ...next, enabledTypes: [...next.enabledTypes] });
  };
  const enable = (type: EntityType, on: boolean) =>
    put({ enabledTypes: entityTypes.filter((known) => (known === type ? on : enabledTypes.includes(known))) });
  return (
    <Stack gap="md">
      <KeptText label="Name" value={name} onKeep={(value) => put({ name: value })} />
      <Switch
        label="SCIM Group Provisioning is on"
        description="Switched on in Organization Settings, or by support. While it is off every group is refused with 403."
        checked={groupProvisioning}
        onChange={(event) => put({ groupProvisioning: event.currentTarget.checked })}
      />
      <Fieldset legend="What support has enabled" variant="unstyled">
        <Stack gap={6}>
          {entityTypes.map((type) => (
            <Checkbox
              key={type}
              size="xs"
              label={`${targetWords[type]}s`}
              checked={enabledTypes.includes(type)}
              onChange={(event) => enable(type, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Fieldset>
      <KeptText
        label="Default concurrency group"
        description="Where people are who are in no other."
        value={defaultConcurrencyGroup}
        onKeep={(value) => put({ defaultConcurrencyGroup: value })}
      />
    </Stack>
  );
}

interface KeptTextProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onKeep: (value: string) => void;
}

/** Kept when it is left or with Enter; an empty one goes back to what it was. */
function KeptText({ label, description, value, onKeep }: KeptTextProps) {
  const [text, setText] = useState<string | null>(null);
  const keep = () => {
    const next = (text ?? value).trim();
    setText(null);
    if (next !== '' && next !== value) onKeep(next);
  };
  return (
    <TextInput
      label={label}
      {...(description === undefined ? {} : { description })}
      value={text ?? value}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setText(null);
      }}
      autoComplete="off"
    />
  );
}

/** `undone` is what was taken back last: of an import that was, nothing is said any more. */
function ScenarioFiles({ undone }: { readonly undone: string | null }) {
  const workspaceId = useWorkspaceId();
  const changed = useOrganisationChanged();
  const [imported, setImported] = useState<ImportedScenario | null>(null);
  const [refused, setRefused] = useState<{ readonly title: string; readonly error: AppError } | null>(null);
  /** The file on its way, with how much of it is there. */
  const [reading, setReading] = useState<{ readonly name: string; readonly sent: number } | null>(null);
  const take = async (file: File) => {
    const { name } = file;
    const title = `${name} could not be taken over`;
    setImported(null);
    setRefused(null);
    setReading({ name, sent: 0 });
    try {
      const fileId = await sendFile(file, (sent) => setReading({ name, sent }));
      const taken = await invoke('organisation:import-scenario', { workspaceId, name, fileId });
      if (!taken.ok) {
        setRefused({ title, error: taken.error });
        return;
      }
      setImported(taken.value);
      const view = await ask('organisation:view', { workspaceId }, title);
      if (view !== null) await changed(view);
    } catch (cause) {
      showFailure(title, cause);
    } finally {
      setReading(null);
    }
  };
  const save = async () => {
    const path = await ask('organisation:export-scenario', { workspaceId }, 'The scenario could not be saved');
    if (path !== null) showDone(`Saved as ${path}`);
  };
  return (
    <Section
      title="Scenario files"
      aside={
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden="true" />} onClick={() => void save()}>
          Save as scenario
        </Button>
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          A scenario file holds the vendor’s side, the rules and, where it has any, events: the same file that the command{' '}
          <code>dry-run</code> reads. Taking one over replaces everything on this screen, the events and the answers to the open questions;
          Undo brings all of it back.
        </Text>
        {refused === null ? null : <ErrorNotice title={refused.title} error={refused.error} />}
        {imported === null || undone === `Import ${imported.source}` ? null : (
          <Notice tone="pass" role="status" title={`${imported.source} was taken over`}>
            {count(imported.users, 'person', 'people')}, {count(imported.groups, 'group', 'groups')},{' '}
            {count(imported.rules, 'rule', 'rules')}
            {imported.events === 0 ? '' : ` and ${count(imported.events, 'event', 'events')}, which the preview can play`}
            {imported.otherAssumptions.length === 0 ? '.' : `; the other answer to ${imported.otherAssumptions.join(', ')}.`}
          </Notice>
        )}
        {reading === null ? (
          <DropTarget
            label="Drop a scenario here"
            hint="JSON, scim-preflight/scenario@1"
            accept=".json"
            maxBytes={maxBytes}
            onLargeFile={(file) => void take(file)}
          />
        ) : (
          <ProgressWithCancel label={`Reading ${reading.name}`} fraction={reading.sent < 1 ? reading.sent : null} />
        )}
      </Stack>
    </Section>
  );
}
