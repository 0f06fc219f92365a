import { Button, Text } from '@mantine/core';
import type { JournalView } from '../../../shared/ipc/server';
import { Notice } from '../../components/notice';
import { ProgressWithCancel } from '../../components/progress-with-cancel';

interface JournalNoticesProps {
  readonly journal: JournalView;
  readonly onCheck: () => void;
  readonly onLeave: () => void;
  readonly onRecover: () => void;
}

/** Whether all of the journal was looked at, and what a look at all of it found. */
export function JournalNotices({ journal, onCheck, onLeave, onRecover }: JournalNoticesProps) {
  const { check, unchecked } = journal;
  switch (check.kind) {
    case 'running':
      return (
        <ProgressWithCancel
          label="Checking the journal"
          fraction={check.total === 0 ? null : check.done / check.total}
          detail={`${check.done.toLocaleString('en-GB')} of ${check.total.toLocaleString('en-GB')} records`}
          onCancel={onLeave}
        />
      );
    case 'damaged':
      return (
        <Notice
          tone="fail"
          role="alert"
          title="The journal is damaged"
          actions={
            <Button size="compact-sm" onClick={onRecover}>
              Recover what can be read
            </Button>
          }
        >
          <Text size="sm">
            Found: {check.found}. Recovering sets the file aside, unchanged, and goes on with everything in it that is sound.
          </Text>
        </Notice>
      );
    case 'sound':
      return (
        <Notice
          tone="pass"
          role="status"
          title="The journal is sound"
          actions={
            <Button size="compact-sm" variant="default" onClick={onLeave}>
              Close
            </Button>
          }
        >
          <Text size="sm">All of it was read and compared with its sums.</Text>
        </Notice>
      );
    case 'none':
      return unchecked === null ? null : (
        <Notice
          tone="warn"
          title="Part of the journal was not checked"
          actions={
            <Button size="compact-sm" variant="default" onClick={onCheck}>
              Check all of it
            </Button>
          }
        >
          <Text size="sm">{unchecked} The server answers while it is checked.</Text>
        </Notice>
      );
  }
}
