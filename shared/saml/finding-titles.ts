import type { AttributeProblem } from './attribute-table';
import type { MetadataProblem } from './metadata-problem';

type Code = MetadataProblem['kind'] | `attribute-${AttributeProblem['kind']}`;

/** What a finding is about, in a few words: above what was expected and found. */
const titles = {
  'no-entity-id': 'The entity ID is missing',
  'entity-id-white-space': 'White space around the entity ID',
  'entity-id-differs': 'Another entity ID than in the ledger',
  'several-idps': 'More than one identity provider',
  'other-provider': 'Not JumpCloud’s metadata, as it seems',
  'no-sso-endpoint': 'No address to sign in at',
  'redirect-missing': 'No address for HTTP-Redirect',
  'endpoint-not-https': 'A sign-in address without https',
  'no-signing-certificate': 'No certificate for signing',
  'certificate-broken': 'The certificate is damaged',
  'certificate-expired': 'The certificate has expired',
  'certificate-not-yet-valid': 'The certificate is not valid yet',
  'certificate-expires-soon': 'The certificate expires soon',
  'certificate-sha1': 'The certificate is signed with SHA-1',
  'certificate-weak-key': 'The key is too short',
  'valid-until-passed': 'This copy of the metadata is out of date',
  'valid-until-soon': 'This copy of the metadata is out of date soon',
  'valid-until-unreadable': 'Until when it holds cannot be read',
  'entity-id-changed': 'The entity ID has changed',
  'endpoint-changed': 'A sign-in address has changed',
  'certificate-rotated': 'The signing certificate has changed',
  'attribute-case-trap': 'Written in another case than TestMu AI reads it',
  'attribute-missing': 'An attribute is missing',
  'attribute-twice': 'An attribute stands there twice',
  'attribute-white-space': 'White space around the name of an attribute',
  'attribute-unknown-source': 'Not an attribute that JumpCloud has',
} as const satisfies Record<Code, string>;

/** `code` as findings carry it; one from an older file may have none. */
export const findingTitle = (code: string): string | null => (Object.hasOwn(titles, code) ? titles[code as Code] : null);
