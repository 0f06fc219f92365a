import { isEmail } from '../email';
import { type CsvRow, detectDelimiter, readCsvRows } from './csv-rows';
import { quoted, readActive, readGroups, readRole, rowError, rowWarning } from './read-roster-row';
import type { Roster, RosterPerson, RosterProblem } from './roster';

export const rosterColumns = ['email', 'firstname', 'lastname', 'active', 'role', 'groups'] as const;
export type RosterColumn = (typeof rosterColumns)[number];
/** Where each column is in a row; absent columns are not there. */
export type ColumnIndex = Readonly<Partial<Record<RosterColumn, number>>>;

/**
 * Reads a roster CSV (formats.md section 2). Columns are found by name in any order; commas, semicolons and tabs are told apart
 * by the header. A bad row becomes a problem with its line number and the others are read.
 */
export function parseRosterCsv(source: string): Roster {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const { rows, brokenLines, gaveUpAtLine } = readCsvRows(text, detectDelimiter(text));
  const [header, ...body] = rows;
  if (header === undefined) {
    return noRoster(
      rowError(
        1,
        'empty-file',
        'Expected a header line with at least the column "email", found an empty file.',
        'Export the roster again.',
      ),
    );
  }
  const problems: RosterProblem[] = [];
  const columns = readHeader(header, problems);
  if (columns === null) return noRoster(...problems);
  if (body.length === 0 && brokenLines.length === 0) {
    problems.push(
      rowWarning(
        1,
        'no-people',
        'Expected a row for each person under the header, found none.',
        'Export the roster again, with its people.',
      ),
    );
  }
  for (const line of brokenLines) {
    problems.push(
      rowError(
        line,
        'broken-quotes',
        'A quoted field starts on this line and is not closed properly.',
        'Close the quote, and write a quote inside a field twice ("").',
      ),
    );
  }
  if (gaveUpAtLine !== null) {
    problems.push(
      rowError(
        gaveUpAtLine,
        'too-many-broken-quotes',
        'Nothing from this line on was read: too many lines before it have broken quotes.',
        'Export the roster again as CSV.',
      ),
    );
  }
  return readRosterRows(body, header.fields.length, columns, problems);
}

/** The rows under a header whose columns are known: by name, or by a mapping that the admin made. */
export function readRosterRows(body: readonly CsvRow[], width: number, columns: ColumnIndex, earlier: readonly RosterProblem[]): Roster {
  const problems = [...earlier];
  const people: RosterPerson[] = [];
  const lineOf = new Map<string, { readonly line: number; readonly email: string }>();
  const hasNames = columns.firstname !== undefined && columns.lastname !== undefined;
  for (const row of body) {
    const person = readRow(row, width, columns, problems);
    if (person === null) continue;
    const key = person.email.toLowerCase();
    const earlierRow = lineOf.get(key);
    if (earlierRow !== undefined) {
      const how = earlierRow.email === person.email ? 'is already' : `differs only in case from ${quoted(earlierRow.email)}`;
      problems.push(
        rowError(
          row.line,
          'duplicate-email',
          `${quoted(person.email)} ${how} in line ${earlierRow.line}; that line counts, this one was not read.`,
          'Keep one row a person, with all groups in its groups column.',
        ),
      );
      continue;
    }
    lineOf.set(key, { line: row.line, email: person.email });
    if (hasNames && (person.firstname === '' || person.lastname === '')) {
      const missing =
        person.firstname === '' && person.lastname === '' ? 'first and last name' : person.firstname === '' ? 'first name' : 'last name';
      problems.push(
        rowWarning(
          row.line,
          'missing-name',
          `${quoted(person.email)} has no ${missing}: JumpCloud does not provision a person without both (J18).`,
          'Fill in the name in JumpCloud before activating.',
        ),
      );
    }
    warnOfHidden(row.line, person, problems);
    people.push(person);
  }
  problems.sort((a, b) => a.line - b.line);
  return { people, emptyGroups: [], hasNames, problems };
}

