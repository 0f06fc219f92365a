import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import { readScript } from '../../../shared/jumpcloud/virtual/script-format';
import { ErrorNotice } from '../../components/error-notice';

interface ScriptEditorProps {
  readonly opened: boolean;
  readonly name: string;
  readonly text: string;
  readonly edited: boolean;
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

/** A script as text: what goes out, what is expected, how it goes on. Checked before it is kept; the built-in one is one click away. */
export function ScriptEditor({ opened, name, text, edited, onSave, onRestore, onClose }: ScriptEditorProps) {
  const [draft, setDraft] = useState(text);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    setDraft(text);
    setError(null);
  }, [text]);
  const save = async () => {
    const read = readScript(draft);
    if (!read.ok) return setError(read.error);
    if (await onSave(draft)) onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={`Edit “${name}”`} size="xl">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          JumpCloud’s exact sequence is not known. When you have captured what it really sends, change the requests here. Text in braces
          stands for a value, such as {'{userName}'} or {'{groupId}'}.
        </Text>
        {error === null ? null : <ErrorNotice title="The script cannot be used as it is" error={error} />}
        <Textarea
          aria-label="Script as JSON"
          data-autofocus
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          minRows={18}
          maxRows={26}
          autosize
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-xs)' } }}
        />
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={!edited}
            onClick={() => {
              onRestore();
              onClose();
            }}
          >
            Take the built-in one
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button onClick={() => void save()}>Save</Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
