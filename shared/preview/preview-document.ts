import { z } from 'zod';
import { whatIfActionSchema } from '../plan/what-if-action';
import { assumptionIds } from '../vendor/assumptions';

const keptScenario = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** ISO 8601. */
  keptAt: z.string(),
  actions: z.array(whatIfActionSchema),
});
export type KeptScenario = z.output<typeof keptScenario>;

/** What the admin chose for the preview; the plan itself is made anew from it and is not kept. */
export const previewDocument = {
  name: 'preview',
  schema: z.strictObject({
    format: z.literal('scim-preflight/preview@1'),
    /** What is played: the pushes for the roster, the events of an imported scenario, or these and then the roster on top. */
    play: z.enum(['roster', 'events', 'both']),
    /** Groups that are not bound to the application in JumpCloud. A group that a later roster brings is bound until it is named here. */
    unticked: z.array(z.string()),
    /** Questions of which the admin took the other answer. */
    otherAssumptions: z.array(z.enum(assumptionIds as readonly [(typeof assumptionIds)[number], ...(typeof assumptionIds)[number][]])),
    /** What-ifs on top of the plan, in order; what was undone is not kept. */
    actions: z.array(whatIfActionSchema),
    scenarios: z.array(keptScenario),
  }),
} as const;
export type PreviewDocument = z.output<typeof previewDocument.schema>;

export const emptyPreview: PreviewDocument = {
  format: 'scim-preflight/preview@1',
  play: 'roster',
  unticked: [],
  otherAssumptions: [],
  actions: [],
  scenarios: [],
};
