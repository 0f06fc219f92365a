import { z } from 'zod';
import { explainJsonFault } from '../json-fault';
import { shownValue } from '../vendor/shown-value';
import { readApiFile } from './api-file';
import { type GraphEntry, graphEntrySchema, systemUserSchema, systemUsersPageSchema, userGroupSchema } from './api-shapes';
import { rowError, rowWarning } from './read-roster-row';
import type { Roster, RosterProblem } from './roster';
import { rosterFromDirectory } from './roster-api';

const users = z.union([systemUsersPageSchema, z.array(systemUserSchema).transform((results) => ({ results, totalCount: results.length }))]);
const memberships = z.record(z.string(), z.array(graphEntrySchema));
const fileSchema = z.object({ systemusers: users, usergroups: z.array(userGroupSchema).default([]), memberships: memberships.default({}) });

/**
 * Reads JumpCloud's API answers kept in one file: `{ "systemusers": …, "usergroups": …, "memberships": { "<group id>": […] } }`
 * (formats.md section 2) under these names or others (api-file.ts), or a single `/api/systemusers` answer. An answer that says it is one page of more is refused: the people on the
 * other pages would look removed.
 */
export function parseRosterJson(source: string): Roster {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failed(
      rowError(
        1,
        'bad-json',
        `Expected JSON, found a text that is not: ${explainJsonFault(text, error)}.`,
        'Save the API answer unchanged and whole.',
      ),
    );
  }
  const ours = formatOf(value);
  if (ours !== null)
    return failed(
      rowError(
        1,
        'bad-entry',
        `Expected people as JumpCloud’s API answers them, found a file of this app: ${ours}.`,
        ours.startsWith('scim-preflight/scenario@')
          ? 'A scenario is taken over under Rules and vendor › Organisation; the roster is who is in JumpCloud.'
          : 'A roster is a CSV file, or answers of JumpCloud’s API as JSON.',
      ),
    );
  const { lists, unread, twice } = readApiFile(value);
  if (lists.systemusers === undefined || twice !== null)
    return failed(
      rowError(
        1,
        'bad-entry',
        twice === null
          ? `Expected the field "systemusers", found ${unread.length === 0 ? 'none' : unread.slice(0, 5).map(shownValue).join(', ')}.`
          : `The list in the field ${shownValue(twice)} is there under another name too.`,
        'Expected systemusers, usergroups and memberships as the JumpCloud API answers them.',
      ),
    );
  const parsed = fileSchema.safeParse(lists);
  if (!parsed.success) {
    const issue = deepest(parsed.error.issues);
    return failed(
      rowError(
        1,
        'bad-entry',
        `${jsonPath(issue.path)}: ${issue.message}.`,
        'Expected systemusers, usergroups and memberships as the JumpCloud API answers them.',
      ),
    );
  }
  const { systemusers, usergroups, memberships: byGroup } = parsed.data;
  const total = systemusers.totalCount ?? systemusers.results.length;
  if (systemusers.results.length < total) {
    return failed(
      rowError(
        1,
        'incomplete-list',
        `Expected all ${total} users (totalCount), found ${systemusers.results.length}: this is one page of several.`,
        'Read all pages (limit, skip) before importing: people on a missing page would look removed.',
      ),
    );
  }
  const members = new Map<string, readonly GraphEntry[]>();
  for (const group of usergroups) {
    const list = Object.hasOwn(byGroup, group.id)
      ? byGroup[group.id]
      : Object.hasOwn(byGroup, group.name)
        ? byGroup[group.name]
        : undefined;
    if (list === undefined) {
      return failed(
        rowError(
          1,
          'incomplete-list',
          `memberships has no entry for the group "${group.name}" (${group.id}).`,
          'Add GET /api/v2/usergroups/{id}/membership of every group; [] for an empty one.',
        ),
      );
    }
    members.set(group.id, list);
  }
  const roster = rosterFromDirectory({ users: systemusers.results, groups: usergroups, memberships: members });
  const strangers = Object.keys(byGroup).filter((key) => !usergroups.some(({ id, name }) => id === key || name === key));
  return {
    ...roster,
    problems: [
      ...unread.map((name) => notRead(`The field ${shownValue(name)} is not read.`, 'Known fields: systemusers, usergroups, memberships.')),
      ...strangers.map((key) =>
        notRead(`memberships has an entry for ${shownValue(key)}, which is none of the groups.`, 'Add GET /api/v2/usergroups to the file.'),
      ),
      ...roster.problems,
      ...(systemusers.results.length === 0 ? [nobody] : []),
    ],
  };
}

const nobody = rowWarning(1, 'no-people', 'Expected a list of users, found an empty one.', 'Read /api/systemusers again, all pages of it.');

const notRead = (message: string, fix: string): RosterProblem => rowWarning(1, 'not-read', message, fix);

/** `scim-preflight/scenario@1`, where a file of ours was chosen. */
function formatOf(value: unknown): string | null {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  return typeof format === 'string' && /^scim-preflight\/[\w-]{1,40}@\d{1,6}$/.test(format) ? format : null;
}

const failed = (problem: RosterProblem): Roster => ({ people: [], emptyGroups: [], hasNames: false, problems: [problem] });

type Issue = z.core.$ZodIssue;

/** A union reports its branches' issues; the one that got furthest into the value says where it went wrong. */
function deepest(
  issues: readonly Issue[],
  base: readonly PropertyKey[] = [],
): { readonly path: readonly PropertyKey[]; readonly message: string } {
  const all = issues.map((issue) => {
    const path = [...base, ...issue.path];
    const inner =
      issue.code === 'invalid_union' ? issue.errors.filter((branch) => branch.length > 0).map((branch) => deepest(branch, path)) : [];
    return inner.reduce((best, next) => (next.path.length > best.path.length ? next : best), { path, message: issue.message });
  });
  return all.reduce((best, next) => (next.path.length > best.path.length ? next : best), { path: base, message: 'not the expected shape' });
}

function jsonPath(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>(
      (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
      '',
    ) || 'the file'
  );
}
