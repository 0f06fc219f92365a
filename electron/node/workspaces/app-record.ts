import { z } from 'zod';
import type { RecordSpec } from '../stores/open-record';

const instant = z.iso.datetime();

const report = z.strictObject({
  id: z.string(),
  at: instant,
  file: z.string(),
  setAsideTo: z.string().nullable(),
  outcome: z.enum(['restored-copy', 'recovered', 'started-anew', 'left-untouched']),
  problem: z.strictObject({ code: z.string(), message: z.string(), path: z.string().exactOptional(), fix: z.string().exactOptional() }),
});

/** What the app remembers beside the workspaces: which one is open, and what the admin has not been told yet or not dismissed. */
const appSchema = z.strictObject({
  format: z.literal('scim-preflight/app@1'),
  activeId: z.string().nullable(),
  reports: z.array(report),
});

export type AppRecord = z.output<typeof appSchema>;

export const appRecordSpec: RecordSpec<typeof appSchema> = {
  schema: appSchema,
  begin: () => ({ format: 'scim-preflight/app@1', activeId: null, reports: [] }),
};
