import { Button, Checkbox, Group, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SamlView } from '../../../shared/ipc/saml';
import { CROSS_CHECK_WORDS } from '../../../shared/saml/explain-cross-check';
import { DropTarget } from '../../components/drop-target';
import { ErrorNotice } from '../../components/error-notice';
import { PlainTable } from '../../components/plain-table';
import { Section } from '../../components/section';
import { CertificateCard } from './certificate-card';
import { CheckResultTag } from './check-result';
import { useSamlChange } from './use-saml';

interface TabProps {
  readonly workspaceId: string;
  readonly view: SamlView;
}

/** Both consoles compared over the whole ledger, and who can still get in. */
export function ChecksTab({ workspaceId, view }: TabProps) {
  return (
    <Stack gap="md">
      <Section title="Do both sides fit together?">
        <PlainTable heads={['Check', 'Result', 'Expected and found']}>
          {view.crossChecks.map((check) => {
            const words = CROSS_CHECK_WORDS[check.code];
            return (
              <tr key={check.code} data-cross-check={check.code} data-result={check.result}>
                <td>
                  <strong>{words.title}</strong>
                </td>
                <td>
                  <CheckResultTag result={check.result} />
                </td>
                <td>
                  <div>Expected: {check.expected}</div>
                  {check.expected === check.found ? null : <div>Found: {check.found}</div>}
                  {check.result === 'pass' ? null : (
                    <div>
                      <strong>What to do:</strong> {words.fix}
                    </div>
                  )}
                </td>
              </tr>
            );
          })}
        </PlainTable>
      </Section>
      <VendorCertificate workspaceId={workspaceId} view={view} />
      <BreakGlass key={JSON.stringify([view.exemptAdmins, view.enforceSso])} workspaceId={workspaceId} view={view} />
    </Stack>
  );
}

/** Where the connection was made by hand, without a metadata URL. */
function VendorCertificate({ workspaceId, view }: TabProps) {
  const set = useSamlChange('saml:set-vendor-certificate', workspaceId);
  const setUrl = useSamlChange('saml:set-sign-in-url', workspaceId);
  const [url, setTyped] = useState(view.signInUrl ?? '');
  return (
    <Section title="A connection made with Sign In URL and certificate">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Only where no metadata URL was given at TestMu AI: enter the same Sign In URL and choose the same certificate file here, and both
          are compared with the metadata.
        </Text>
        <TextInput
          label="Sign In URL, as entered at TestMu AI"
          placeholder="https://sso.jumpcloud.com/saml2/…"
          value={url}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            if (url.trim() !== (view.signInUrl ?? '')) setUrl.change({ url });
          }}
          spellCheck={false}
        />
        {setUrl.error === null ? null : <ErrorNotice error={setUrl.error} title="The address was not kept" />}
        {view.vendorCertificate === null ? (
          <DropTarget
            label="Drop the certificate file here"
            hint=".pem, .cer or .crt"
            accept=".pem,.cer,.crt,.der"
            maxBytes={1_000_000}
            onFile={({ bytes }) => set.change({ bytes })}
          />
        ) : (
          <>
            <CertificateCard certificate={view.vendorCertificate} use="uploaded at TestMu AI" nowMs={Date.now()} />
            <Group justify="flex-end">
              <Button size="compact-sm" variant="default" loading={set.busy} onClick={() => set.change({ bytes: null })}>
                Choose another
              </Button>
            </Group>
          </>
        )}
        {set.error === null ? null : <ErrorNotice error={set.error} title="The certificate could not be read" />}
      </Stack>
    </Section>
  );
}

/** Before step 11: once SSO is on, passwords, Google sign-in and e-mail invites stop working for colleagues. */
function BreakGlass({ workspaceId, view }: TabProps) {
  const [admins, setAdmins] = useState<string[]>([...view.exemptAdmins]);
  const [enforced, setEnforced] = useState(view.enforceSso);
  const set = useSamlChange('saml:set-break-glass', workspaceId);
  const changed = enforced !== view.enforceSso || admins.join('\n') !== view.exemptAdmins.join('\n');
  return (
    <Section title="Break-glass: who can still get in when SSO fails?">
      <Stack gap="sm">
        <Text size="sm">
          Once the connection is on, passwords, Google sign-in and e-mail invites stop working for colleagues. Exempt one admin under “SSO
          User Settings” at TestMu AI before you switch on “Enforce SSO Login”, and stay signed in with that account during step 11.
        </Text>
        <TagsInput
          label="Admins who are exempt from SSO"
          description="Type an e-mail address and press Enter"
          placeholder={admins.length === 0 ? 'it@acme.example' : ''}
          value={admins}
          onChange={setAdmins}
        />
        <Checkbox
          label="“Enforce SSO Login” is on, or is about to be"
          checked={enforced}
          onChange={(event) => setEnforced(event.currentTarget.checked)}
        />
        {set.error === null ? null : <ErrorNotice error={set.error} title="It was not saved" />}
        <Group justify="flex-end">
          <Button
            size="compact-sm"
            disabled={!changed}
            loading={set.busy}
            onClick={() => set.change({ exemptAdmins: admins, enforceSso: enforced })}
          >
            Save
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
