import type { PlainValueId } from '../value-id';
import type { BurntEmail } from '../workspace';

/** What the checks of one value may look at beside its text. */
export interface CheckContext {
  /** The other values as they were typed; absent ones are not entered yet. */
  readonly values: Readonly<Partial<Record<PlainValueId, string>>>;
  /** For expiries. */
  readonly nowMs: number;
  readonly burntEmails: readonly BurntEmail[];
  /** Who has the test e-mail already, where main knows of somebody. */
  readonly testEmailOwner: { readonly email: string; readonly where: 'roster' | 'organisation' } | null;
}
