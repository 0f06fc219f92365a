import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MetadataOffer, SamlView } from '../../../shared/ipc/saml';
import { ErrorNotice } from '../../components/error-notice';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import { Findings } from './findings';
import { IdpDetails } from './idp-details';
import { IntoLedger } from './into-ledger';
import { MetadataInput, type MetadataSourceInput } from './metadata-input';
import { useSamlChange } from './use-saml';

interface TabProps {
  readonly workspaceId: string;
  readonly view: SamlView;
}

/** JumpCloud's metadata: read, looked at, and only then used. */
export function IdpTab({ workspaceId, view }: TabProps) {
  const [offer, setOffer] = useState<MetadataOffer | null>(null);
  const read = useMutation({
    mutationFn: (source: MetadataSourceInput) => demand('saml:read-metadata', { workspaceId, source }),
    onSuccess: setOffer,
  });
  const forget = useSamlChange('saml:forget-metadata', workspaceId);
  return (
    <Stack gap="md">
      {offer === null ? null : <Offer key={offer.offerId} workspaceId={workspaceId} offer={offer} onDone={() => setOffer(null)} />}
      {view.idp === null || offer !== null ? null : (
        <Section
          title="In use"
          aside={
            <Button size="compact-sm" variant="default" loading={forget.busy} onClick={() => forget.change({})}>
              Stop using it
            </Button>
          }
        >
          <Stack gap="sm">
            <IntoLedger
              what="IdP entity ID"
              values={[
                ['idp-entity-id', view.idp.idp.entityId],
                ...(view.idp.source.startsWith('https://') ? [['metadata-url', view.idp.source] as const] : []),
              ]}
            />
            <IdpDetails reading={view.idp} nowMs={Date.now()} />
          </Stack>
        </Section>
      )}
      <Section title={view.idp === null ? "Read JumpCloud's metadata" : 'Read it again'}>
        <MetadataInput
          whose="JumpCloud"
          where="JumpCloud: SSO Applications › your application › SSO › Copy Metadata URL, or Export Metadata (a file named JumpCloud-…-metadata.xml)."
          initialUrl={view.metadataUrl ?? ''}
          busy={read.isPending}
          error={errorOf(read.error)}
          onSource={(source) => read.mutate(source)}
        />
      </Section>
    </Stack>
  );
}

interface OfferProps {
  readonly workspaceId: string;
  readonly offer: MetadataOffer;
  readonly onDone: () => void;
}

/** What was read and is not used yet; of several identity providers the admin chooses. */
function Offer({ workspaceId, offer, onDone }: OfferProps) {
  const [chosen, setChosen] = useState(offer.readings[0]?.idp.entityId ?? '');
  const adopt = useSamlChange('saml:adopt-metadata', workspaceId);
  const reading = offer.readings.find((one) => one.idp.entityId === chosen);
  return (
    <Section
      title={`Read from ${offer.source}: not used yet`}
      aside={
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={onDone}>
            Discard
          </Button>
          <Button
            size="compact-sm"
            loading={adopt.busy}
            onClick={() => adopt.change({ offerId: offer.offerId, entityId: chosen }, { onSuccess: onDone })}
          >
            Use this metadata
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        {adopt.error === null ? null : <ErrorNotice error={adopt.error} title="It was not taken over" />}
        {offer.changes.length === 0 ? null : (
          <>
            <Text size="sm" fw={600}>
              Changed since it was last read
            </Text>
            <Findings findings={offer.changes} label="Changes since last time" allRight="" />
          </>
        )}
        {offer.readings.length < 2 ? null : (
          <Radio.Group
            label={`The file describes ${offer.readings.length} identity providers. Which one is JumpCloud's application for TestMu AI?`}
            value={chosen}
            onChange={setChosen}
          >
            <Stack gap={4} mt={6}>
              {offer.readings.map(({ idp }) => (
                <Radio key={idp.entityId} value={idp.entityId} label={idp.entityId} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {reading === undefined ? null : <IdpDetails reading={reading} nowMs={Date.now()} />}
      </Stack>
    </Section>
  );
}
