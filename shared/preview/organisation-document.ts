import { z } from 'zod';
import { organisationSchema } from '../vendor/scenario';

/** The vendor's side as the admin described, pulled or imported it: the `organisation` of a scenario (formats.md section 1). */
export const organisationDocument = {
  name: 'organisation',
  schema: z.strictObject({ format: z.literal('scim-preflight/organisation@1'), organisation: organisationSchema }),
} as const;
