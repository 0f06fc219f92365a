import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { valueIds } from '../../../shared/guide/value-id';
import { regions } from '../../../shared/jumpcloud/regions';
import { routeHash } from '../../app/router';
import { invoke } from '../../bridge';
import { FieldGrid } from '../../components/field-grid';
import { Section } from '../../components/section';
import type { Guide } from '../../state/guide';
import { shownTime } from '../../state/shown-time';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** What this workspace holds. */
export function WorkspaceFacts({ guide }: { readonly guide: Guide }) {
  const { workspace, readings, facts, tokenStoredIn } = guide;
  const { data: preview } = useQuery({
    queryKey: ['preview', workspace.id, 'view'],
    queryFn: () => invoke('preview:view', { workspaceId: workspace.id }),
    staleTime: 0,
  });
  const roster = preview?.ok === true ? preview.value.roster : null;
  const run = preview?.ok === true ? preview.value.run : null;
  const there = valueIds.filter((id) => readings[id].state !== 'empty').length;
  const token =
    workspace.token === null
      ? 'not entered yet'
      : facts.tokenHeld
        ? `ends in ${workspace.token.last4}, ${tokenStoredIn === 'keyring' ? 'in the system’s keyring' : 'in memory until the app is closed'}`
        : `ended in ${workspace.token.last4}, no longer held`;
  const link = (screen: string, text: string) => <Anchor href={routeHash(screen)}>{text}</Anchor>;
  return (
    <Section title="This workspace">
      <FieldGrid
        fields={[
          ['Values', link('ledger', `${there} of ${valueIds.length}`)],
          ['Bearer token', token],
          [
            'Roster',
            link(
              'roster',
              roster === null ? 'none yet' : `${count(roster.people, 'person', 'people')}, ${count(roster.groups, 'group', 'groups')}`,
            ),
          ],
          [
            'Preview',
            link(
              'preview',
              run === null
                ? 'not run yet'
                : `${count(run.summary.peopleChanged, 'person changes', 'people change')}, ${count(run.summary.conflicts, 'conflict', 'conflicts')}${run.stale ? ' (out of date)' : ''}`,
            ),
          ],
          ['Used test e-mails', String(workspace.burntEmails.length)],
          ['JumpCloud region', regions[workspace.region].label],
          ['Created', shownTime(workspace.createdAt)],
          ['Changed', shownTime(workspace.changedAt)],
        ]}
      />
    </Section>
  );
}
