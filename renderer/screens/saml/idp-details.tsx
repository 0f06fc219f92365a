import { Stack } from '@mantine/core';
import type { IdpReading } from '../../../shared/ipc/saml';
import { bindingName } from '../../../shared/saml/uris';
import { CopyButton } from '../../components/copy-button';
import { FieldGrid } from '../../components/field-grid';
import { Notice } from '../../components/notice';
import { shownTime } from '../../state/shown-time';
import { CertificateCard } from './certificate-card';
import { Findings } from './findings';
import styles from './saml.module.css';

const copied = (text: string, what: string) => (
  <span className={styles['inline']}>
    <code className={styles['value']}>{text}</code>
    <CopyButton text={text} what={what} />
  </span>
);

/** One identity provider as its metadata describes it, with what is wrong about it first. */
export function IdpDetails({ reading, nowMs }: { readonly reading: IdpReading; readonly nowMs: number }) {
  const { idp, findings } = reading;
  return (
    <Stack gap="sm">
      <Findings findings={findings} label="Findings about the metadata" allRight="Nothing speaks against this metadata." />
      <FieldGrid
        fields={[
          ['Entity ID', copied(idp.entityId, 'entity ID')],
          ...idp.ssoServices.map(
            (service) => [bindingName(service.binding), copied(service.location, `${bindingName(service.binding)} endpoint`)] as const,
          ),
          ['NameID formats', idp.nameIdFormats.length === 0 ? 'none named' : idp.nameIdFormats.join(', ')],
          ['Valid until', idp.validUntil ?? 'not limited'],
          ['Read', `${shownTime(reading.readAt)} from ${reading.source}`],
        ]}
      />
      {idp.keys.map((key, index) =>
        key.reading.kind === 'certificate' ? (
          <CertificateCard
            key={`${key.use}-${key.reading.certificate.sha256}`}
            certificate={key.reading.certificate}
            use={key.use === 'both' ? 'signing and encryption' : key.use}
            nowMs={nowMs}
          />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a broken certificate has nothing else to tell it by, and the list never changes
          <Notice key={`broken-${index}`} tone="fail" title="A certificate that cannot be read">
            {key.reading.reason}: {key.reading.start}…
          </Notice>
        ),
      )}
    </Stack>
  );
}
