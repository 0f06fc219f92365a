import type { FactId } from '../facts';
import type { ChangeKind } from './directory';

/**
 * An assumed sequence: JumpCloud's exact one is not known (J16 and J17 are weak), so each is data that can be edited. A script
 * has parts, a part goes over people or groups, and for each of them plays its steps; the answer to a step decides how it goes on.
 */
export interface Script {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly asks: readonly Ask[];
  /** What is done in JumpCloud before anything is sent. */
  readonly change?: ChangeKind | undefined;
  /** What is switched at the local server for the time of the script; elsewhere the script cannot run. */
  readonly setUp?: 'group-provisioning-off' | undefined;
  readonly parts: readonly Part[];
}

/** What the person who starts the script has to choose. */
export const askKinds = ['test-email', 'person', 'group', 'new-name', 'names'] as const;
export type Ask = (typeof askKinds)[number];

/** Whom a part goes over. `people-let-go`: those whom the change leaves without a bound group (J12). */
export const partRanges = ['test', 'people', 'groups', 'person', 'group', 'person-groups', 'people-let-go'] as const;
export type PartRange = (typeof partRanges)[number];

export interface Part {
  readonly title: string;
  readonly over: PartRange;
  /** Played after a stop as well: the clean-up. */
  readonly always?: boolean | undefined;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly FactId[];
  /** All must hold, else the step is passed over. */
  readonly only?: readonly Condition[] | undefined;
  readonly send: RequestTemplate;
  /** The first that fits decides; none fits: an unexpected answer. */
  readonly answers: readonly Branch[];
  /** Once for each portion of the members that the group lacks, or has and should not. */
  readonly each?: 'missing-members' | 'extra-members' | undefined;
}

export const conditions = [
  'group-box',
  'user-known',
  'user-unknown',
  'group-known',
  'group-unknown',
  'has-members',
  'members-differ',
  'active-differs',
  'name-differs',
  'user-name-differs',
] as const;
export type Condition = (typeof conditions)[number];

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/**
 * Text in braces stands for a value: in a path it is escaped, in a query it is quoted as a filter wants it, in a body a text that
 * is nothing else takes the value's own type.
 */
export interface RequestTemplate {
  readonly method: Method;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

export const valueNames = [
  'userName',
  'oldUserName',
  'email',
  'givenName',
  'familyName',
  'fullName',
  'active',
  'userId',
  'displayName',
  'oldDisplayName',
  'groupId',
  'members',
  'allMembers',
  'pageSize',
] as const;
export type ValueName = (typeof valueNames)[number];

/** What an answer shows beside its status. */
export const findings = [
  'none-found',
  'found',
  'found-inactive',
  'list',
  'user',
  'group',
  'id-not-text',
  'not-applied',
  'members-missing',
] as const;
export type Finding = (typeof findings)[number];

export interface Branch {
  /** Statuses, or a class of them; `any` is every answer, `none` a connection that failed. */
  readonly status: readonly number[] | '2xx' | '4xx' | '5xx' | 'any' | 'none';
  readonly finding?: Finding | undefined;
  /** `next` step; `skip` the rest for this person or group; `stop` the script, but for clean-up; or a step of the same part. */
  readonly go: 'next' | 'skip' | 'stop' | { readonly to: string };
  readonly problem?: ProblemCode | undefined;
  /** The resource in the answer, or the first one found, is what the steps after this one mean; `forget` drops it. */
  readonly learn?: 'user' | 'group' | 'forget-user' | 'forget-group' | undefined;
}

export const problemCodes = [
  'unreachable',
  'token-refused',
  'no-list',
  'test-email-taken',
  'test-email-burnt',
  'user-not-created',
  'id-not-text',
  'groups-off',
  'group-taken',
  'group-not-created',
  'group-not-changed',
  'group-not-deleted',
  'members-not-listed',
  'user-not-changed',
  'change-ignored',
  'user-name-immutable',
  'not-deletable',
  'user-left-behind',
  'gone',
  'unexpected-answer',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
