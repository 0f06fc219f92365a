import { z } from 'zod';

/** Most requests are about one workspace. */
export const workspaceInput = z.object({ workspaceId: z.string().min(1).max(100) });

/** A file from the window, by dialog or by drag and drop, that was sent in parts before (`file:part`). */
export const fileInput = workspaceInput.extend({ name: z.string().max(500), fileId: z.string().min(1).max(100) });

/** Part of a long list: the window never asks for whole lists. */
export const sliceInput = workspaceInput.extend({
  search: z.string().max(500),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});

export interface Slice<Row> {
  /** Rows that match, of which `rows` are some. */
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly Row[];
}
