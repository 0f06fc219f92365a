import { z } from 'zod';
import type { RecordSpec } from '../stores/open-record';

/** How the admin governs the network, for all workspaces. */
const networkSchema = z.strictObject({
  format: z.literal('scim-preflight/network@1'),
  offline: z.boolean(),
  caFile: z.string().nullable(),
});

export const networkRecordSpec: RecordSpec<typeof networkSchema> = {
  schema: networkSchema,
  begin: () => ({ format: 'scim-preflight/network@1', offline: false, caFile: null }),
};
