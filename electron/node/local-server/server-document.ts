import { z } from 'zod';
import { defaultLogBound, logBoundSchema } from '../../../shared/mirror/log-bound';
import { profileNames } from '../../../shared/scim/profile';

/** How the workspace's server was set up last. */
export const serverDocument = {
  name: 'local-server',
  schema: z.strictObject({
    format: z.literal('scim-preflight/local-server@1'),
    /** Where it ran last, so that what was pasted elsewhere stays true. */
    port: z.number().int().min(1).max(65_535).nullable(),
    profile: z.enum(profileNames),
    /** Which organisation and assumptions the journal began with. */
    originStamp: z.string().nullable(),
    /** How much of the log is kept; documents from before it could be chosen do not say. */
    logBound: logBoundSchema.default(defaultLogBound),
  }),
} as const;
export type ServerDocument = z.output<typeof serverDocument.schema>;

export const emptyServer: ServerDocument = {
  format: 'scim-preflight/local-server@1',
  port: null,
  profile: 'vendor',
  originStamp: null,
  logBound: defaultLogBound,
};
