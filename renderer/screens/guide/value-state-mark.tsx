import type { ValueReading } from '../../../shared/guide/checks/finding';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import { ToneIcon } from '../../components/tone-icon';

export const valueStates = {
  empty: { word: 'not there yet', tone: 'neutral' },
  ok: { word: 'looks right', tone: 'pass' },
  warned: { word: 'look again', tone: 'warn' },
  wrong: { word: 'cannot work', tone: 'fail' },
} as const satisfies Record<ValueReading['state'], { readonly word: string; readonly tone: Tone }>;

/** What the checks say about a value, in two words. */
export function ValueStateMark({ state }: { readonly state: ValueReading['state'] }) {
  const { word, tone } = valueStates[state];
  return (
    <Tag tone={tone} icon={<ToneIcon tone={tone} size={13} />}>
      {word}
    </Tag>
  );
}
