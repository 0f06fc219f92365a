import { Group, Text, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { MaskedSecret } from '../../components/masked-secret';
import { Tag } from '../../components/tag';
import { useGuide } from '../../state/guide';

/** The token as it may be known, and where it is kept. */
export function TokenFacts() {
  const { workspace, tokenStoredIn } = useGuide();
  if (workspace.token === null) return null;
  const { last4, fingerprint, expiresAt } = workspace.token;
  return (
    <Group gap="sm">
      <MaskedSecret last4={last4} />
      <Tooltip label="The beginning of its SHA-256: tells tokens apart without showing them.">
        <Text span size="sm" c="dimmed" className="mono" tabIndex={0}>
          #{fingerprint}
        </Text>
      </Tooltip>
      <Tag tone={tokenStoredIn === 'keyring' ? 'pass' : 'warn'} icon={<IconLock size={13} aria-hidden="true" />}>
        {tokenStoredIn === 'keyring' ? 'in the system’s keyring' : 'in memory, until the app is closed'}
      </Tag>
      {expiresAt === null ? null : (
        <Text span size="sm" c="dimmed">
          ends {expiresAt.slice(0, 10)}
        </Text>
      )}
    </Group>
  );
}
