import { ActionIcon, Autocomplete, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { SamlView } from '../../../shared/ipc/saml';
import type { AttributeMapping, AttributeValue } from '../../../shared/saml/attribute-table';
import { ErrorNotice } from '../../components/error-notice';
import { PlainTable } from '../../components/plain-table';
import { Findings } from './findings';
import styles from './saml.module.css';
import { useSamlChange } from './use-saml';

interface AttributeTableProps {
  readonly workspaceId: string;
  readonly view: SamlView;
}

const jumpCloudNames = ['email', 'firstname', 'lastname', 'username', 'displayname', 'department', 'company', 'location', 'jobTitle'];

interface Row extends AttributeMapping {
  readonly key: number;
}

const keyed = (rows: readonly AttributeMapping[]): readonly Row[] => rows.map((row, key) => ({ ...row, key }));
const bare = (rows: readonly Row[]): AttributeMapping[] => rows.map(({ serviceName, jumpCloudName }) => ({ serviceName, jumpCloudName }));

/** JumpCloud's "User Attributes": edited here first, with what the assertion of the chosen person would carry. */
export function AttributeTable({ workspaceId, view }: AttributeTableProps) {
  const [rows, setRows] = useState(keyed(view.attributes));
  const save = useSamlChange('saml:set-attributes', workspaceId);
  const edit = (key: number, part: Partial<AttributeMapping>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const changed = JSON.stringify(bare(rows)) !== JSON.stringify(view.attributes);
  return (
    <Stack gap="sm">
      <Findings
        findings={view.attributeFindings}
        label="Findings about the attributes"
        allRight="Every attribute an account needs is sent, under a name in the right case. The guide for JumpCloud names no attributes; these are from the vendor's guide for another provider, so compare them with TestMu AI's own list."
      />
      <PlainTable
        heads={[
          'Service Provider Attribute Name',
          'JumpCloud Attribute Name',
          view.person === null ? 'In the assertion' : `In the assertion of ${view.person.email}`,
          <span key="remove" className="visually-hidden">
            Remove
          </span>,
        ]}
      >
        {rows.map((row, index) => (
          <tr key={row.key}>
            <td>
              <TextInput
                size="xs"
                aria-label={`Service attribute ${index + 1}`}
                value={row.serviceName}
                onChange={(event) => edit(row.key, { serviceName: event.currentTarget.value })}
                spellCheck={false}
              />
            </td>
            <td>
              <Autocomplete
                size="xs"
                aria-label={`JumpCloud attribute ${index + 1}`}
                data={jumpCloudNames}
                value={row.jumpCloudName}
                onChange={(jumpCloudName) => edit(row.key, { jumpCloudName })}
              />
            </td>
            <td>
              {changed ? <span className={styles['empty']}>save to see</span> : <Preview value={view.attributePreview[index]?.value} />}
            </td>
            <td>
              <ActionIcon
                aria-label={`Remove ${row.serviceName || 'row'}`}
                onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </td>
          </tr>
        ))}
      </PlainTable>
      {save.error === null ? null : <ErrorNotice error={save.error} title="The attributes were not saved" />}
      <Group justify="space-between">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setRows([...rows, { serviceName: '', jumpCloudName: '', key: Math.max(-1, ...rows.map((row) => row.key)) + 1 }])}
        >
          Add Attribute
        </Button>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={!changed} onClick={() => setRows(keyed(view.attributes))}>
            Undo changes
          </Button>
          <Button size="compact-sm" disabled={!changed} loading={save.busy} onClick={() => save.change({ attributes: bare(rows) })}>
            Save attributes
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function Preview({ value }: { readonly value: AttributeValue | undefined }) {
  if (value === undefined) return <span className={styles['empty']}>choose a person under Rehearsal</span>;
  switch (value.kind) {
    case 'value':
      return value.text === '' ? <span className={styles['empty']}>empty: this person has none</span> : <code>{value.text}</code>;
    case 'not-in-roster':
      return <span className={styles['empty']}>known to JumpCloud only</span>;
    case 'unknown-name':
      return (
        <Text size="sm" c="var(--fail-ink)">
          nothing: JumpCloud has no such attribute{value.suggestion === null ? '' : `; meant ${value.suggestion}?`}
        </Text>
      );
  }
}
