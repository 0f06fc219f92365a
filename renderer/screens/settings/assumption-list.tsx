import { Radio, Stack, Text } from '@mantine/core';
import { type Assumption, type AssumptionId, assumptions } from '../../../shared/vendor/assumptions';
import { InlineCode } from '../../components/inline-code';
import { Tag } from '../../components/tag';
import styles from './assumption-list.module.css';

interface AssumptionListProps {
  /** Those with the other answer; null where no workspace is open, and nothing can be chosen. */
  readonly others: readonly AssumptionId[] | null;
  readonly onChoose?: (id: AssumptionId, other: boolean) => void;
}

interface ItemProps {
  readonly assumption: Assumption;
  readonly other: boolean;
  readonly onChoose: ((other: boolean) => void) | null;
}

function Item({ assumption, other, onChoose }: ItemProps) {
  return (
    <li className={styles['item']} data-assumption={assumption.id}>
      <Tag tone={other ? 'info' : 'neutral'}>{assumption.id}</Tag>
      <div className={styles['question']}>
        <InlineCode text={assumption.question} /> {assumption.source === 'ours' ? <Tag tone="info">ours</Tag> : null}
      </div>
      <Radio.Group
        aria-label={`${assumption.id}: ${assumption.question}`}
        value={other ? 'other' : 'default'}
        onChange={(value) => onChoose?.(value === 'other')}
      >
        <Stack gap={4}>
          <Radio size="xs" value="default" disabled={onChoose === null} label={<InlineCode text={`${assumption.default} (default)`} />} />
          <Radio size="xs" value="other" disabled={onChoose === null} label={<InlineCode text={assumption.other} />} />
        </Stack>
      </Radio.Group>
    </li>
  );
}

/** The questions that the vendor's documents leave open, and what the preview takes for granted about each. */
export function AssumptionList({ others, onChoose }: AssumptionListProps) {
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" maw={720}>
        Where the vendor's documents are silent or disagree, the simulated vendor takes the default. A preview that depends on one of these
        shows its number.{' '}
        {others === null
          ? 'Open a workspace to choose the other answer for its previews.'
          : 'What you choose here counts for this workspace’s previews.'}
      </Text>
      <ul className={styles['list']}>
        {assumptions.map((assumption) => (
          <Item
            key={assumption.id}
            assumption={assumption}
            other={others?.some((id) => id === assumption.id) ?? false}
            onChoose={others === null || onChoose === undefined ? null : (other) => onChoose(assumption.id as AssumptionId, other)}
          />
        ))}
      </ul>
    </Stack>
  );
}
