import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Pasted } from '../../../shared/preview/paste-rows';
import { Notice } from '../../components/notice';

interface PasteDialogProps<Row> {
  readonly opened: boolean;
  readonly title: string;
  /** What the rows should look like. */
  readonly children: ReactNode;
  readonly example: string;
  readonly noun: readonly [one: string, many: string];
  readonly read: (text: string) => Pasted<Row>;
  readonly onRows: (rows: readonly Row[]) => Promise<boolean>;
  readonly onClose: () => void;
}

const shownAtMost = 8;

/** Rows pasted from a spreadsheet or a list: read while they are pasted, taken over when the admin says so. */
export function PasteDialog<Row>({ opened, title, children, example, noun, read, onRows, onClose }: PasteDialogProps<Row>) {
  const [text, setText] = useState('');
  const { rows, problems } = text.trim() === '' ? { rows: [], problems: [] } : read(text);
  const close = () => {
    setText('');
    onClose();
  };
  const take = async () => {
    if (await onRows(rows)) close();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} size="lg">
      <Stack gap="sm">
        <Text size="sm">{children}</Text>
        <Textarea
          data-autofocus
          aria-label={title}
          placeholder={example}
          minRows={7}
          maxRows={14}
          autosize
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {problems.length === 0 ? null : (
          <Notice
            tone="warn"
            role="status"
            title={`${problems.length.toLocaleString('en-GB')} ${problems.length === 1 ? 'remark' : 'remarks'}; what is named here is not taken`}
          >
            <List size="sm">
              {problems.slice(0, shownAtMost).map(({ line, message }) => (
                <List.Item key={`${line} ${message}`}>
                  Line {line}: {message}
                </List.Item>
              ))}
              {problems.length > shownAtMost ? (
                <List.Item>and {(problems.length - shownAtMost).toLocaleString('en-GB')} more</List.Item>
              ) : null}
            </List>
          </Notice>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button disabled={rows.length === 0} onClick={() => void take()}>
            Take {rows.length.toLocaleString('en-GB')} {noun[rows.length === 1 ? 0 : 1]}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
