import type { TrashEntry } from '../../../shared/ipc/workspaces';
import { parseJson } from '../../../shared/vendor/scenario';
import type { Trashed } from '../stores/shelf';

/** How long a deleted workspace can be taken back. */
export const trashDays = 30;

/** Newest first; one whose record cannot be read is named by its id. */
export const readTrash = (trashed: readonly Trashed[]): readonly TrashEntry[] =>
  trashed
    .map(({ trashId, workspaceId, deletedAt, record }) => ({
      trashId,
      name: nameIn(record.readText()) ?? workspaceId,
      deletedAt,
      goneAt: new Date(Date.parse(deletedAt) + trashDays * 86_400_000).toISOString(),
    }))
    .sort((one, other) => other.deletedAt.localeCompare(one.deletedAt));

function nameIn(text: string | null): string | null {
  const json = text === null ? null : parseJson(text);
  if (json?.ok !== true || typeof json.value !== 'object' || json.value === null || !('name' in json.value)) return null;
  return typeof json.value.name === 'string' ? json.value.name : null;
}
