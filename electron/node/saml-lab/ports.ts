import type { AssertionPerson } from '../../../shared/saml/attribute-table';
import type { Expiry } from '../../../shared/saml/calendar';
import type { NetDoor } from '../net/net-door';
import type { Documents } from '../stores/documents';

/** The values of the ledger that a login needs; null where one is not entered yet. */
export interface SamlLedger {
  readonly idpEntityId: string | null;
  readonly spEntityId: string | null;
  readonly acsUrl: string | null;
  readonly loginUrl: string | null;
  readonly nameIdFormat: string | null;
  readonly ssoDomains: readonly string[];
  readonly metadataUrl: string | null;
}

/** What the lab needs from the rest of the app. */
export interface SamlLabPorts {
  readonly ledger: (workspaceId: string) => Promise<SamlLedger>;
  readonly documents: Documents;
  /** People of the workspace's roster, in its order. */
  readonly people: (workspaceId: string) => Promise<readonly AssertionPerson[]>;
  /** What else ends on a day, such as the bearer token. */
  readonly otherExpiries: (workspaceId: string) => Promise<readonly Expiry[]>;
  readonly net: NetDoor;
  readonly now: () => number;
  readonly newId: () => string;
}
