import type { AppError } from '../../../shared/app-error';
import { isEmail } from '../../../shared/email';
import { type ColumnMapping, type CsvPreview, parseMappedCsv, previewCsv } from '../../../shared/jumpcloud/column-mapping';
import { decodeText } from '../../../shared/jumpcloud/decode-text';
import type { Roster } from '../../../shared/jumpcloud/roster';
import { parseRosterCsv, rosterColumns } from '../../../shared/jumpcloud/roster-csv';
import { parseRosterJson } from '../../../shared/jumpcloud/roster-json';
import { err, ok, type Result } from '../../../shared/result';

export type RosterFile =
  | { readonly kind: 'roster'; readonly format: 'csv' | 'json'; readonly roster: Roster }
  | { readonly kind: 'unknown-columns'; readonly text: string; readonly preview: CsvPreview };

/** Reads a roster file by what is in it, not by its name: JSON as the API answers it, CSV with our column names or with others. */
export function readRosterFile(bytes: Uint8Array): Result<RosterFile, AppError> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  if (/^\uFEFF?\s*[[{]/.test(text.slice(0, 100))) return ok({ kind: 'roster', format: 'json', roster: parseRosterJson(text) });
  if (/^\s*<(?:!doctype\s+html|html[\s>])/i.test(text.slice(0, 1000)))
    return err({
      code: 'web-page',
      message: 'Expected a CSV or JSON file, found a web page under another name.',
      fix: 'Download the file again while you are signed in: this may be a sign-in page, or a page saved in its place.',
    });
  const preview = previewCsv(text);
  const person = preview.ok ? preview.value.header.find((field) => isEmail(field)) : undefined;
  if (person !== undefined)
    return err({
      code: 'no-header',
      message: `Expected a header line such as email,firstname,lastname; found a person in its place: ${person}.`,
      path: 'line 1',
      fix: 'Put a line with the names of the columns before the first person.',
    });
  if (preview.ok && namesDiffer(preview.value)) return ok({ kind: 'unknown-columns', text, preview: preview.value });
  return ok({ kind: 'roster', format: 'csv', roster: parseRosterCsv(text) });
}

export const readMappedRoster = (text: string, mapping: ColumnMapping): Roster => parseMappedCsv(text, mapping);

/** Columns of ours under other names ("First Name", "Work Email"): to be confirmed by the admin. A column more is only a warning. */
function namesDiffer({ header, suggestion }: CsvPreview): boolean {
  return rosterColumns.some((column) => {
    const index = suggestion.columns[column];
    if (index === undefined) return column === 'email' && header.length > 1;
    return (header[index] ?? '').trim().toLowerCase() !== column;
  });
}
