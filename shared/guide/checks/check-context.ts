import type { PlainValueId } from '../value-id';
import type { BurntEmail } from '../workspace';

/** Who has the test e-mail, and where the person is known from. */
export interface EmailOwner {
  readonly email: string;
  readonly where: 'roster' | 'organisation';
}

/** How many people of the roster have an address at a domain. */
export interface RosterDomain {
  readonly domain: string;
  readonly people: number;
}

/** What the checks of one value may look at beside its text. */
export interface CheckContext {
  /** The other values as they were typed; absent ones are not entered yet. */
  readonly values: Readonly<Partial<Record<PlainValueId, string>>>;
  /** For expiries. */
  readonly nowMs: number;
  readonly burntEmails: readonly BurntEmail[];
  /** Null where main knows of nobody. */
  readonly testEmailOwner: EmailOwner | null;
  /** Empty where there is no roster yet. */
  readonly rosterDomains: readonly RosterDomain[];
}
