import { Button, Group, Progress, Text } from '@mantine/core';

export interface ProgressWithCancelProps {
  /** What is going on: "Reading the roster". */
  readonly label: string;
  /** 0 to 1; null while the end is not known. */
  readonly fraction: number | null;
  /** Such as "12,000 of 100,000 people". */
  readonly detail?: string;
  readonly onCancel?: () => void;
}

/** Work that takes a while, and a way out of it. */
export function ProgressWithCancel({ label, fraction, detail, onCancel }: ProgressWithCancelProps) {
  const percent = fraction === null ? 100 : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div role="status">
      <Group justify="space-between" mb={6} gap="sm">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {detail ?? (fraction === null ? '' : `${percent} %`)}
          </Text>
          {onCancel === undefined ? null : (
            <Button size="compact-sm" variant="default" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </Group>
      </Group>
      <Progress value={percent} animated={fraction === null} aria-label={label} />
    </div>
  );
}
