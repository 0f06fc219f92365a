import { replaceHiddenCharacters } from './checks/hidden-characters';
import { type Shape, shapeOf } from './checks/recognise';
import { type ValueId, valueIds } from './value-id';
import { labelsOf } from './value-labels';

/** A value found in a pasted text: by the label before it, or by what it looks like. */
export interface RecognisedValue {
  readonly value: ValueId;
  readonly text: string;
  readonly by: 'label' | 'shape';
}

/** Shapes that can only be one value. A URN may be either side's entity ID, a plain address anything. */
const valueOfShape: Readonly<Partial<Record<Shape, ValueId>>> = {
  'scim-address': 'scim-base-url',
  'acs-address': 'acs-url',
  'metadata-address': 'metadata-url',
  'name-id-format': 'name-id-format',
  token: 'bearer-token',
};

/** A page that was copied as a whole has thousands of lines; values stand near each other. */
const mostLines = 400;
const longestLine = 4000;

const plainLabel = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const labels: ReadonlyMap<string, ValueId> = new Map(
  valueIds.flatMap((id) => labelsOf(id).map((label): [string, ValueId] => [plainLabel(label), id])),
);

const ofLabel = (label: string): ValueId | undefined => labels.get(plainLabel(label));

/** `SP Entity ID: urn:x`, `ACS URL = https://…`, cells of a table, or bullets before it. A colon inside an address separates nothing. */
const withLabel = /^(?:[-*•|]\s*)?([^:=\t|]{2,60}?)\s*(?:[:=](?!\/\/)|\t|\|)(.+)$/;
/** The bar that ends a table's row is not the value's. */
const withoutBar = (cell: string): string => {
  const text = cell.trim();
  return text.endsWith('|') ? text.slice(0, -1).trim() : text;
};

const bullet = /^\s*(?:[-*•]\s+|\d+[.)]\s+)/;

/**
 * Finds the values of the guide in a text that was copied as a whole: a panel of a console, an e-mail, a table. Labels decide first;
 * of what has none, only what looks like nothing else is taken, and only where there is one of its kind.
 */
export function recognisePaste(pasted: string): readonly RecognisedValue[] {
  const lines = replaceHiddenCharacters(pasted)
    .split(/\r\n?|\n/)
    .slice(0, mostLines);
  const found = new Map<ValueId, RecognisedValue>();
  const unlabelled: string[] = [];
  let waiting: ValueId | undefined;
  for (const raw of lines) {
    const line = raw.slice(0, longestLine).trim();
    if (line === '') continue;
    const [, label, rest] = withLabel.exec(line) ?? [];
    const labelled = label === undefined ? undefined : ofLabel(label);
    const text = withoutBar(rest ?? '');
    const alone = ofLabel(line.replace(/[:=]\s*$/, ''));
    if (labelled !== undefined && text !== '') {
      if (!found.has(labelled)) found.set(labelled, { value: labelled, text, by: 'label' });
      waiting = undefined;
    } else if (alone !== undefined) {
      waiting = alone;
    } else if (waiting !== undefined) {
      if (!found.has(waiting)) found.set(waiting, { value: waiting, text: line, by: 'label' });
      waiting = undefined;
    } else {
      unlabelled.push(line.replace(bullet, ''));
    }
  }
  for (const [value, texts] of byShape(unlabelled)) {
    const [text] = texts;
    if (texts.length === 1 && text !== undefined && !found.has(value)) found.set(value, { value, text, by: 'shape' });
  }
  return valueIds.flatMap((id) => found.get(id) ?? []);
}

function byShape(lines: readonly string[]): ReadonlyMap<ValueId, readonly string[]> {
  const groups = new Map<ValueId, string[]>();
  for (const line of lines) {
    const value = valueOfShape[shapeOf(line)];
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), line]);
  }
  return groups;
}
