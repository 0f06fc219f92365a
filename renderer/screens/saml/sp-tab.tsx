import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SamlView } from '../../../shared/ipc/saml';
import type { SpFormField } from '../../../shared/saml/sp-form';
import { bindingName } from '../../../shared/saml/uris';
import { CopyButton } from '../../components/copy-button';
import { ErrorNotice } from '../../components/error-notice';
import { FieldGrid } from '../../components/field-grid';
import { Notice } from '../../components/notice';
import { PlainTable } from '../../components/plain-table';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import { AttributeTable } from './attribute-table';
import { IntoLedger } from './into-ledger';
import { MetadataInput } from './metadata-input';
import styles from './saml.module.css';
import { useSamlChange } from './use-saml';

interface TabProps {
  readonly workspaceId: string;
  readonly view: SamlView;
}

/** TestMu AI's side: its values in the order of JumpCloud's form, as a file, and the attributes. */
export function SpTab({ workspaceId, view }: TabProps) {
  const readSp = useSamlChange('saml:read-sp-metadata', workspaceId);
  const save = useMutation({ mutationFn: () => demand('saml:save-sp-metadata', { workspaceId }) });
  const saveError = errorOf(save.error);
  return (
    <Stack gap="md">
      <Section
        title="JumpCloud's SSO tab, field by field"
        aside={
          <Button
            size="compact-sm"
            variant="default"
            disabled={view.spMetadataText === null}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            Save as metadata file…
          </Button>
        }
      >
        <Text size="sm" c="dimmed" mb="sm">
          Copy from top to bottom, or save the metadata file and give it to JumpCloud's “Upload Metadata”, which fills in SP Entity ID and
          ACS URL.
        </Text>
        {typeof save.data === 'string' ? (
          <Notice tone="pass" role="status">
            Saved as {save.data}
          </Notice>
        ) : null}
        {saveError === null ? null : <ErrorNotice error={saveError} title="The file was not saved" />}
        <PlainTable heads={['Field in JumpCloud', 'What belongs there', 'Why']}>
          {view.form.map((field) => (
            <tr key={field.id} data-field={field.id}>
              <td>
                <strong>{field.label}</strong>
              </td>
              <td>
                <FieldValue field={field} />
              </td>
              <td>{field.note}</td>
            </tr>
          ))}
        </PlainTable>
      </Section>
      <Section title="User attributes">
        <AttributeTable key={JSON.stringify(view.attributes)} workspaceId={workspaceId} view={view} />
      </Section>
      <Section title="TestMu AI's own metadata">
        {view.sp === null ? null : (
          <IntoLedger
            what="SP entity ID and ACS URL"
            values={[
              ['sp-entity-id', view.sp.entityId],
              ...view.sp.acsServices
                .filter((service) => service.isDefault || view.sp?.acsServices.length === 1)
                .map((service) => ['acs-url', service.location] as const),
            ]}
          />
        )}
        {view.sp === null ? null : (
          <FieldGrid
            fields={[
              ['Entity ID', view.sp.entityId],
              ...view.sp.acsServices.map((service) => [`ACS, ${bindingName(service.binding)}`, service.location] as const),
            ]}
          />
        )}
        <MetadataInput
          whose="TestMu AI"
          where="Optional, and better than copying by hand: an organisation's service provider metadata is at https://auth.lambdatest.com/organization/{organizationID}/saml/metadata. Entity ID and ACS URL are then compared with the ledger."
          initialUrl=""
          busy={readSp.busy}
          error={readSp.error}
          onSource={(source) => readSp.change({ source })}
        />
      </Section>
    </Stack>
  );
}

function FieldValue({ field }: { readonly field: SpFormField }) {
  if (field.value === null) return <span className={styles['empty']}>not entered yet: see the values ledger</span>;
  if (field.how === 'empty') return <span className={styles['empty']}>leave it empty</span>;
  return (
    <Group gap={6} wrap="nowrap">
      <code className={styles['value']}>{field.value}</code>
      {field.how === 'paste' ? <CopyButton text={field.value} what={field.label} /> : null}
    </Group>
  );
}
