import { type ValueId, valueIds } from '../value-id';
import { labelsOf } from '../value-labels';
import { type MechanicalRule, mechanical } from './rule';

/** What stands between a label and its value: a colon, an equals sign, an arrow, the next cell or the next line. */
const clearly = String.raw`(?:[^\S\r\n]*(?::|：|=(?!=)|->|=>|→|\||\t|\r?\n)\s*|\s+[-–—]\s+)`;
const marks = String.raw`[*_~\x60"'>#•]*`;

const escaped = (label: string): string => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

const anyOf = (labels: readonly string[]): string =>
  [...labels]
    .sort((one, other) => other.length - one.length)
    .map(escaped)
    .join('|');

const behindLabel = (labels: readonly string[], separator: string): RegExp =>
  new RegExp(String.raw`^\s*(?:[-*•]\s+)?${marks}(${anyOf(labels)})(?:\s*\([^)]*\))?${marks}${separator}${marks}[^\S\r\n]*(?=\S)`, 'i');

/** `ACS URL: https://…`, `**Token Key** → x`, `Login URL` on the line above: a label that was copied along with its value. */
export function labelBefore(value: ValueId): MechanicalRule {
  const pattern = behindLabel(labelsOf(value), String.raw`(?:${clearly}|\s+)`);
  return mechanical({
    code: 'label-before',
    severity: 'error',
    title: 'Its label stands before it',
    remedy: 'Keep the value alone.',
    look: (text) => {
      const match = pattern.exec(text);
      return match === null
        ? null
        : { expected: 'the value alone', found: `“${match[1] ?? ''}” before it`, at: { index: 0, length: match[0].length } };
    },
    repair: (text) => text.replace(pattern, ''),
  });
}

interface OtherLabel {
  readonly value: ValueId;
  readonly label: string;
  /** The text without the label. */
  readonly text: string;
}

const patterns: Readonly<Record<ValueId, RegExp>> = Object.fromEntries(
  valueIds.map((id) => [id, behindLabel(labelsOf(id), clearly)]),
) as Record<ValueId, RegExp>;

/** A text that says by its label that it is another value than the one whose field it stands in. */
export function otherLabel(value: ValueId, text: string): OtherLabel | null {
  const found = valueIds.flatMap((id): readonly OtherLabel[] => {
    const match = patterns[id].exec(text);
    return match === null ? [] : [{ value: id, label: match[1] ?? '', text: text.slice(match[0].length).trim() }];
  });
  // `Name ID Format: x` begins with the label `Name ID` as well: the longer one is meant.
  const [longest] = [...found].sort((one, other) => other.label.length - one.label.length);
  return longest === undefined || longest.value === value ? null : longest;
}

/** `"token": "…",`, `SCIM_TOKEN=…`, `export X='…'`: a line of a file. */
const line = /^\s*(?:(?:export|set|const|let|var)\s+[\w.-]+\s*=\s*|[A-Z][A-Z0-9_]{2,}\s*=\s*|(["'])[\w .-]{1,60}\1\s*[:=]\s*)/;
export const lineOfFile = mechanical({
  code: 'line-of-file',
  severity: 'error',
  title: 'A line of a file or script',
  remedy: 'Keep the value alone.',
  look: (text) => {
    const match = line.exec(text);
    return match === null
      ? null
      : { expected: 'the value alone', found: 'the name of a setting before it', at: { index: 0, length: match[0].length } };
  },
  repair: (text) =>
    text
      .replace(line, '')
      .trim()
      .replace(/(["'])[,;]$/, '$1'),
});

/** `value: email`: as YAML writes it. Not for names that people read. */
const yaml = /^[a-z_][\w-]{1,30}:[^\S\r\n]+(?=\S)/i;
export const lineOfYaml = mechanical({
  code: 'line-of-yaml',
  severity: 'error',
  title: 'A word and a colon stand before it',
  remedy: 'Keep the value alone.',
  look: (text) => {
    const match = yaml.exec(text);
    return match === null
      ? null
      : { expected: 'the value alone', found: 'a word with a colon before it', at: { index: 0, length: match[0].length } };
  },
  repair: (text) => text.replace(yaml, ''),
});
