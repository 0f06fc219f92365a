import { Button } from '@mantine/core';
import type { PlainValueId } from '../../../shared/guide/value-id';
import { Notice } from '../../components/notice';
import { useGuide } from '../../state/guide';

interface IntoLedgerProps {
  /** "SP entity ID and ACS URL" */
  readonly what: string;
  readonly values: readonly (readonly [PlainValueId, string])[];
}

/** Offers what metadata says for the ledger, where the ledger says something else; one change for undo. */
export function IntoLedger({ what, values }: IntoLedgerProps) {
  const { workspace, actions } = useGuide();
  const differing = values.filter(([id, text]) => (workspace.values[id]?.text ?? '') !== text);
  if (differing.length === 0) return null;
  return (
    <Notice
      tone="info"
      title={`The ledger has another ${what}`}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => actions.putAll(differing)}>
          Enter these into the ledger
        </Button>
      }
    >
      Metadata is read character by character; what is typed or copied by hand often is not. It can be undone.
    </Notice>
  );
}
