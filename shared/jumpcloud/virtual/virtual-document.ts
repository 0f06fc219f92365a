import { z } from 'zod';
import { defaultDialect } from './dialect';
import { scriptSchema } from './script-format';

/** What the admin set for the virtual JumpCloud of a workspace. */
export const virtualDocument = {
  name: 'virtual-jumpcloud',
  schema: z.strictObject({
    format: z.literal('scim-preflight/virtual-jumpcloud@1'),
    dialect: z.strictObject({
      operations: z.enum(['lower', 'capital']),
      booleans: z.enum(['json', 'text']),
      updates: z.enum(['PATCH', 'PUT']),
      userName: z.enum(['email', 'username']),
      contentType: z.enum(['application/scim+json', 'application/json']),
      membersPerRequest: z.number().int().min(1).max(100_000),
      pageSize: z.number().int().min(1).max(1000),
    }),
    /** The group box of J1. */
    groupBox: z.boolean(),
    /** Edited scripts, in place of the built-in ones of the same id. */
    scripts: z.array(scriptSchema).max(100),
    /** Test e-mails that were used, so that a fresh one can be suggested (I1). */
    usedTestEmails: z.array(z.string()).max(10_000),
  }),
} as const;
export type VirtualDocument = z.output<typeof virtualDocument.schema>;

export const emptyVirtual: VirtualDocument = {
  format: 'scim-preflight/virtual-jumpcloud@1',
  dialect: { ...defaultDialect },
  groupBox: true,
  scripts: [],
  usedTestEmails: [],
};
