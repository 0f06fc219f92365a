import type { FieldPlace } from '../../../shared/guide/value';
import { isSecret, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import type { Workspace } from '../../../shared/guide/workspace';

/** Fields of the consoles in which the value must stand and is not yet ticked as pasted. */
export function openPlaces(workspace: Workspace, id: ValueId): readonly FieldPlace[] {
  const pasted = (isSecret(id) ? workspace.token : workspace.values[id])?.pasted ?? {};
  return values[id].pasteInto.filter(({ step }) => pasted[step] === undefined);
}
