import { Group, Text } from '@mantine/core';
import type { RunEntry } from '../../../shared/jumpcloud/virtual/run-view';
import { CopyButton } from '../../components/copy-button';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import styles from './jumpcloud.module.css';
import { decodedPath } from './request-list';
import { StepFacts } from './step-facts';

function Side({ title, head, text }: { readonly title: string; readonly head: string; readonly text: string }) {
  return (
    <section className={styles['side']} aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Text size="xs" fw={650} c="dimmed">
          {title}
        </Text>
        {text === '' ? null : <CopyButton text={text} what={`body of the ${title.toLowerCase()}`} />}
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <pre className={styles['http']} tabIndex={0}>
        <strong>{head}</strong>
        {text === '' ? '' : `\n\n${text}`}
      </pre>
    </section>
  );
}

/** One request as real HTTP, with the facts it rests on, what came back and what that means. */
export function RequestDetail({ entry, baseUrl }: { readonly entry: RunEntry; readonly baseUrl: string }) {
  const headers = entry.contentType === null ? '' : `\nContent-Type: ${entry.contentType}`;
  const answered = entry.status !== null;
  const answer = answered ? `HTTP/1.1 ${entry.status}` : (entry.failure ?? 'Not sent yet');
  return (
    <div className={styles['detail']}>
      <Group gap="xs">
        <Text size="sm" fw={650}>
          {entry.title}
        </Text>
        <Text size="sm" c="dimmed">
          {entry.about}
        </Text>
        <StepFacts facts={entry.facts} />
        {entry.durationMs === null ? null : <Tag>{`${Math.round(entry.durationMs)} ms`}</Tag>}
      </Group>
      {entry.problem === null ? null : (
        <Notice tone={entry.result ?? 'warn'} title={entry.problem.title}>
          <Text size="sm">{entry.problem.meaning}</Text>
          <Text size="sm">
            <strong>What to do:</strong> {entry.problem.fix}
          </Text>
        </Notice>
      )}
      <div className={styles['sides']}>
        <Side
          title="Request"
          head={`${entry.method} ${baseUrl}${decodedPath(entry.path)}\nAuthorization: Bearer …${headers}`}
          text={entry.requestText}
        />
        <Side title="Answer" head={answer} text={entry.responseText} />
      </div>
    </div>
  );
}
