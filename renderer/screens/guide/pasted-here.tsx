import type { StepId } from '../../../shared/guide/step-id';
import { isSecret, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import type { Workspace } from '../../../shared/guide/workspace';
import { PastedTick } from '../../components/pasted-tick';
import { useGuide } from '../../state/guide';

/** Since when a value stands in the field of a console; undefined while it does not. */
export const pastedAt = (workspace: Workspace, id: ValueId, step: StepId): string | undefined =>
  (isSecret(id) ? workspace.token : workspace.values[id])?.pasted[step];

/** For a value that is decided and pasted at the same step: the tick. Nothing where it is pasted elsewhere. */
export function PastedHere({ id, step }: { readonly id: ValueId; readonly step: StepId }) {
  const { workspace, readings, actions } = useGuide();
  const place = values[id].pasteInto.find((candidate) => candidate.step === step);
  if (place === undefined || readings[id].state === 'empty') return null;
  return (
    <PastedTick
      into={`Pasted into ${place.labels[0]}`}
      pasted={pastedAt(workspace, id, step) !== undefined}
      onChange={(pasted) => actions.setPasted(id, step, pasted)}
    />
  );
}
