import { z } from 'zod';
import type { AppError } from '../app-error';
import type { Bundle, BundleExchange } from '../bundle/bundle-format';
import type { BundleProgress } from '../bundle/bundle-plan';
import type { BundleFinding } from '../bundle/findings';
import type { JsonDifference } from '../bundle/json-differences';
import type { Occurrences } from '../bundle/look-for';
import type { PseudonymCounts } from '../bundle/pseudonyms';
import { type BundlePart, bundleParts } from '../bundle/records';
import type { PlanSummary } from '../plan/plan';
import type { Result } from '../result';
import { request } from './define';
import type { PersonRow } from './preview';
import { type Slice, sliceInput, workspaceInput } from './workspace-input';

/** What a bundle tells of: what the preview plays, or what the local server recorded. */
export const bundleSources = ['preview', 'server'] as const;
export type BundleSource = (typeof bundleSources)[number];

/** Two at most are held, one that is made and one that is played back; each has its thread, and is dropped by the next. */
export const bundleJobs = ['make', 'open'] as const;
export type BundleJob = (typeof bundleJobs)[number];

/** What can be said of a bundle's content without its lists. */
export interface BundleCounts {
  readonly people: number;
  readonly groups: number;
  readonly rules: number;
  readonly events: number;
  readonly exchanges: number;
}

export interface FileFacts {
  readonly bytes: number;
  /** Of the whole file, in hexadecimal. */
  readonly sha256: string;
}

/** A bundle as it would be written; nothing is written yet. */
export interface MadeBundleView extends FileFacts {
  readonly source: BundleSource;
  readonly counts: BundleCounts;
  readonly parts: readonly { readonly part: BundlePart; readonly records: number; readonly bytes: number }[];
  readonly replaced: PseudonymCounts;
  /** E-mails that are still in it: in names of groups, teams and rules, which are kept. The first ones. */
  readonly remaining: { readonly total: number; readonly first: readonly string[] };
}

export type MakeOutcome = { readonly kind: 'made'; readonly made: MadeBundleView } | { readonly kind: 'cancelled' };

/** With whose place the text takes in the bundle; null for a text that is nobody's userName. */
export type SoughtText = Occurrences & { readonly pseudonym: string | null };

/** One record of the file: its JSON path and its text. */
export interface BundleRecord {
  readonly path: string;
  readonly json: string;
}

/** A bundle of a file, played back on a copy of its own. */
export interface PlayedBundleView extends FileFacts {
  readonly name: string;
  readonly madeBy: Bundle['madeBy'];
  readonly counts: BundleCounts;
  readonly otherAssumptions: readonly string[];
  readonly identical: boolean;
  /** The first ones (shared/bundle/json-differences.ts), long values cut. */
  readonly differences: readonly (Pick<JsonDifference, 'path'> & { readonly expected: string; readonly found: string })[];
  readonly summary: PlanSummary;
  readonly findings: number;
}

export type OpenOutcome = { readonly kind: 'played'; readonly played: PlayedBundleView } | { readonly kind: 'cancelled' };

const slice = sliceInput.omit({ workspaceId: true });

/** Support bundles: the same that the commands `bundle` and `replay` make and read. The open workspace is read for making, and never written. */
export const bundleRequests = {
  /** Puts it together in memory and says what is in it. */
  'bundle:make': request<Result<MakeOutcome, AppError>>()(workspaceInput.extend({ source: z.enum(bundleSources) })),
  'bundle:look-for': request<Result<SoughtText, AppError>>()(z.object({ text: z.string().trim().min(1).max(320) })),
  'bundle:records': request<Result<Slice<BundleRecord>, AppError>>()(slice.extend({ part: z.enum(bundleParts) })),
  /** Asks where, and answers the path; null when the dialog was closed. */
  'bundle:save': request<Result<string | null, AppError>>()(z.undefined()),

  /** Plays the file back that was sent before (`file:part`). */
  'bundle:open': request<Result<OpenOutcome, AppError>>()(z.object({ name: z.string().max(500), fileId: z.string().min(1).max(100) })),
  'bundle:people': request<Result<Slice<PersonRow>, AppError>>()(slice.extend({ changedOnly: z.boolean() })),
  'bundle:findings': request<Result<Slice<BundleFinding>, AppError>>()(slice),
  'bundle:exchanges': request<Result<Slice<BundleExchange>, AppError>>()(slice),

  /** Ends what is going on, and drops what is held; the one that waits is answered `cancelled`. */
  'bundle:cancel': request<void>()(z.object({ job: z.enum(bundleJobs) })),
};

export interface BundlePushes {
  readonly 'bundle:progress': BundleProgress & { readonly job: BundleJob };
}
