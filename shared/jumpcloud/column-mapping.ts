import type { AppError } from '../app-error';
import { err, ok, type Result } from '../result';
import { detectDelimiter, readCsvRows } from './csv-rows';
import { rowError } from './read-roster-row';
import type { Roster } from './roster';
import { type ColumnIndex, type RosterColumn, readRosterRows, rosterColumns } from './roster-csv';

/** Which column of somebody's CSV holds what; from the suggestion, corrected by the admin. */
export interface ColumnMapping {
  readonly columns: ColumnIndex;
  readonly groupSeparator: GroupSeparator;
}

export const groupSeparators = [';', ',', '|'] as const;
export type GroupSeparator = (typeof groupSeparators)[number];

/** What a mapping dialog shows: the file's own columns, a few rows, and what each column seems to be. */
export interface CsvPreview {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly suggestion: ColumnMapping;
  /** True where the file has our own column names, so that nothing needs to be asked. */
  readonly isOurs: boolean;
}

/** Names met in exports, compared without case, spaces and punctuation. The first listed wins where a file has several. */
const synonyms = {
  email: ['email', 'emailaddress', 'companyemail', 'workemail', 'primaryemail', 'mail', 'userprincipalname', 'login'],
  firstname: ['firstname', 'givenname', 'first', 'forename', 'vorname', 'prénom'],
  lastname: ['lastname', 'familyname', 'surname', 'last', 'nachname', 'nom'],
  active: ['active', 'userstate', 'state', 'status', 'accountstatus', 'enabled', 'aktiv', 'actif', 'activo'],
  role: ['role', 'organizationrole', 'organisationrole', 'rolle', 'rôle'],
  groups: [
    'groups',
    'usergroups',
    'usergroup',
    'memberof',
    'group',
    'groupnames',
    'groupmembership',
    'gruppen',
    'gruppe',
    'groupes',
    'grupos',
  ],
} as const satisfies Record<RosterColumn, readonly string[]>;

const plain = (name: string): string => name.toLowerCase().replace(/[\s_.\-/()]/g, '');

export function previewCsv(source: string): Result<CsvPreview, AppError> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  // Half a megabyte holds more rows than a dialog shows; the whole file is read only when it is imported.
  const { rows } = readCsvRows(text.slice(0, 524_288), detectDelimiter(text));
  const [header, ...body] = rows;
  if (header === undefined)
    return err({ code: 'empty-file', message: 'Expected a header line, found an empty file.', fix: 'Export the users again.' });
  const sample = body.slice(0, 5).map((row) => row.fields);
  const names = header.fields.map((field) => field.trim());
  return ok({ header: names, sample, suggestion: suggest(names, sample), isOurs: isOurs(names) });
}

/** Reads the whole file with the mapping that the admin confirmed. */
export function parseMappedCsv(source: string, { columns, groupSeparator }: ColumnMapping): Roster {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const { rows, brokenLines } = readCsvRows(text, detectDelimiter(text));
  const [header, ...body] = rows;
  const broken = brokenLines.map((line) =>
    rowError(
      line,
      'broken-quotes',
      'A quoted field starts on this line and is not closed properly.',
      'Close the quote, and write a quote inside a field twice ("").',
    ),
  );
  if (header === undefined)
    return {
      people: [],
      emptyGroups: [],
      hasNames: false,
      problems: [rowError(1, 'empty-file', 'Expected a header line, found an empty file.', 'Export the users again.')],
    };
  if (columns.email === undefined)
    return {
      people: [],
      emptyGroups: [],
      hasNames: false,
      problems: [
        rowError(
          header.line,
          'no-email-column',
          'No column was chosen for the e-mail address.',
          'Choose it: the vendor needs it as userName (I9).',
        ),
      ],
    };
  const groupsAt = columns.groups;
  const separated =
    groupsAt === undefined || groupSeparator === ';'
      ? body
      : body.map((row) => ({
          ...row,
          fields: row.fields.map((field, index) => (index === groupsAt ? field.split(groupSeparator).join(';') : field)),
        }));
  return readRosterRows(separated, header.fields.length, columns, broken);
}

const isOurs = (names: readonly string[]): boolean =>
  names.some((name) => name.toLowerCase() === 'email') &&
  names.every((name) => rosterColumns.some((column) => column === name.toLowerCase()));

function suggest(names: readonly string[], sample: readonly (readonly string[])[]): ColumnMapping {
  const taken = new Set<number>();
  const columns: Partial<Record<RosterColumn, number>> = {};
  for (const column of rosterColumns) {
    const index = synonyms[column]
      .map((synonym) => names.findIndex((name, at) => !taken.has(at) && plain(name) === synonym))
      .find((at) => at >= 0);
    if (index === undefined) continue;
    taken.add(index);
    columns[column] = index;
  }
  if (columns.email === undefined) {
    const index = names.findIndex(
      (_, at) => sample.length > 0 && sample.every((row) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test((row[at] ?? '').trim())),
    );
    if (index >= 0) columns.email = index;
  }
  const groups = sample.map((row) => (columns.groups === undefined ? '' : (row[columns.groups] ?? ''))).join('');
  const groupSeparator = groupSeparators.find((separator) => groups.includes(separator)) ?? ';';
  return { columns, groupSeparator };
}
