import type { PersonView } from '../vendor/organisation';

/** What an organisation holds, counted. */
export interface OrganisationCounts {
  readonly users: number;
  readonly activeUsers: number;
  readonly admins: number;
  readonly groups: number;
  readonly memberships: number;
  readonly teams: number;
  readonly concurrencyGroups: number;
  readonly subOrganisations: number;
  readonly groupProvisioning: boolean;
}

/** A person before and after something; null where they are not there. */
export interface PersonChange {
  readonly userName: string;
  readonly before: PersonView | null;
  readonly after: PersonView | null;
}

/** One entry of the journal that changed a person. */
export interface PersonStep extends PersonChange {
  readonly seq: number;
  readonly at: number;
  /** Null for an act of the vendor's admin. */
  readonly exchangeId: number | null;
  /** What the entry did, in words. */
  readonly words: string;
}

/** One request played again. */
export interface ReplayRow {
  /** From 0. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Null before it was played. */
  readonly status: number | null;
  /** As it was answered when it was recorded; null where that is not known. */
  readonly recordedStatus: number | null;
  readonly meaning: string;
  /** People whom it changed, the first ones. */
  readonly people: readonly PersonChange[];
  readonly changedPeople: number;
}

export interface ReplayView {
  readonly target: 'live' | 'fresh';
  readonly source: string;
  readonly total: number;
  readonly played: number;
  readonly running: boolean;
  /** Answers of another status than recorded. */
  readonly differences: number;
  readonly firstDifference: number | null;
  /** The request that is played next; null at the end. */
  readonly upcoming: ReplayRow | null;
  readonly counts: OrganisationCounts;
  readonly watch: {
    readonly userName: string;
    /** As they are at this point. */
    readonly now: PersonView | null;
    /** Row of the first request that changed them. */
    readonly firstChange: number | null;
  } | null;
}
