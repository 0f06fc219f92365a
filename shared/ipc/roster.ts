import { z } from 'zod';
import type { AppError } from '../app-error';
import { type CsvPreview, groupSeparators } from '../jumpcloud/column-mapping';
import type { RosterPerson, RosterProblem } from '../jumpcloud/roster';
import { rosterColumns } from '../jumpcloud/roster-csv';
import type { RosterDiff } from '../jumpcloud/roster-diff';
import type { RosterSource } from '../preview/roster-document';
import type { Result } from '../result';
import { request } from './define';
import { fileInput, type Slice, sliceInput, workspaceInput } from './workspace-input';

export interface RosterCounts {
  readonly people: number;
  readonly suspended: number;
  readonly staged: number;
  readonly groups: number;
  readonly memberships: number;
}

/** The roster in use, without its people. */
export interface RosterView {
  readonly source: RosterSource;
  readonly counts: RosterCounts;
  /** The first ones; `problemCounts` counts all. */
  readonly problems: readonly RosterProblem[];
  readonly problemCounts: { readonly errors: number; readonly warnings: number };
  /** The roster before it can be brought back. */
  readonly canUndo: boolean;
  /** That was done: doing it again brings back what was imported. */
  readonly undone: boolean;
}

export interface RosterGroupRow {
  readonly name: string;
  readonly members: number;
  readonly active: number;
  /** Bound to the application in JumpCloud: pushed. */
  readonly ticked: boolean;
}

/** A roster that was read but not taken over yet. */
export interface ReadRoster {
  readonly offerId: string;
  readonly name: string;
  readonly counts: RosterCounts;
  readonly problems: readonly RosterProblem[];
  readonly problemCounts: { readonly errors: number; readonly warnings: number };
  /** Against the roster in use, its changes cut to the first ones; null where there is none. */
  readonly diff: (RosterDiff & { readonly changeCounts: Readonly<Record<'joined' | 'left' | 'changed', number>> }) | null;
}

/** What became of a file: read, or in need of somebody who says which column is which. */
export type RosterReading =
  | { readonly kind: 'read'; readonly roster: ReadRoster }
  | { readonly kind: 'unknown-columns'; readonly fileId: string; readonly name: string; readonly preview: CsvPreview };

const columnAt = z.number().int().min(0).max(1000).optional();

/** Who is in JumpCloud: imported from a file, kept in the workspace. */
export const rosterRequests = {
  'roster:view': request<Result<RosterView | null, AppError>>()(workspaceInput),
  'roster:people': request<Result<Slice<RosterPerson>, AppError>>()(
    sliceInput.extend({
      group: z.string().max(20_000).nullable(),
      sort: z.enum(['email', 'name', 'state', 'role', 'groups', 'line']),
      descending: z.boolean(),
    }),
  ),
  'roster:groups': request<Result<Slice<RosterGroupRow>, AppError>>()(
    sliceInput.extend({ sort: z.enum(['order', 'name', 'members']), descending: z.boolean() }),
  ),
  'roster:read': request<Result<RosterReading, AppError>>()(fileInput),
  'roster:map-columns': request<Result<RosterReading, AppError>>()(
    workspaceInput.extend({
      fileId: z.string().max(100),
      columns: z.object(
        Object.fromEntries(rosterColumns.map((column) => [column, columnAt])) as Record<(typeof rosterColumns)[number], typeof columnAt>,
      ),
      groupSeparator: z.enum(groupSeparators),
    }),
  ),
  'roster:adopt': request<Result<RosterView, AppError>>()(workspaceInput.extend({ offerId: z.string().max(100) })),
  'roster:undo': request<Result<RosterView | null, AppError>>()(workspaceInput),
  /** The name of the first roster, when its import was taken back and none is in use: `roster:undo` brings it again. */
  'roster:taken-back': request<Result<{ readonly name: string } | null, AppError>>()(workspaceInput),
  /** Which groups are bound in JumpCloud: `names`, or all when null. `changed`: those that were not so before. */
  'roster:tick': request<Result<{ readonly ticked: number; readonly changed: readonly string[] }, AppError>>()(
    workspaceInput.extend({ names: z.array(z.string().max(20_000)).max(20_000).nullable(), ticked: z.boolean() }),
  ),
};
