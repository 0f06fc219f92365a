import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconLock, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { MaskedSecret } from '../../components/masked-secret';
import { Tag } from '../../components/tag';
import { useGuide } from '../../state/guide';

/** The token as it may be known, where it is kept, and what can be done with it. */
export function TokenHeldLine({ onReplace }: { readonly onReplace?: () => void }) {
  const { workspace, tokenStoredIn, actions } = useGuide();
  const [copied, setCopied] = useState(false);
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
      <Group gap={4} ml="auto">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={copied ? <IconCheck size={15} aria-hidden="true" /> : <IconCopy size={15} aria-hidden="true" />}
          onClick={() => void actions.copyToken().then(setCopied)}
          aria-label={`${copied ? 'Copied' : 'Copy'} Bearer token`}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
        {onReplace === undefined ? null : (
          <Button size="compact-sm" variant="default" onClick={onReplace}>
            Replace…
          </Button>
        )}
        <Tooltip label="Forget the token">
          <ActionIcon aria-label="Forget the token" onClick={() => void actions.setToken('')}>
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
}
