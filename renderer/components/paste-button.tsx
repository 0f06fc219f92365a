import { Button } from '@mantine/core';
import { IconCheck, IconClipboardText } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { invoke } from '../bridge';

export interface PasteButtonProps {
  /** What is pasted, for screen readers: "SCIM base URL". */
  readonly what: string;
  readonly onPaste: (text: string) => void;
  readonly label?: string;
}

type Said = 'nothing' | 'pasted' | 'empty';
const shownForMs = 1600;

/** Takes the clipboard's text in one click; the main process reads it, because the window may not. */
export function PasteButton({ what, onPaste, label = 'Paste' }: PasteButtonProps) {
  const [said, setSaid] = useState<Said>('nothing');
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const paste = async () => {
    const text = await invoke('app:read-clipboard', undefined);
    const empty = text.trim() === '';
    setSaid(empty ? 'empty' : 'pasted');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setSaid('nothing'), shownForMs);
    if (!empty) onPaste(text);
  };

  const words = { nothing: label, pasted: 'Pasted', empty: 'No text copied' }[said];
  const Glyph = said === 'pasted' ? IconCheck : IconClipboardText;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Glyph size={15} aria-hidden="true" />}
      onClick={() => void paste()}
      aria-label={`${words} ${what}`}
    >
      {words}
    </Button>
  );
}
