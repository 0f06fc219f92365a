import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { navigate } from '../../app/router';
import { Notice } from '../../components/notice';
import { useGuide } from '../../state/guide';

export interface EndpointValue {
  readonly baseUrl: string;
  readonly privateNetwork: boolean;
}

/** The endpoint of the ledger, unless another one is to be asked. */
export const useLedgerEndpoint = (): string => useGuide().workspace.values['scim-base-url']?.text ?? '';

/** Whether the workspace's bearer token is at hand. */
export function useHasToken(): boolean {
  const { workspace, facts } = useGuide();
  return workspace.token !== null && facts.tokenHeld;
}

interface EndpointFieldsProps {
  readonly value: EndpointValue;
  readonly onChange: (value: EndpointValue) => void;
}

/** Which SCIM endpoint is asked. The token is the workspace's and never shown. */
export function EndpointFields({ value, onChange }: EndpointFieldsProps) {
  const hasToken = useHasToken();
  return (
    <>
      <Group align="flex-end" gap="sm">
        <TextInput
          label="SCIM base URL"
          description="From the values ledger; any other SCIM endpoint can be asked too"
          value={value.baseUrl}
          onChange={(event) => onChange({ ...value, baseUrl: event.currentTarget.value })}
          placeholder="https://auth.lambdatest.com/api/scim"
          spellCheck={false}
          autoComplete="off"
          style={{ flex: 1 }}
        />
      </Group>
      <Checkbox
        size="xs"
        label="This address is inside my own network"
        checked={value.privateNetwork}
        onChange={(event) => onChange({ ...value, privateNetwork: event.currentTarget.checked })}
      />
      {hasToken ? null : (
        <Notice
          tone="warn"
          title="No bearer token at hand"
          actions={
            <Button size="compact-sm" variant="default" onClick={() => navigate('guide', '3')}>
              Enter it in step 3
            </Button>
          }
        >
          Where there is no keyring, the token is kept in memory and forgotten when the app ends.
        </Notice>
      )}
    </>
  );
}
