import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useGuide } from '../../state/guide';

/** What can be done with a token that is kept: copied without being shown, replaced, forgotten. */
export function TokenActs({ onReplace }: { readonly onReplace: () => void }) {
  const { actions } = useGuide();
  const [copied, setCopied] = useState(false);
  const words = copied ? 'Copied' : 'Copy';
  return (
    <Group gap={4} ml="auto" wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={copied ? <IconCheck size={15} aria-hidden="true" /> : <IconCopy size={15} aria-hidden="true" />}
        onClick={() => void actions.copyToken().then(setCopied)}
        aria-label={`${words} Bearer token`}
      >
        {words}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onReplace} aria-label="Replace… the Bearer token">
        Replace…
      </Button>
      <Tooltip label="Forget the token">
        <ActionIcon aria-label="Forget the token" onClick={actions.forgetToken}>
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
