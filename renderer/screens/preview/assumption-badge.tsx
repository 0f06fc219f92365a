import { type AssumptionId, assumptions } from '../../../shared/vendor/assumptions';
import { FactBadge } from '../../components/fact-badge';

/** The number of an open question on which something depends; its tooltip says what was taken for granted. */
export function AssumptionBadge({ id }: { readonly id: AssumptionId }) {
  const assumption = assumptions.find((known) => known.id === id);
  return (
    <FactBadge
      id={id}
      text={assumption === undefined ? id : `${assumption.question}. Default: ${assumption.default}. Other answer: ${assumption.other}.`}
    />
  );
}
