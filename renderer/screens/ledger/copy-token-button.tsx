import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useGuide } from '../../state/guide';

/** Puts the token on the clipboard without showing it. */
export function CopyTokenButton() {
  const { workspace, facts, actions } = useGuide();
  const [copied, setCopied] = useState(false);
  if (workspace.token === null || !facts.tokenHeld) return null;
  const words = copied ? 'Copied Bearer token' : 'Copy Bearer token';
  return (
    <Tooltip label={words}>
      <ActionIcon aria-label={words} onClick={() => void actions.copyToken().then(setCopied)}>
        {copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />}
      </ActionIcon>
    </Tooltip>
  );
}
