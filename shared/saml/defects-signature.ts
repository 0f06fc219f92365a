import { BOTH_FLOWS, type Defect, REFUSED, SENT_ON } from './defect';

/** What vouches for it. */
export const SIGNATURE_DEFECTS: readonly Defect[] = [
  {
    id: 'unsigned',
    title: 'Nothing is signed',
    flows: BOTH_FLOWS,
    fails: ['signature-present'],
    change: (plan) => ({ ...plan, sign: 'none' }),
    inJumpCloud: SENT_ON,
    inTestMu: REFUSED,
    cause: 'No choice under Sign on the SSO tab, or a proxy rewrites the page.',
    fix: 'Set Sign to Assertion or Response in JumpCloud.',
  },
  {
    id: 'old-certificate',
    title: 'Signed with the old certificate',
    flows: BOTH_FLOWS,
    fails: ['signature-certificate', 'signature-value'],
    change: (plan) => ({ ...plan, signWith: 'old' }),
    inJumpCloud: SENT_ON,
    inTestMu: REFUSED,
    cause: "The certificate was rotated on one side only: JumpCloud's cut-over is hard.",
    fix: 'Export the metadata again and upload its certificate at TestMu AI.',
  },
  {
    id: 'wrong-algorithm',
    title: 'Signed with SHA-1',
    flows: BOTH_FLOWS,
    fails: ['signature-algorithm'],
    change: (plan) => ({ ...plan, signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }),
    inJumpCloud: SENT_ON,
    inTestMu: `${REFUSED} A service that still takes SHA-1 accepts it for now.`,
    cause: 'Signature Algorithm on the SSO tab is RSA-SHA1.',
    fix: 'Set Signature Algorithm to RSA-SHA256.',
  },
];
