import { z } from 'zod';
import { roles } from '../vendor/event';

const problem = z.strictObject({
  line: z.number().int(),
  severity: z.enum(['error', 'warning']),
  code: z.enum([
    'empty-file',
    'no-people',
    'no-email-column',
    'duplicate-column',
    'unknown-column',
    'wrong-field-count',
    'broken-quotes',
    'too-many-broken-quotes',
    'no-email',
    'bad-email',
    'duplicate-email',
    'missing-name',
    'bad-active',
    'bad-role',
    'hidden-character',
    'bad-json',
    'incomplete-list',
    'unknown-member',
    'duplicate-group',
    'bad-entry',
    'not-read',
  ]),
  message: z.string(),
  fix: z.string(),
});

const person = z.strictObject({
  email: z.string(),
  firstname: z.string(),
  lastname: z.string(),
  active: z.boolean(),
  staged: z.boolean().optional(),
  role: z.enum(roles).optional(),
  groups: z.array(z.string()),
  line: z.number().int(),
});

/** Where a roster came from, in words for people: a file's name or "JumpCloud (EU)". */
const source = z.strictObject({
  kind: z.enum(['csv', 'json', 'jumpcloud']),
  name: z.string(),
  /** ISO 8601. */
  readAt: z.string(),
});
export type RosterSource = z.output<typeof source>;

/** The roster in use, kept as it was read: one file a workspace. */
export const rosterDocument = {
  name: 'roster',
  schema: z.strictObject({
    format: z.literal('scim-preflight/roster@1'),
    source,
    people: z.array(person),
    emptyGroups: z.array(z.string()),
    hasNames: z.boolean(),
    problems: z.array(problem),
  }),
} as const;
export type RosterDocument = z.output<typeof rosterDocument.schema>;
