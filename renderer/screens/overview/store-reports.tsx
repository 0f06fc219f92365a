import { Button, Group, Text } from '@mantine/core';
import type { StoreReport } from '../../../shared/ipc/workspaces';
import { invoke } from '../../bridge';
import { Notice } from '../../components/notice';
import { showFailure } from '../../state/failure';
import { shownTime } from '../../state/shown-time';

const outcomes = {
  'restored-copy': 'The copy from when it was last opened in order took its place.',
  recovered: 'What is sound of it goes on.',
  'started-anew': 'There was no good copy, so it begins anew.',
  // The problem says so itself.
  'left-untouched': '',
  'not-written': 'What you see works, but may not be there after a restart.',
} as const satisfies Record<StoreReport['outcome'], string>;

const showFiles = (reportId: string | null) =>
  void invoke('workspaces:show-files', { reportId }).catch((cause) => showFailure('The folder could not be shown', cause));
const dismiss = (reportId: string) =>
  void invoke('workspaces:dismiss-report', { reportId }).catch((cause) => showFailure('The report could not be dismissed', cause));

/** What happened to damaged files of ours: never silently. */
export function StoreReports({ reports }: { readonly reports: readonly StoreReport[] }) {
  return reports.map((report) => (
    <Notice
      key={report.id}
      tone="warn"
      role="alert"
      title={`A file could not be ${report.outcome === 'not-written' ? 'written' : 'read'}: ${report.file}`}
      actions={
        <Group gap={6}>
          <Button size="compact-sm" variant="default" onClick={() => showFiles(report.id)}>
            Show it
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => dismiss(report.id)}>
            Understood
          </Button>
        </Group>
      }
    >
      <Text size="sm">
        {shownTime(report.at)}: {report.problem.message} {outcomes[report.outcome]}
        {report.setAsideTo === null ? '' : ` The damaged file was set aside as ${report.setAsideTo}.`}
        {report.problem.fix === undefined ? '' : ` ${report.problem.fix}`}
      </Text>
    </Notice>
  ));
}
