import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { invoke } from '../bridge';

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the tooltip and screen readers: "SCIM base URL". */
  readonly what: string;
  /** Shows words beside the icon. */
  readonly wide?: boolean;
  readonly onCopied?: () => void;
}

const shownForMs = 1600;

/** Puts a text on the clipboard through the main process and says so for a moment. */
export function CopyButton({ text, what, wide = false, onCopied }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const copy = async () => {
    await invoke('app:copy', { text });
    setCopied(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setCopied(false), shownForMs);
    onCopied?.();
  };

  const icon = copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />;
  const words = copied ? 'Copied' : 'Copy';
  if (wide) {
    return (
      <Button size="compact-sm" variant="default" leftSection={icon} onClick={() => void copy()} aria-label={`${words} ${what}`}>
        {words}
      </Button>
    );
  }
  return (
    <Tooltip label={`${words} ${what}`}>
      <ActionIcon onClick={() => void copy()} aria-label={`${words} ${what}`}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
