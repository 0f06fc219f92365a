import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SamlView } from '../../../shared/ipc/saml';
import type { LoginFlow } from '../../../shared/saml/rehearsal';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { demand, errorOf } from '../../state/demand';
import { FaultMatrix } from './fault-matrix';
import { PersonChoice } from './person-choice';
import { RehearsedLoginView } from './rehearsed-login';
import { useSamlChange } from './use-saml';

interface TabProps {
  readonly workspaceId: string;
  readonly view: SamlView;
}

const flows: { readonly value: LoginFlow; readonly label: string }[] = [
  { value: 'sp-initiated', label: "From TestMu AI's login page" },
  { value: 'idp-initiated', label: "From JumpCloud's portal" },
];
const signs: { readonly value: SamlView['sign']; readonly label: string }[] = [
  { value: 'Assertion', label: 'Assertion' },
  { value: 'Response', label: 'Response' },
  { value: 'both', label: 'Both' },
];

/** A signed login with the ledger's values, and the same login with one fault at a time. No network, no real key. */
export function RehearsalTab({ workspaceId, view }: TabProps) {
  const [flow, setFlow] = useState<LoginFlow>('sp-initiated');
  const setSign = useSamlChange('saml:set-sign', workspaceId);
  const rehearse = useMutation({ mutationFn: () => demand('saml:rehearse', { workspaceId, flow }) });
  const matrix = useMutation({ mutationFn: () => demand('saml:fault-matrix', { workspaceId, flow }) });
  const error = errorOf(rehearse.error) ?? errorOf(matrix.error);
  return (
    <Stack gap="md">
      <Section title="Rehearse a login">
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            A key pair of our own, marked “not JumpCloud” and gone when the app ends, signs a real SAML response with your values; a service
            provider of our own checks it as TestMu AI would. Nothing leaves this machine.
          </Text>
          <PersonChoice workspaceId={workspaceId} person={view.person} />
          <Group gap="lg">
            <div>
              <Text size="sm" fw={600} mb={4}>
                The login starts
              </Text>
              <SegmentedControl
                size="xs"
                data={flows}
                value={flow}
                onChange={(value) => {
                  setFlow(value as LoginFlow);
                  rehearse.reset();
                  matrix.reset();
                }}
                aria-label="Where the login starts"
              />
            </div>
            <div>
              <Text size="sm" fw={600} mb={4}>
                JumpCloud signs
              </Text>
              <SegmentedControl
                size="xs"
                data={signs}
                value={view.sign}
                onChange={(sign) => setSign.change({ sign: sign as SamlView['sign'] })}
                aria-label="What JumpCloud signs"
              />
            </div>
          </Group>
          {view.missing.length === 0 ? null : (
            <Notice tone="info" title="Not ready yet">
              Still missing: {view.missing.join(', ')}. The values are entered in the guide (steps 9 and 10) or in the values ledger.
            </Notice>
          )}
          {error === null ? null : <ErrorNotice error={error} title="The login could not be rehearsed" />}
          <Group gap="xs">
            <Button disabled={view.missing.length > 0} loading={rehearse.isPending} onClick={() => rehearse.mutate()}>
              Rehearse the login
            </Button>
            <Button variant="default" disabled={view.missing.length > 0} loading={matrix.isPending} onClick={() => matrix.mutate()}>
              Try every fault
            </Button>
          </Group>
        </Stack>
      </Section>
      {rehearse.data === undefined ? null : <RehearsedLoginView login={rehearse.data} />}
      {matrix.data === undefined ? null : <FaultMatrix rows={matrix.data} />}
    </Stack>
  );
}
