import { isEmail } from '../email';
import type { OrganisationUser } from '../ipc/organisation';
import { detectDelimiter, readCsvRows } from '../jumpcloud/csv-rows';
import { quoted, readActive, readGroups, readRole } from '../jumpcloud/read-roster-row';
import type { EntityRef, EntityType } from '../vendor/event';
import { userKey } from '../vendor/names';

/** What was pasted into one of the vendor-side tables: rows that can be taken, and lines that cannot. */
export interface Pasted<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** How people and dashboards write the three kinds of place. */
const typeWords: Readonly<Record<string, EntityType>> = {
  team: 'Team',
  teams: 'Team',
  concurrencygroup: 'ConcurrencyGroup',
  concurrencygroups: 'ConcurrencyGroup',
  group: 'ConcurrencyGroup',
  suborganization: 'SubOrganization',
  suborganisation: 'SubOrganization',
  suborg: 'SubOrganization',
};

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');

/** Places, one a line: a name, or kind and name in two columns. A line without a kind is of `kind`. */
export function readPastedEntities(text: string, kind: EntityType): Pasted<EntityRef> {
  const rows: EntityRef[] = [];
  const problems: { line: number; message: string }[] = [];
  const seen = new Set<string>();
  for (const { line, fields } of readCsvRows(text, detectDelimiter(text)).rows) {
    const [first = '', second = ''] = fields.map((field) => field.trim());
    if (line === 1 && ['type', 'kind', 'name'].includes(plain(first))) continue;
    const typed = second === '' ? kind : typeWords[plain(first)];
    if (typed === undefined) {
      problems.push({ line, message: `Expected team, concurrency group or sub-organisation, found ${quoted(first)}.` });
      continue;
    }
    const name = second === '' ? first : second;
    if (name === '') {
      problems.push({ line, message: 'Expected a name, found an empty field.' });
      continue;
    }
    const key = `${typed}\n${name.toLowerCase()}`;
    if (seen.has(key)) problems.push({ line, message: `${quoted(name)} is there twice; the first one counts.` });
    else rows.push({ type: typed, name });
    seen.add(key);
  }
  return { rows, problems };
}

/** E-mail addresses, one a line or divided by commas, semicolons or spaces. */
export function readPastedEmails(text: string): Pasted<string> {
  const rows: string[] = [];
  const problems: { line: number; message: string }[] = [];
  const seen = new Set<string>();
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    for (const word of line.split(/[\s,;]+/)) {
      if (word === '' || (at === 0 && ['email', 'username'].includes(plain(word)))) continue;
      if (!isEmail(word)) problems.push({ line: at + 1, message: `Expected an e-mail address, found ${quoted(word)}.` });
      else if (!seen.has(userKey(word))) rows.push(word);
      seen.add(userKey(word));
    }
  }
  return { rows, problems };
}

const userColumns = ['userName', 'givenName', 'familyName', 'active', 'role', 'teams', 'concurrencyGroup', 'subOrganization'] as const;
type UserColumn = (typeof userColumns)[number];

const columnWords: Readonly<Record<string, UserColumn>> = {
  username: 'userName',
  email: 'userName',
  givenname: 'givenName',
  firstname: 'givenName',
  familyname: 'familyName',
  lastname: 'familyName',
  active: 'active',
  status: 'active',
  role: 'role',
  organizationrole: 'role',
  teams: 'teams',
  team: 'teams',
  concurrencygroup: 'concurrencyGroup',
  suborganization: 'subOrganization',
  suborganisation: 'subOrganization',
  suborg: 'subOrganization',
};

/** People whom the vendor has already: a header with names of columns, then one row a person; teams divided by semicolons. */
export function readPastedUsers(text: string): Pasted<OrganisationUser> {
  const [header, ...body] = readCsvRows(text, detectDelimiter(text)).rows;
  if (header === undefined) return { rows: [], problems: [{ line: 1, message: 'Expected a header and rows, found nothing.' }] };
  const columns = header.fields.map((field) => columnWords[plain(field.trim())]);
  if (!columns.includes('userName'))
    return {
      rows: [],
      problems: [
        { line: header.line, message: `Expected a column “email” or “userName” in the header, found ${quoted(header.fields.join(', '))}.` },
      ],
    };
  const problems = header.fields.flatMap((field, at) =>
    columns[at] === undefined && field.trim() !== ''
      ? [{ line: header.line, message: `The column ${quoted(field.trim())} is not read.` }]
      : [],
  );
  const rows: OrganisationUser[] = [];
  const seen = new Set<string>();
  for (const { line, fields } of body) {
    const field = (column: UserColumn): string => (fields[columns.indexOf(column)] ?? '').trim();
    const read = readUser(field);
    if (typeof read === 'string') problems.push({ line, message: read });
    else if (seen.has(userKey(read.userName)))
      problems.push({ line, message: `${quoted(read.userName)} is there twice; the first row counts.` });
    else rows.push(read);
    if (typeof read !== 'string') seen.add(userKey(read.userName));
  }
  return { rows, problems };
}

/** A row as a user, or what is wrong with it. */
function readUser(field: (column: UserColumn) => string): OrganisationUser | string {
  const userName = field('userName');
  if (!isEmail(userName)) return `Expected an e-mail address, found ${quoted(userName)}.`;
  const state = readActive(field('active'));
  if (state === null) return `Expected true or false in “active”, found ${quoted(field('active'))}.`;
  const role = field('role') === '' ? undefined : readRole(field('role'));
  if (role === null) return `Expected Admin, User or Guest in “role”, found ${quoted(field('role'))}.`;
  return {
    userName,
    ...(field('givenName') === '' ? {} : { givenName: field('givenName') }),
    ...(field('familyName') === '' ? {} : { familyName: field('familyName') }),
    active: state.active,
    ...(role === undefined ? {} : { role }),
    teams: [...readGroups(field('teams'))],
    ...(field('concurrencyGroup') === '' ? {} : { concurrencyGroup: field('concurrencyGroup') }),
    ...(field('subOrganization') === '' ? {} : { subOrganization: field('subOrganization') }),
  };
}
