import { Button, Group } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { invoke } from '../bridge';
import { showFailure } from '../state/failure';
import { CopyButton } from './copy-button';

interface OutwardLinkProps {
  readonly label: string;
  readonly url: string;
  readonly emphasis?: boolean;
}

async function open(url: string): Promise<void> {
  try {
    if (await invoke('app:open-link', { url })) return;
    showFailure('The link was not opened', {
      code: 'link-not-allowed',
      message: `Links lead only to JumpCloud’s and the vendor’s hosts; found ${url}.`,
      fix: 'Copy the address and open it yourself if you trust it.',
    });
  } catch (cause) {
    showFailure('The link was not opened', cause);
  }
}

/** Opens a console in the system's browser; the address can be copied as well, for another browser or profile. */
export function OutwardLink({ label, url, emphasis = false }: OutwardLinkProps) {
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="xs"
        variant={emphasis ? 'filled' : 'default'}
        rightSection={<IconExternalLink size={15} aria-hidden="true" />}
        onClick={() => void open(url)}
        data-url={url}
      >
        {label}
      </Button>
      <CopyButton text={url} what={`the address of ${label}`} />
    </Group>
  );
}
