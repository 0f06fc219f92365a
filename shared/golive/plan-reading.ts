/** What the go-live checklist reads of a plan (formats.md section 3). A subset, so that any plan of that format fits. */
export interface PlanReading {
  readonly summary: {
    readonly peopleChanged: number;
    readonly gainAdmin: number;
    readonly loseAdmin: number;
    readonly conflicts: number;
    readonly pending: number;
    readonly unmapped: number;
    readonly refusals: number;
    readonly entitiesCreated: number;
    readonly usersCreated: number;
  };
  readonly people: readonly { readonly userName: string; readonly before: PersonReading | null; readonly after: PersonReading | null }[];
  readonly groups: readonly {
    readonly displayName: string;
    readonly state: string;
    readonly mappings: readonly { readonly type: string; readonly name: string; readonly status: string }[];
  }[];
  readonly conflicts: readonly { readonly userName: string; readonly type: string; readonly status: string }[];
  readonly refusals: readonly { readonly event: number; readonly status: number; readonly reason: string }[];
  readonly warnings: readonly {
    readonly code: string;
    readonly userName?: string;
    readonly people?: readonly string[];
    readonly why: string;
  }[];
}

export interface PersonReading {
  readonly active: boolean;
  readonly role: string;
  readonly subOrganization?: string | null;
}
