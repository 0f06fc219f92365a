import type { AppError } from '../../../shared/app-error';
import type { PlanReading } from '../../../shared/golive/plan-reading';
import type { SamlReading } from '../../../shared/golive/run-sheet';
import type { PulledScenario } from '../../../shared/golive/tenant-scenario';
import type { LivePushes } from '../../../shared/ipc/live';
import type { Region } from '../../../shared/jumpcloud/regions';
import type { Roster } from '../../../shared/jumpcloud/roster';
import type { Result } from '../../../shared/result';
import type { CallLedger } from '../net/call-ledger';
import type { NetDoor } from '../net/net-door';
import type { Documents } from '../stores/documents';

/** What the live side keeps for all workspaces: the offline switch and the CA file. */
export interface NetworkSettings {
  readonly offline: boolean;
  readonly caFile: string | null;
}

export interface NetworkPorts {
  readonly door: NetDoor;
  readonly calls: CallLedger & { readonly dropped: () => number };
  readonly settings: () => NetworkSettings;
  /** Takes effect for the next call, and is remembered. */
  readonly change: (settings: NetworkSettings) => Result<null, AppError>;
  readonly usesExtraCa: () => boolean;
}

/** What the live side needs from the rest of the app. Everything of a workspace is asked by its id, as it is at that moment. */
export interface LivePorts {
  readonly network: NetworkPorts;
  readonly documents: Documents;
  /** The name to be typed before anything is written to the tenant. */
  readonly organisationName: (workspaceId: string) => string | null;
  readonly token: (workspaceId: string) => string | null;
  readonly keepToken: (workspaceId: string, token: string) => Promise<Result<null, AppError>>;
  /** Notes that a test e-mail was used at the service (I1). */
  readonly burn: (workspaceId: string, email: string, baseUrl: string) => Promise<void>;
  readonly burntEmails: (workspaceId: string) => readonly { readonly email: string; readonly at: string; readonly baseUrl: string }[];
  readonly roster: (workspaceId: string) => Promise<Roster | null>;
  readonly adoptRoster: (workspaceId: string, roster: Roster, source: string) => Promise<Result<null, AppError>>;
  readonly adoptOrganisation: (workspaceId: string, pulled: PulledScenario['organisation']) => Promise<Result<null, AppError>>;
  /** The plan of the last preview that is not stale, and its exact text for the fingerprint; null where there is none. */
  readonly plan: (workspaceId: string) => Promise<Result<{ readonly plan: PlanReading; readonly text: string } | null, AppError>>;
  /** Rules and the rest that was entered by hand, as text for the fingerprint. */
  readonly rulesText: (workspaceId: string) => Promise<string | null>;
  readonly saml: (workspaceId: string) => Promise<SamlReading | null>;
  readonly push: <T extends keyof LivePushes>(topic: T, payload: LivePushes[T]) => void;
  /** Where JumpCloud's API is (jumpcloud-behaviour section 3). */
  readonly jumpCloudAddress: (region: Region) => string;
  /** SHA-256 in hexadecimal. */
  readonly hash: (text: string) => string;
  readonly newId: () => string;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}
