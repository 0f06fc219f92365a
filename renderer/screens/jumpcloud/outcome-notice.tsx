import { Button, Group, Text } from '@mantine/core';
import type { OutcomeView } from '../../../shared/jumpcloud/virtual/run-view';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import styles from './jumpcloud.module.css';
import { StepFacts } from './step-facts';

interface OutcomeNoticeProps {
  readonly name: string;
  readonly outcome: OutcomeView;
  readonly onShow: (index: number) => void;
}

const words = { pass: 'JumpCloud would be content', warn: 'JumpCloud would go on', fail: 'JumpCloud would stop here' } as const;

/** What came of a sequence, in words, and what to do about each thing that went wrong. */
export function OutcomeNotice({ name, outcome, onShow }: OutcomeNoticeProps) {
  return (
    <Notice tone={outcome.result} role="status" title={`${name}: ${words[outcome.result]}`}>
      <Text size="sm">{outcome.sentence}</Text>
      {outcome.problems.length === 0 ? null : (
        <ul className={styles['problems']} aria-label="What went wrong">
          {outcome.problems.map((problem) => (
            <li key={`${problem.index} ${problem.title}`}>
              <Group gap={6}>
                <strong>{problem.title}</strong>
                {problem.count > 1 ? <Tag tone="warn">{`and ${(problem.count - 1).toLocaleString('en-GB')} more like it`}</Tag> : null}
                <StepFacts facts={problem.facts} />
              </Group>
              <Text size="sm">{problem.meaning}</Text>
              <Text size="sm">
                <strong>What to do:</strong> {problem.fix}
              </Text>
              {problem.index === null ? null : (
                <Button size="compact-xs" variant="default" onClick={() => onShow(problem.index ?? 0)}>
                  Show request {problem.index + 1}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {outcome.usedTestEmail === null ? null : (
        <Text size="sm">
          {outcome.usedTestEmail} has been used. At this vendor it stays behind deactivated, and the next test needs a fresh one (I1).
        </Text>
      )}
    </Notice>
  );
}
