import { z } from 'zod';
import { runSheetSchema } from '../../../shared/golive/run-sheet';
import { type ProbeCode, probeCodes } from '../../../shared/preflight/probe';
import { roles } from '../../../shared/vendor/event';
import type { DocumentSpec } from '../stores/documents';

const instant = z.string();

/** The last preflight, as it was shown. */
export const preflightDocument = {
  name: 'preflight',
  schema: z.strictObject({
    format: z.literal('scim-preflight/preflight@1'),
    at: instant,
    baseUrl: z.string(),
    testEmail: z.string().nullable(),
    wrote: z.boolean(),
    verdict: z.enum(['ready', 'not-ready']),
    probes: z.array(
      z.strictObject({
        code: z.enum(probeCodes as readonly [ProbeCode, ...ProbeCode[]]),
        result: z.enum(['pass', 'warn', 'fail', 'skipped']),
        request: z.string().nullable(),
        status: z.number().nullable(),
        meaning: z.string(),
        fix: z.string().nullable(),
      }),
    ),
    forecast: z.array(z.strictObject({ step: z.string(), fact: z.string(), outcome: z.string() })),
    leftBehind: z.array(z.string()),
  }),
} as const satisfies DocumentSpec;

const directoryState = z.strictObject({
  users: z.array(z.strictObject({ userName: z.string(), active: z.boolean(), role: z.string().nullable() })),
  groups: z.array(z.strictObject({ displayName: z.string(), members: z.array(z.string()) })).nullable(),
});

/** The tenant as it was pulled last, whole; and what the pull before saw, for the drift. */
export const tenantDocument = {
  name: 'tenant',
  schema: z.strictObject({
    format: z.literal('scim-preflight/tenant@1'),
    at: instant,
    baseUrl: z.string(),
    users: z.array(
      z.strictObject({
        id: z.string(),
        idIsString: z.boolean(),
        userName: z.string(),
        givenName: z.string(),
        familyName: z.string(),
        active: z.boolean(),
        role: z.enum(roles).nullable(),
        concurrencyGroup: z.string().nullable().default(null),
      }),
    ),
    groups: z
      .array(
        z.strictObject({
          id: z.string(),
          idIsString: z.boolean(),
          displayName: z.string(),
          memberIds: z.array(z.string()).nullable(),
          roles: z.array(z.enum(roles)),
        }),
      )
      .nullable(),
    /** In words, as they were told. */
    notes: z.array(z.string()),
    before: z.strictObject({ at: instant, state: directoryState }).nullable(),
  }),
} as const satisfies DocumentSpec;
export type TenantDocument = z.output<typeof tenantDocument.schema>;

/** The run sheet, and the acceptances that wait for one. */
export const goLiveDocument = {
  name: 'go-live',
  schema: z.strictObject({
    format: z.literal('scim-preflight/go-live@1'),
    acceptances: runSheetSchema.shape.acceptances,
    sheet: runSheetSchema.nullable(),
  }),
} as const satisfies DocumentSpec;
