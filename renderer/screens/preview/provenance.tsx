import { List, Stack, Text } from '@mantine/core';
import type { RunView } from '../../../shared/ipc/preview';
import { explainRosterNotice } from '../../../shared/plan/explain-roster-notice';
import { FieldGrid } from '../../components/field-grid';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { AssumptionSwitches } from './assumption-switches';
import { useProof } from './use-preview';

/** How the run came about: that nothing was written, what was left out, which open questions it rests on. */
export function Provenance({ run }: { readonly run: RunView }) {
  const { provenance, notices } = run;
  const proof = useProof(run.runId);
  const untouched = provenance.writes === 0 && provenance.baselineBefore === provenance.baselineAfter;
  return (
    <Stack gap="md">
      <Notice
        tone={untouched ? 'pass' : 'fail'}
        title={untouched ? 'Nothing was written' : 'The baseline was touched: do not trust this run'}
      >
        The pushes were played on a copy that reads through the vendor’s side as it was given and keeps its own changes. The fingerprint of
        the original is the same before the first event and after the last, and {provenance.writes === 0 ? 'no record' : provenance.writes}{' '}
        of it was written.
      </Notice>
      <Section title="In numbers">
        <FieldGrid
          fields={[
            ['Events played', provenance.events.toLocaleString('en-GB')],
            [
              'Made',
              `${new Date(run.at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })}, in ${(run.tookMs / 1000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} s`,
            ],
            ['Fingerprint before', <code key="before">{provenance.baselineBefore}</code>],
            ['Fingerprint after', <code key="after">{provenance.baselineAfter}</code>],
            ['Records of it written', provenance.writes.toLocaleString('en-GB')],
            ['Fingerprint of the outcome', <code key="outcome">{proof?.outcome ?? '…'}</code>],
          ]}
        />
      </Section>
      {notices.length === 0 ? null : (
        <Section title="What JumpCloud leaves out">
          <List size="sm" spacing="xs">
            {notices.map((notice) => (
              <List.Item key={notice.kind}>{explainRosterNotice(notice)}</List.Item>
            ))}
          </List>
        </Section>
      )}
      <Section title="Open questions this run rests on">
        {run.assumptionsUsed.length === 0 ? (
          <Text size="sm">No effect of this run depends on a question that the vendor’s documents leave open.</Text>
        ) : (
          <AssumptionSwitches run={run} />
        )}
      </Section>
    </Stack>
  );
}
