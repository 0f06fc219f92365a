import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ReadRoster } from '../../../shared/ipc/roster';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { SummaryCard } from '../../components/summary-card';
import { SummaryRow } from '../../components/summary-row';
import { ProblemTable } from './problem-table';
import { RosterChanges } from './roster-changes';

interface RosterOfferProps {
  readonly roster: ReadRoster;
  readonly onUse: () => Promise<void>;
  readonly onDiscard: () => void;
}

/** A roster that was read and not taken over yet: what is in it, what could not be read, what it would change. */
export function RosterOffer({ roster, onUse, onDiscard }: RosterOfferProps) {
  const [busy, setBusy] = useState(false);
  const { counts, problemCounts, diff, name } = roster;
  const empty = counts.people === 0;
  const use = async () => {
    setBusy(true);
    await onUse();
    setBusy(false);
  };
  return (
    <Stack gap="md">
      <Notice
        tone={empty ? 'fail' : problemCounts.errors > 0 ? 'warn' : 'info'}
        role="status"
        title={headlineOf(roster)}
        actions={
          <Group gap="xs" wrap="nowrap">
            <Button size="xs" variant="default" onClick={onDiscard}>
              {empty ? 'Choose another file' : 'Discard it'}
            </Button>
            {empty ? null : (
              <Button size="xs" loading={busy} onClick={() => void use()} data-autofocus>
                Use this roster
              </Button>
            )}
          </Group>
        }
      >
        {empty
          ? 'Nothing was changed. Correct the file by the list below and import it again.'
          : 'Nothing was changed yet. It counts once you use it, and can be undone then.'}
      </Notice>
      <SummaryRow label={`${name} in numbers`}>
        <SummaryCard label="people" value={counts.people} />
        <SummaryCard label="groups" value={counts.groups} />
        <SummaryCard label="memberships" value={counts.memberships} />
        <SummaryCard label="rows not read" value={problemCounts.errors} tone={problemCounts.errors > 0 ? 'fail' : 'neutral'} />
      </SummaryRow>
      {diff === null ? null : (
        <Section title="What importing again would change">
          <RosterChanges diff={diff} />
        </Section>
      )}
      {problemCounts.errors + problemCounts.warnings === 0 ? null : (
        <Section title="Problems in the file">
          <ProblemTable problems={roster.problems} counts={problemCounts} height="min(45vh, 26rem)" />
        </Section>
      )}
    </Stack>
  );
}

function headlineOf({ name, counts, problemCounts }: ReadRoster): string {
  if (counts.people === 0) return `No person could be read from ${name}`;
  const people = `${counts.people.toLocaleString('en-GB')} ${counts.people === 1 ? 'person' : 'people'}`;
  if (problemCounts.errors === 0) return `${people} read from ${name}`;
  return `${people} read from ${name}; ${problemCounts.errors.toLocaleString('en-GB')} ${problemCounts.errors === 1 ? 'row was' : 'rows were'} not`;
}
