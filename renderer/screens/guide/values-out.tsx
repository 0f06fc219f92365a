import { Stack, Text } from '@mantine/core';
import type { Step } from '../../../shared/guide/step';
import { isSecret, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import { MarkedText } from '../../components/marked-text';
import { Section } from '../../components/section';
import { PasteAllButton } from './paste-all';
import { PastedHere } from './pasted-here';
import { PlaceText } from './place-text';
import { TokenField } from './token-field';
import { ValueField } from './value-field';

function WhereFrom({ id }: { readonly id: ValueId }) {
  const { origin } = values[id];
  return (
    <Text size="sm">
      {origin.kind === 'copied' ? (
        <>
          Copy it from <PlaceText place={origin.from} />.
        </>
      ) : (
        <MarkedText text={origin.advice} />
      )}
    </Text>
  );
}

/** Values that this step brings into the ledger: copied from a console, or decided. */
export function ValuesOut({ step }: { readonly step: Step }) {
  const decided = step.valuesOut.every((id) => values[id].origin.kind === 'decided');
  return (
    <Section
      title={decided ? 'Values to decide here' : 'Values to bring back from here'}
      aside={decided || step.valuesOut.length < 2 ? null : <PasteAllButton />}
    >
      <Stack gap="lg">
        {step.valuesOut.map((id) => (
          <div key={id}>
            {isSecret(id) ? <TokenField /> : <ValueField id={id} />}
            <WhereFrom id={id} />
            <PastedHere id={id} step={step.id} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}
