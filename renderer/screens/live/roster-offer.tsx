import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RosterOffer } from '../../../shared/ipc/live';
import type { RosterChange } from '../../../shared/jumpcloud/roster-diff';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { SummaryCard } from '../../components/summary-card';
import { SummaryRow } from '../../components/summary-row';
import { demand, errorOf } from '../../state/demand';
import styles from './live.module.css';

interface RosterOfferProps {
  readonly workspaceId: string;
  readonly offer: RosterOffer;
  readonly onDone: () => void;
}

const listed = 200;

const changeText = (change: RosterChange): string => {
  switch (change.kind) {
    case 'joined':
      return `${change.email} is new${change.groups.length === 0 ? '' : `, in ${change.groups.join(', ')}`}`;
    case 'left':
      return `${change.email} is gone`;
    case 'changed':
      return [
        `${change.email}:`,
        ...change.fields.map((field) => `${field.field} ${field.before || 'empty'} → ${field.after || 'empty'};`),
        ...(change.groupsAdded.length === 0 ? [] : [`joins ${change.groupsAdded.join(', ')};`]),
        ...(change.groupsRemoved.length === 0 ? [] : [`leaves ${change.groupsRemoved.join(', ')};`]),
      ]
        .join(' ')
        .replace(/;$/, '');
  }
};

/** A roster that was read and is not used yet: what is in it, what is wrong with it, and what would change. */
export function RosterOfferView({ workspaceId, offer, onDone }: RosterOfferProps) {
  const client = useQueryClient();
  const adopt = useMutation({
    mutationFn: () => demand('live:adopt-roster', { workspaceId, offerId: offer.offerId }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone();
    },
  });
  const error = errorOf(adopt.error);
  const errors = offer.problems.filter((problem) => problem.severity === 'error').length;
  const dead = offer.groups.filter((group) => group.members === 0);
  return (
    <Section
      title={`Read from ${offer.source}: not used yet`}
      aside={
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={onDone}>
            Discard
          </Button>
          <Button size="compact-sm" loading={adopt.isPending} onClick={() => adopt.mutate()}>
            Use this roster
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        {error === null ? null : <ErrorNotice error={error} title="The roster was not taken over" />}
        <SummaryRow label="What was read">
          <SummaryCard label="people" value={offer.people} />
          <SummaryCard label="suspended" value={offer.suspended} note="deactivated at the service (J13)" />
          <SummaryCard label="staged" value={offer.staged} note="not provisioned (J13)" />
          <SummaryCard label="groups" value={offer.groups.length} note={dead.length === 0 ? '' : `${dead.length} without anybody (J11)`} />
          <SummaryCard label="rows not read" value={errors} tone={errors === 0 ? 'neutral' : 'fail'} />
        </SummaryRow>
        {offer.problems.length === 0 ? null : (
          <Notice tone={errors === 0 ? 'warn' : 'fail'} title={`${offer.problems.length} things to look at`}>
            <ul className={styles['names']}>
              {offer.problems.slice(0, listed).map((problem) => (
                <li key={`${problem.line}-${problem.code}-${problem.message}`}>
                  Line {problem.line}: {problem.message} {problem.fix}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {offer.diff === null ? (
          <Text size="sm">There is no roster in use yet: all of this is new.</Text>
        ) : offer.diff.changes.length === 0 ? (
          <Notice tone="pass">Nothing differs from the roster in use.</Notice>
        ) : (
          <Notice tone="info" title={`${offer.diff.changes.length} people differ from the roster in use; ${offer.diff.unchanged} do not`}>
            {offer.diff.groupsGone.length === 0 ? null : (
              <Text size="sm">
                <strong>Groups that nobody is in any more:</strong> {offer.diff.groupsGone.join(', ')}
              </Text>
            )}
            <ul className={styles['names']}>
              {offer.diff.changes.slice(0, listed).map((change) => (
                <li key={change.email}>{changeText(change)}</li>
              ))}
            </ul>
            {offer.diff.changes.length > listed ? <Text size="sm">and {offer.diff.changes.length - listed} more</Text> : null}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}
