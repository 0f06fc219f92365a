import { z } from 'zod';
import { eventSchema } from '../vendor/scenario';

/** The events of an imported scenario file, played in place of what JumpCloud would push for the roster. */
export const eventsDocument = {
  name: 'events',
  schema: z.strictObject({
    format: z.literal('scim-preflight/events@1'),
    /** The file they came from. */
    source: z.string(),
    events: z.array(eventSchema),
  }),
} as const;
export type EventsDocument = z.output<typeof eventsDocument.schema>;
