import { Text } from '@mantine/core';
import { Notice } from '../../components/notice';
import { useWorkspaces } from '../../state/workspaces';

/** Whether tokens outlive the app, and why not. */
export function SecretKeepingNotice() {
  const { data } = useWorkspaces();
  if (data === undefined) return null;
  const { secrets } = data;
  return secrets.kind === 'keyring' ? (
    <Notice tone="pass" title="In the system’s keyring">
      <Text size="sm">
        Bearer tokens are encrypted by the system ({secrets.backend}) and can be read only by your account on this computer. They never
        stand in a file of ours as they are, nor in a log or an export.
      </Text>
    </Notice>
  ) : (
    <Notice tone="warn" title="In memory only, until the app is closed">
      <Text size="sm">
        {secrets.why} Tokens have to be entered again after a restart; a token’s fingerprint tells whether it is the same one.
      </Text>
    </Notice>
  );
}
