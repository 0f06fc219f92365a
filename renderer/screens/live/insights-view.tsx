import { Stack } from '@mantine/core';
import {
  type InsightsFindings,
  type ProvisionEvent,
  type ProvisionEventType,
  provisionEventTypes,
} from '../../../shared/golive/directory-insights';
import { instantUtc } from '../../../shared/instant-utc';
import { FieldGrid } from '../../components/field-grid';
import { Notice } from '../../components/notice';
import type { Tone } from '../../components/tone';
import styles from './live.module.css';

const eventText = (event: ProvisionEvent): string =>
  `${instantUtc(event.at)}: ${provisionEventTypes[event.type]} ${event.mentions.join(', ')}${event.message === '' ? '' : ` (${event.message})`}`;

/** JumpCloud's own account of what it pushed, beside what the plan expects. */
export function InsightsView({ findings }: { readonly findings: InsightsFindings }) {
  const lists: readonly { readonly title: string; readonly tone: Tone; readonly lines: readonly string[] }[] = [
    { title: 'failed at the service', tone: 'fail', lines: findings.failed.map(eventText) },
    { title: 'removed although the plan keeps them', tone: 'fail', lines: findings.removedAgainstPlan.map(eventText) },
    { title: 'people of the plan without an event', tone: 'warn', lines: findings.usersWithoutEvent },
    { title: 'groups of the plan without an event', tone: 'warn', lines: findings.groupsWithoutEvent },
  ];
  const found = lists.filter((list) => list.lines.length > 0);
  return (
    <Stack gap="sm">
      {found.length === 0 ? <Notice tone="pass">Everything the plan expects was pushed, and nothing failed.</Notice> : null}
      {found.map(({ title, tone, lines }) => (
        <Notice key={title} tone={tone} title={`${lines.length} ${title}`}>
          <ul className={styles['names']}>
            {lines.slice(0, 500).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      ))}
      <FieldGrid
        fields={(Object.entries(findings.counts) as [ProvisionEventType, number][])
          .filter(([, count]) => count > 0)
          .map(([type, count]) => [type, `${count.toLocaleString('en-GB')} × ${provisionEventTypes[type]}`] as const)}
      />
    </Stack>
  );
}
