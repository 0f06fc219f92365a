import { Group } from '@mantine/core';
import { type FactId, jumpcloudFacts, weakestConfidence } from '../../../shared/jumpcloud/facts';
import { ConfidenceBadge } from '../../components/confidence-badge';
import { FactBadge } from '../../components/fact-badge';

/** The facts that something rests on, and how sure the least sure of them is. */
export function StepFacts({ facts }: { readonly facts: readonly FactId[] }) {
  if (facts.length === 0) return null;
  return (
    <Group gap={4} wrap="wrap">
      {facts.map((id) => {
        const { text, limit } = jumpcloudFacts[id];
        return <FactBadge key={id} id={id} text={limit === '' ? text : `${text} (${limit})`} />;
      })}
      <ConfidenceBadge confidence={weakestConfidence(facts)} />
    </Group>
  );
}
