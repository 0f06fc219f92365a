import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { JournalView } from '../../../shared/ipc/server';
import { defaultLogBound, type LogBound, logBoundLimits } from '../../../shared/mirror/log-bound';
import { boundWords } from './bound-words';

interface LogBoundDialogProps {
  readonly opened: boolean;
  readonly journal: JournalView;
  readonly onBound: (bound: LogBound) => void;
  readonly onClose: () => void;
}

const fields = [
  { key: 'requests', label: 'Requests', step: 10_000 },
  { key: 'megabytes', label: 'Megabytes, about', step: 64 },
] as const satisfies readonly { readonly key: keyof LogBound; readonly label: string; readonly step: number }[];

/** How much of the log of requests is kept. */
export function LogBoundDialog({ opened, journal, onBound, onClose }: LogBoundDialogProps) {
  const [bound, setBound] = useState<LogBound>(journal.bound);
  useEffect(() => {
    if (opened) setBound(journal.bound);
  }, [opened, journal.bound]);
  const isSmaller = bound.requests < journal.bound.requests || bound.megabytes < journal.bound.megabytes;
  return (
    <Modal opened={opened} onClose={onClose} title="How much of the log is kept">
      <Stack gap="sm">
        <Text size="sm">{boundWords(journal)}</Text>
        <Group grow>
          {fields.map(({ key, label, step }) => (
            <NumberInput
              key={key}
              label={label}
              min={logBoundLimits[key].least}
              max={logBoundLimits[key].most}
              step={step}
              clampBehavior="blur"
              allowDecimal={false}
              allowNegative={false}
              thousandSeparator=","
              value={bound[key]}
              onChange={(value) => {
                const { least, most } = logBoundLimits[key];
                if (typeof value === 'number' && value >= least && value <= most) setBound({ ...bound, [key]: value });
              }}
            />
          ))}
        </Group>
        {isSmaller ? (
          <Text size="sm" role="status">
            What does not fit any more is dropped at once and cannot be brought back.
          </Text>
        ) : null}
        <Group justify="space-between">
          <Button variant="default" onClick={() => setBound(defaultLogBound)}>
            Take the defaults
          </Button>
          <Button
            onClick={() => {
              onClose();
              onBound(bound);
            }}
          >
            Keep so much
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
