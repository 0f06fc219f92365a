import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type AssumptionId, assumptionIds } from '../../../shared/vendor/assumptions';
import { invoke } from '../../bridge';
import { useGuideState } from '../../state/guide';
import { choicesScope, usePreviewChoices } from '../../state/preview-choices';
import { redoChange, undoChange } from '../../state/reversible-changes';
import { useUndoKeys } from '../../state/undo-keys';
import { AssumptionList } from './assumption-list';

/** The open questions, with this workspace's answers where one is open. */
export function AssumptionSettings() {
  const state = useGuideState();
  return state.kind === 'ready' ? <OfWorkspace workspaceId={state.guide.workspace.id} /> : <AssumptionList others={null} />;
}

function OfWorkspace({ workspaceId }: { readonly workspaceId: string }) {
  const client = useQueryClient();
  const put = usePreviewChoices(workspaceId);
  const scope = choicesScope(workspaceId);
  useUndoKeys({ undo: () => void undoChange(scope), redo: () => void redoChange(scope) });
  const key = ['preview', workspaceId, 'view'];
  const { data } = useQuery({ queryKey: key, queryFn: () => invoke('preview:view', { workspaceId }), staleTime: 0 });
  if (data === undefined || !data.ok) return <AssumptionList others={null} />;
  const others = data.value.otherAssumptions;
  const choose = async (id: AssumptionId, other: boolean) => {
    const chosen = assumptionIds.filter((candidate) => (candidate === id ? other : others.includes(candidate)));
    client.setQueryData(key, { ok: true, value: { ...data.value, otherAssumptions: chosen } });
    await put(`the answer to ${id}`, { otherAssumptions: others }, { otherAssumptions: chosen });
  };
  return <AssumptionList others={others} onChoose={(id, other) => void choose(id, other)} />;
}
