import { z } from 'zod';

/** JumpCloud's REST answers (jumpcloud-behaviour.md section 3), only the keys that are read. Key casing is mixed there. */

const text = z.string().nullish();

export const systemUserSchema = z
  .object({
    _id: z.string().optional(),
    id: z.string().optional(),
    username: text,
    email: text,
    firstname: text,
    lastname: text,
    state: text,
    suspended: z.boolean().nullish(),
    activated: z.boolean().nullish(),
  })
  .refine((user) => (user._id ?? user.id ?? '') !== '', { message: 'expected "_id" or "id"' });
export type SystemUser = z.output<typeof systemUserSchema>;

export const systemUsersPageSchema = z.object({ totalCount: z.number().int().min(0).optional(), results: z.array(systemUserSchema) });

export const userGroupSchema = z.object({ id: z.string().min(1), name: z.string().min(1), type: text, description: text });
export type UserGroup = z.output<typeof userGroupSchema>;

/** `/membership` answers `{ id, type }`; `/members` and `/associations` answer `{ to: { id, type } }`. */
export const graphEntrySchema = z
  .union([z.object({ to: z.object({ id: z.string(), type: z.string() }) }), z.object({ id: z.string(), type: z.string() })])
  .transform((entry) => ('to' in entry ? entry.to : entry));
export type GraphEntry = z.output<typeof graphEntrySchema>;

export const organizationSchema = z
  .object({ _id: z.string().optional(), id: z.string().optional(), displayName: text })
  .transform((entry) => ({ id: entry._id ?? entry.id ?? '', name: entry.displayName ?? '' }));
export const organizationsPageSchema = z.object({ totalCount: z.number().optional(), results: z.array(organizationSchema) });

export const systemUserId = (user: SystemUser): string => user._id ?? user.id ?? '';
