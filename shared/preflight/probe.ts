/** The answer of one check (house words): `skipped` says that it was not asked and why, in its meaning. */
export type CheckResult = 'pass' | 'warn' | 'fail' | 'skipped';

/** All probes in the order they are made: first what any client meets, then what JumpCloud does, last what only writing shows. */
export const probeTitles = {
  'base-url-shape': 'Shape of the base URL',
  dns: 'Host name',
  tls: 'TLS certificate',
  'without-token': 'Refuses requests without a token',
  token: 'Accepts the token',
  'content-type': 'Answers JSON',
  'list-users': 'Lists users',
  'string-ids': 'Ids are strings',
  'test-email': 'Test e-mail is free',
  'user-filter': 'Honours filters on users',
  paging: 'Pages honestly',
  groups: 'Groups are readable',
  'group-filter': 'Honours filters on groups',
  'delete-behaviour': 'What DELETE does',
  'create-test-user': 'Creates the test user',
  'find-test-user': 'Finds the test user again',
  'update-test-user': 'Updates the test user',
  'create-test-group': 'Creates the test group',
  'group-members': 'Lists the members of the test group',
  'remove-member': 'Removes a member',
  'add-member': 'Adds a member, twice over',
  'rename-group': 'Renames the test group',
  'delete-test-group': 'Deletes the test group',
  'delete-test-user': 'Deletes the test user',
  'clean-up': 'Nothing is left behind',
} as const;

export type ProbeCode = keyof typeof probeTitles;
export const probeCodes = Object.keys(probeTitles) as readonly ProbeCode[];

/** One probe as formats.md section 4 prints it. */
export interface Probe {
  readonly code: ProbeCode;
  readonly result: CheckResult;
  /** Method and URL; null where nothing was sent. */
  readonly request: string | null;
  readonly status: number | null;
  readonly meaning: string;
  /** Null where there is nothing to do. */
  readonly fix: string | null;
}

export type Verdict = 'ready' | 'not-ready';

/** A warning does not stop JumpCloud; a failure does. */
export const verdictOf = (probes: readonly Probe[]): Verdict => (probes.some((probe) => probe.result === 'fail') ? 'not-ready' : 'ready');

export const skipped = (code: ProbeCode, meaning: string): Probe => ({
  code,
  result: 'skipped',
  request: null,
  status: null,
  meaning,
  fix: null,
});
