import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import { ToneIcon } from '../../components/tone-icon';

export type ShownResult = 'pass' | 'warn' | 'fail' | 'skipped';

const shown: Readonly<Record<ShownResult, { readonly tone: Tone; readonly word: string }>> = {
  pass: { tone: 'pass', word: 'passed' },
  warn: { tone: 'warn', word: 'warning' },
  fail: { tone: 'fail', word: 'failed' },
  skipped: { tone: 'neutral', word: 'not checked' },
};

export function CheckResultTag({ result }: { readonly result: ShownResult }) {
  const { tone, word } = shown[result];
  return (
    <Tag tone={tone} icon={<ToneIcon tone={tone} size={13} />}>
      {word}
    </Tag>
  );
}
