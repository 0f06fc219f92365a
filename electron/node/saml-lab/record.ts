import { z } from 'zod';

/**
 * What the lab keeps of a workspace. Metadata and certificates stay as the text they came in and are read anew each time, so that
 * what was judged is what is stored. All of it is public material: no key, no token.
 */
export const samlRecordSchema = z.strictObject({
  version: z.literal(1),
  idp: z.strictObject({ xml: z.string(), entityId: z.string(), source: z.string(), readAt: z.string() }).nullable(),
  sp: z.strictObject({ xml: z.string(), source: z.string(), readAt: z.string() }).nullable(),
  attributes: z.array(z.strictObject({ serviceName: z.string(), jumpCloudName: z.string() })),
  person: z
    .strictObject({ email: z.string(), firstname: z.string(), lastname: z.string(), source: z.enum(['roster', 'typed']) })
    .nullable(),
  sign: z.enum(['Response', 'Assertion', 'both']),
  /** Base64 of the DER bytes. */
  vendorCertificate: z.string().nullable(),
  exemptAdmins: z.array(z.string()),
  enforceSso: z.boolean(),
});

export type SamlRecord = z.output<typeof samlRecordSchema>;

/** The attribute names of step 10 are ours: the vendor's guide names none, and e-mail and names are what an account needs. */
export const emptySamlRecord: SamlRecord = {
  version: 1,
  idp: null,
  sp: null,
  attributes: [
    { serviceName: 'email', jumpCloudName: 'email' },
    { serviceName: 'firstname', jumpCloudName: 'firstname' },
    { serviceName: 'lastname', jumpCloudName: 'lastname' },
  ],
  person: null,
  sign: 'Assertion',
  vendorCertificate: null,
  exemptAdmins: [],
  enforceSso: false,
};
