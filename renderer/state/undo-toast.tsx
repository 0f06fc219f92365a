import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

const shownForMs = 12_000;

interface UndoToast {
  /** What has happened: "Acme was deleted". */
  readonly message: string;
  readonly onUndo: () => void;
}

/** Says what was done and offers to take it back; hovering keeps it on the screen. */
export function showUndo({ message, onUndo }: UndoToast): void {
  const id = `undo-${message}`;
  const undo = () => {
    notifications.hide(id);
    onUndo();
  };
  notifications.hide(id);
  notifications.show({
    id,
    autoClose: shownForMs,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Close' },
    role: 'status',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="default" onClick={undo}>
          Undo
        </Button>
      </Group>
    ),
  });
}

/** Says in passing that something has happened. */
export function showDone(message: string): void {
  notifications.show({ message, autoClose: 3500, role: 'status', closeButtonProps: { 'aria-label': 'Close' } });
}
