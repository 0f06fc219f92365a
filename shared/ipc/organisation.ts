import { z } from 'zod';
import type { AppError } from '../app-error';
import type { RuleFindingText } from '../plan/explain-rule-finding';
import type { RuleEffect } from '../plan/rule-effects';
import type { Result } from '../result';
import type { EntityRef, EntityType, RuleSpec } from '../vendor/event';
import { entityTypes } from '../vendor/event';
import type { OrganisationSpec } from '../vendor/scenario';
import { organisationSchema, ruleSchema } from '../vendor/scenario';
import { request } from './define';
import { fileInput, type Slice, sliceInput, workspaceInput } from './workspace-input';

/** The vendor's side without its long lists. */
export interface OrganisationView {
  readonly name: string;
  readonly groupProvisioning: boolean;
  readonly defaultConcurrencyGroup: string;
  readonly enabledTypes: readonly EntityType[];
  readonly rules: readonly RuleSpec[];
  readonly counts: Readonly<Record<'entities' | 'users' | 'groups' | 'elsewhere', number>>;
  /** What the last change was, where it can be taken back or made again. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export type OrganisationUser = NonNullable<OrganisationSpec['users']>[number];
export type OrganisationGroup = NonNullable<OrganisationSpec['groups']>[number];

const entity = z.strictObject({ type: z.enum(entityTypes), name: z.string().min(1).max(20_000) });
const user = organisationSchema.shape.users.unwrap().element;

/** One edit of the vendor's side; each can be undone. */
const edit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('basics'),
    name: z.string().min(1).max(500),
    groupProvisioning: z.boolean(),
    defaultConcurrencyGroup: z.string().min(1).max(500),
    enabledTypes: z.array(z.enum(entityTypes)),
  }),
  z.strictObject({ kind: z.literal('rules'), rules: z.array(ruleSchema).max(5_000), label: z.string().max(200) }),
  z.strictObject({ kind: z.literal('add-entities'), entities: z.array(entity).max(200_000) }),
  z.strictObject({ kind: z.literal('remove-entity'), entity }),
  z.strictObject({ kind: z.literal('put-users'), users: z.array(user).max(500_000) }),
  z.strictObject({ kind: z.literal('remove-user'), userName: z.string().max(20_000) }),
  z.strictObject({ kind: z.literal('add-elsewhere'), userNames: z.array(z.string().min(1).max(20_000)).max(500_000) }),
  z.strictObject({ kind: z.literal('remove-elsewhere'), userName: z.string().max(20_000) }),
  z.strictObject({ kind: z.literal('remove-group'), displayName: z.string().max(20_000) }),
]);
export type OrganisationEdit = z.output<typeof edit>;

/** What can be said of rules and group names before any run. */
export interface RuleReport {
  readonly findings: readonly RuleFindingText[];
  /** Groups of the roster that each rule would take, by its place in the list as given. */
  readonly taken: readonly number[];
  readonly groups: number;
  /** Groups that no rule matches. */
  readonly unmatched: number;
}

/** Groups for which another rule would fire, were the rules these. */
export interface RuleChange {
  readonly total: number;
  /** Those for which it makes a difference: another target, or another approval. */
  readonly matters: number;
  /** The first ones, those that matter before the others. */
  readonly effects: readonly RuleEffect[];
}

export interface ImportedScenario {
  readonly source: string;
  readonly users: number;
  readonly groups: number;
  readonly rules: number;
  readonly events: number;
  /** Assumptions of which the scenario takes the other answer. */
  readonly otherAssumptions: readonly string[];
}

/** The vendor's side: what is there before anything is pushed, and the rules for group names. */
export const organisationRequests = {
  'organisation:view': request<Result<OrganisationView, AppError>>()(workspaceInput),
  'organisation:entities': request<Result<Slice<EntityRef>, AppError>>()(sliceInput.extend({ type: z.enum(entityTypes).nullable() })),
  'organisation:users': request<Result<Slice<OrganisationUser>, AppError>>()(sliceInput),
  'organisation:groups': request<Result<Slice<OrganisationGroup>, AppError>>()(sliceInput),
  'organisation:elsewhere': request<Result<Slice<string>, AppError>>()(sliceInput),
  /** Checked as a whole before it counts: the answer is the error with its JSON path where the result is no organisation. */
  'organisation:edit': request<Result<OrganisationView, AppError>>()(workspaceInput.extend({ edit })),
  'organisation:undo': request<Result<OrganisationView, AppError>>()(workspaceInput),
  'organisation:redo': request<Result<OrganisationView, AppError>>()(workspaceInput),
  'organisation:check-rules': request<Result<RuleReport, AppError>>()(workspaceInput),
  /** What one list of rules does otherwise than another; nothing is changed. */
  'organisation:try-rules': request<Result<RuleChange, AppError>>()(
    workspaceInput.extend({ before: z.array(ruleSchema).max(5_000), after: z.array(ruleSchema).max(5_000) }),
  ),
  /** A scenario file (formats.md section 1): its organisation, its assumptions, and its events where it has any. */
  'organisation:import-scenario': request<Result<ImportedScenario, AppError>>()(fileInput),
  /** Asks where, and answers the path; null when the dialog was closed. */
  'organisation:export-scenario': request<Result<string | null, AppError>>()(workspaceInput),
};
