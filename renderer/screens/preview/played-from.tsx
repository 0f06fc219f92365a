import { Anchor, SegmentedControl } from '@mantine/core';
import type { PreviewView } from '../../../shared/ipc/preview';
import { routeHash } from '../../app/router';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import { useWorkspaceId } from '../../state/guide';
import { usePreviewChoices } from '../../state/preview-choices';
import styles from './preview.module.css';

const count = (number: number, one: string, many: string): string => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** What a run is made from, each part one click away. */
export function PlayedFrom({ view }: { readonly view: PreviewView }) {
  const { roster, events, play, rules, otherAssumptions } = view;
  const workspaceId = useWorkspaceId();
  const put = usePreviewChoices(workspaceId);
  const choose = async (value: string) => {
    const known = (['roster', 'events', 'both'] as const).find((option) => option === value);
    if (known === undefined) return;
    await put('what is played', { play }, { play: known });
  };
  return (
    <>
      <div className={styles['from']}>
        {events === null || roster === null ? null : (
          <SegmentedControl
            size="xs"
            aria-label="What is played"
            value={play}
            onChange={(value) => void choose(value)}
            data={[
              { value: 'roster', label: 'Roster' },
              { value: 'events', label: 'Scenario’s events' },
              { value: 'both', label: 'Events, then roster' },
            ]}
          />
        )}
        {roster === null || play === 'events' ? null : (
          <span>
            <Anchor href={routeHash('roster')}>{roster.name}</Anchor>: {count(roster.people, 'person', 'people')},{' '}
            <Anchor href={routeHash('roster', 'groups')}>
              {roster.ticked === roster.groups
                ? count(roster.groups, 'group', 'groups')
                : `${roster.ticked.toLocaleString('en-GB')} of ${count(roster.groups, 'group', 'groups')}`}{' '}
              pushed
            </Anchor>
          </span>
        )}
        {events === null || play === 'roster' ? null : (
          <span>
            {events.source}: {count(events.count, 'event', 'events')}
          </span>
        )}
        <Anchor href={routeHash('vendor', 'rules')}>{rules === 0 ? 'no rules yet' : count(rules, 'rule', 'rules')}</Anchor>
        {otherAssumptions.length === 0 ? null : <Tag tone="info">other answer: {otherAssumptions.join(', ')}</Tag>}
      </div>
      {view.groupProvisioning ? null : (
        <Notice tone="warn" title="SCIM Group Provisioning is off in this rehearsal">
          Every group is refused with 403 (vendor §3). Switch it on under{' '}
          <Anchor href={routeHash('vendor', 'organisation')}>Rules and vendor side</Anchor>, or see what happens when support has not yet
          done so.
        </Notice>
      )}
      {rules > 0 ? null : (
        <Notice tone="warn" title="There are no rules">
          Without rules every group stays unmapped, and nobody gets a team, concurrency group or sub-organisation.{' '}
          <Anchor href={routeHash('vendor', 'rules')}>Add the rules</Anchor> that your organisation has at the vendor.
        </Notice>
      )}
    </>
  );
}
