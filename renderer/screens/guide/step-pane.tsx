import { Text } from '@mantine/core';
import type { StepId } from '../../../shared/guide/step-id';
import { steps } from '../../../shared/guide/steps';
import { MarkedText } from '../../components/marked-text';
import { Section } from '../../components/section';
import { BurntEmails } from './burnt-emails';
import { InstructionList } from './instruction-list';
import { PitfallList } from './pitfall-list';
import { StepChecks } from './step-checks';
import { StepHead } from './step-head';
import { StepNote } from './step-note';
import { StepStateNotice } from './step-state-notice';
import { ValuesAgain } from './values-again';
import { ValuesIn } from './values-in';
import { ValuesOut } from './values-out';

/** One step: where, what to do, which values go in and come out, what must hold, why, and what goes wrong here. */
export function StepPane({ id }: { readonly id: StepId }) {
  const step = steps[id];
  return (
    <>
      <StepHead step={step} />
      <StepStateNotice id={id} />
      <Section title="What to do">
        <InstructionList instructions={step.instructions} />
      </Section>
      {step.valuesIn.length === 0 ? null : <ValuesIn step={step} />}
      {step.valuesAgain.length === 0 ? null : <ValuesAgain step={step} />}
      {step.valuesOut.length === 0 ? null : <ValuesOut step={step} />}
      {step.valuesOut.includes('test-email') ? <BurntEmails /> : null}
      <Section title="Checks">
        <StepChecks id={id} />
        <Text size="sm" mt="sm">
          <b>Done when:</b> <MarkedText text={step.doneWhen} />
        </Text>
      </Section>
      <Section title="Why it matters">
        <Text size="sm">
          <MarkedText text={step.why} />
        </Text>
      </Section>
      {step.pitfalls.length === 0 ? null : (
        <Section title="What goes wrong here">
          <PitfallList pitfalls={step.pitfalls} />
        </Section>
      )}
      <StepNote id={id} />
    </>
  );
}
