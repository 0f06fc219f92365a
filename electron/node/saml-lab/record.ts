import { z } from 'zod';
import { vendorAttributes } from '../../../shared/saml/vendor-attributes';
import type { DocumentSpec } from '../stores/documents';

/**
 * What the lab keeps of a workspace. Metadata and certificates stay as the text they came in and are read anew each time, so that
 * what was judged is what is stored. All of it is public material: no key, no token.
 */
const samlRecordSchema = z.strictObject({
  format: z.literal('scim-preflight/saml@1'),
  idp: z.strictObject({ xml: z.string(), entityId: z.string(), source: z.string(), readAt: z.string() }).nullable(),
  sp: z.strictObject({ xml: z.string(), source: z.string(), readAt: z.string() }).nullable(),
  attributes: z.array(z.strictObject({ serviceName: z.string(), jumpCloudName: z.string() })),
  person: z
    .strictObject({ email: z.string(), firstname: z.string(), lastname: z.string(), source: z.enum(['roster', 'typed']) })
    .nullable(),
  sign: z.enum(['Response', 'Assertion', 'both']),
  /** TestMu AI's "Sign In URL", where the connection was made without a metadata URL. */
  signInUrl: z.string().nullable(),
  /** Base64 of the DER bytes. */
  vendorCertificate: z.string().nullable(),
  exemptAdmins: z.array(z.string()),
  enforceSso: z.boolean(),
  /** The last rehearsed or captured login, for the go-live checklist. */
  judged: z
    .strictObject({
      kind: z.enum(['rehearsal', 'capture']),
      verdict: z.enum(['accepted', 'rejected']),
      at: z.string(),
      failed: z.array(z.string()),
    })
    .nullable(),
});

export const samlDocument = { name: 'saml', schema: samlRecordSchema } as const satisfies DocumentSpec;
export type SamlRecord = z.output<typeof samlRecordSchema>;

export const emptySamlRecord: SamlRecord = {
  format: 'scim-preflight/saml@1',
  idp: null,
  sp: null,
  attributes: vendorAttributes.map((attribute) => ({ ...attribute })),
  person: null,
  sign: 'Assertion',
  signInUrl: null,
  vendorCertificate: null,
  exemptAdmins: [],
  enforceSso: false,
  judged: null,
};
