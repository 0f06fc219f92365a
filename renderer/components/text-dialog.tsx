import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';

interface TextDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly label: string;
  readonly description?: string;
  readonly initial: string;
  readonly confirmLabel: string;
  readonly maxLength: number;
  /** Says what is wrong with the text, or null. */
  readonly problemWith: (text: string) => string | null;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks for one short text, such as a name. */
export function TextDialog(props: TextDialogProps) {
  const { opened, title, label, description, initial, confirmLabel, maxLength, problemWith, onText, onClose, children } = props;
  const [text, setText] = useState(initial);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (!opened) return;
    setText(initial);
    setTried(false);
  }, [opened, initial]);
  const problem = problemWith(text.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null) return;
    onClose();
    onText(text.trim());
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {children}
          <TextInput
            data-autofocus
            label={label}
            {...(description === undefined ? {} : { description })}
            value={text}
            maxLength={maxLength}
            onChange={(event) => setText(event.currentTarget.value)}
            error={tried ? problem : null}
            autoComplete="off"
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">{confirmLabel}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