/** Characters that nobody sees: they come along from pages and chats, and make another name of the same letters. */
const hidden = /[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;

function warnOfHidden(line: number, { groups }: RosterPerson, problems: RosterProblem[]): void {
  for (const group of groups) {
    const code = hidden.exec(group)?.[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    if (code === undefined) continue;
    problems.push(
      rowWarning(
        line,
        'hidden-character',
        `The group ${quoted(group)} has a character in its name that cannot be seen (U+${code}): it is another group than the one without.`,
        'Where JumpCloud’s group has no such character, type the name again in the file.',
      ),
    );
  }
}

function noRoster(...problems: readonly RosterProblem[]): Roster {
  return { people: [], emptyGroups: [], hasNames: false, problems };
}

function readHeader(header: CsvRow, problems: RosterProblem[]): ColumnIndex | null {
  const columns: Partial<Record<RosterColumn, number>> = {};
  let failed = false;
  header.fields.forEach((field, index) => {
    const name = field.trim().toLowerCase();
    const column = rosterColumns.find((known) => known === name);
    if (column === undefined) {
      if (name !== '')
        problems.push(
          rowWarning(
            header.line,
            'unknown-column',
            `The column ${quoted(field.trim())} is not read.`,
            `Known columns: ${rosterColumns.join(', ')}.`,
          ),
        );
    } else if (columns[column] !== undefined) {
      failed = true;
      problems.push(
        rowError(
          header.line,
          'duplicate-column',
          `The column "${column}" is there twice (columns ${(columns[column] ?? 0) + 1} and ${index + 1}).`,
          'Remove or rename one of them.',
        ),
      );
    } else columns[column] = index;
  });
  if (columns.email === undefined) {
    failed = true;
    const found = header.fields.map((field) => quoted(field.trim())).join(', ');
    problems.push(
      rowError(
        header.line,
        'no-email-column',
        `Expected a column "email" in the header, found ${found}.`,
        'Name the column with the e-mail address "email", or map the columns when importing.',
      ),
    );
  }
  return failed ? null : columns;
}

function readRow(row: CsvRow, width: number, columns: ColumnIndex, problems: RosterProblem[]): RosterPerson | null {
  const { line, fields } = row;
  if (fields.length !== width) {
    problems.push(
      rowError(
        line,
        'wrong-field-count',
        `Expected ${width} fields as in the header, found ${fields.length}.`,
        'Put a field that contains the delimiter in double quotes; leave an empty field where there is no value.',
      ),
    );
    return null;
  }
  const field = (column: RosterColumn): string => {
    const index = columns[column];
    return index === undefined ? '' : (fields[index] ?? '').trim();
  };
  const email = field('email');
  if (email === '') {
    problems.push(
      rowError(
        line,
        'no-email',
        'Expected an e-mail address, found an empty field.',
        'Fill in the address: the vendor needs it as userName (I9).',
      ),
    );
    return null;
  }
  if (!isEmail(email)) {
    problems.push(
      rowError(
        line,
        'bad-email',
        `Expected an e-mail address, found ${quoted(email)}.`,
        'Write only the address, such as ann@example.com: the vendor refuses any other userName (I9).',
      ),
    );
    return null;
  }
  const state = readActive(field('active'));
  if (state === null) {
    problems.push(
      rowError(
        line,
        'bad-active',
        `Expected true or false in "active", found ${quoted(field('active'))}.`,
        "Write true, false, or one of JumpCloud's states ACTIVATED, SUSPENDED, STAGED.",
      ),
    );
    return null;
  }
  const roleText = field('role');
  const role = roleText === '' ? undefined : readRole(roleText);
  if (role === null) {
    problems.push(
      rowError(
        line,
        'bad-role',
        `Expected Admin, User or Guest in "role", found ${quoted(roleText)}.`,
        'Use one of the three roles, or leave the field empty.',
      ),
    );
    return null;
  }
  return {
    email,
    firstname: field('firstname'),
    lastname: field('lastname'),
    active: state.active,
    ...(state.staged ? { staged: true } : {}),
    ...(role === undefined ? {} : { role }),
    groups: readGroups(field('groups')),
    line,
  };
}
