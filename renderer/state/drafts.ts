import type { PlainValueId } from '../../shared/guide/value-id';
import type { StoredValue, Workspace } from '../../shared/guide/workspace';

/** Texts that were typed and that main has not confirmed yet. */
export type Drafts = ReadonlyMap<PlainValueId, string>;

export const noDrafts: Drafts = new Map();

export function withDraft(drafts: Drafts, id: PlainValueId, text: string): Drafts {
  return new Map(drafts).set(id, text);
}

/** Only when nothing newer was typed meanwhile. */
export function withoutDraft(drafts: Drafts, id: PlainValueId, text: string): Drafts {
  if (drafts.get(id) !== text) return drafts;
  const left = new Map(drafts);
  left.delete(id);
  return left;
}

/**
 * The workspace as it will be once main has written the drafts: a changed text loses its ticks and comparisons, as main does it.
 * So checks and progress follow each keystroke without waiting.
 */
export function applyDrafts(workspace: Workspace, drafts: Drafts): Workspace {
  if (drafts.size === 0) return workspace;
  const values: Partial<Record<PlainValueId, StoredValue>> = { ...workspace.values };
  for (const [id, text] of drafts) {
    const stored = workspace.values[id];
    if (stored?.text === text || (stored === undefined && text === '')) continue;
    if (text === '') delete values[id];
    else values[id] = { text, changedAt: stored?.changedAt ?? workspace.changedAt, pasted: {}, again: {} };
  }
  return { ...workspace, values };
}
