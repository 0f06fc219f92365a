import { Tooltip } from '@mantine/core';
import styles from './fact-badge.module.css';
import type { Tone } from './tone';
import { toneClass } from './tone-class';

/** How sure a fact is: documented, reported by others, or concluded from two facts. */
export type Confidence = 'doc' | 'seen' | 'inferred';

const shown = {
  doc: { word: 'documented', tone: 'pass', meaning: "It stands in JumpCloud's or the vendor's own documentation." },
  seen: {
    word: 'reported',
    tone: 'info',
    meaning: "Other vendors' guides or public issue threads report it; the documentation does not say it.",
  },
  inferred: { word: 'inferred', tone: 'warn', meaning: 'It follows from two other facts, but nobody has written it down.' },
} as const satisfies Record<Confidence, { readonly word: string; readonly tone: Tone; readonly meaning: string }>;

/** Says how sure a fact is; the tooltip says what that word means. Reachable by keyboard. */
export function ConfidenceBadge({ confidence }: { readonly confidence: Confidence }) {
  const { word, tone, meaning } = shown[confidence];
  return (
    <Tooltip label={meaning}>
      <button type="button" className={`${styles['badge']} ${toneClass[tone]}`} aria-label={`${word}: ${meaning}`}>
        {word}
      </button>
    </Tooltip>
  );
}
