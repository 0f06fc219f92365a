import { Button, Group, Stack, Text } from '@mantine/core';
import { compareTexts, differenceWords } from '../../../shared/guide/compare-values';
import { isConfirmed } from '../../../shared/guide/progress';
import type { Step } from '../../../shared/guide/step';
import type { StepId } from '../../../shared/guide/step-id';
import { originStep } from '../../../shared/guide/value';
import { isSecret, type PlainValueId, type SecretId, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import { DiffText } from '../../components/diff-text';
import { MaskedSecret } from '../../components/masked-secret';
import { Notice } from '../../components/notice';
import { PasteButton } from '../../components/paste-button';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { useGuide } from '../../state/guide';
import { shownTime } from '../../state/shown-time';
import { PlaceText } from './place-text';
import { StepLink } from './step-link';
import styles from './values-again.module.css';

interface AgainProps<Id extends ValueId> {
  readonly id: Id;
  readonly step: StepId;
}

function Confirmed({ id, step, at }: AgainProps<ValueId> & { readonly at: string }) {
  const { actions } = useGuide();
  return (
    <Group gap="xs">
      <Tag tone="pass">still the same</Tag>
      <Text span size="sm" c="dimmed">
        compared {shownTime(at)}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={() => actions.forgetComparison(id, step)}>
        Compare again
      </Button>
    </Group>
  );
}

function PlainAgain({ id, step }: AgainProps<PlainValueId>) {
  const { workspace, actions } = useGuide();
  const value = workspace.values[id];
  if (value === undefined) return null;
  const comparison = value.again[step];
  if (comparison !== undefined && isConfirmed(workspace, id, step)) return <Confirmed id={id} step={step} at={comparison.at} />;
  if (comparison?.found != null) {
    const { found } = comparison;
    const compared = compareTexts(value.text, found);
    return (
      <Notice
        tone="fail"
        role="alert"
        title="Not the same any more"
        actions={
          <Group gap={6}>
            <Button
              size="compact-sm"
              onClick={() => {
                actions.put(id, found);
                actions.compare(id, step, found);
              }}
            >
              Take the new one
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => actions.forgetComparison(id, step)}>
              Compare again
            </Button>
          </Group>
        }
      >
        <DiffText expected={value.text} found={found} expectedLabel={`Step ${originStep(values[id].origin)}`} foundLabel="Here" />
        <Text size="sm">
          {compared.kind === 'same' ? '' : `${differenceWords[compared.difference]} `}If the new one is right, everything that was pasted
          from the earlier one has to be pasted again.
        </Text>
      </Notice>
    );
  }
  return (
    <Group gap="xs">
      <Button size="compact-sm" onClick={() => actions.compare(id, step, null)}>
        Yes, the same
      </Button>
      <PasteButton
        what={`${values[id].name} to compare`}
        label="Paste and compare"
        onPaste={(text) => actions.compare(id, step, text.trim())}
      />
    </Group>
  );
}

function TokenAgain({ id, step }: AgainProps<SecretId>) {
  const { workspace, facts, actions } = useGuide();
  if (workspace.token === null) return null;
  const comparison = workspace.token.again[step];
  if (comparison?.same === true) return <Confirmed id={id} step={step} at={comparison.at} />;
  const paste = (
    <PasteButton what="Bearer token to compare" label="Paste and compare" onPaste={(text) => actions.compareToken(step, text)} />
  );
  if (comparison !== undefined) {
    return (
      <Notice
        tone="fail"
        role="alert"
        title="Another token than before"
        actions={
          <Group gap={6}>
            <PasteButton
              what="the new Bearer token"
              label="Paste the new one and keep it"
              onPaste={(text) => void actions.setToken(text).then((kept) => kept && actions.compareToken(step, text))}
            />
            {paste}
          </Group>
        }
      >
        A new token was made since step 3, or another connection is open. Only the newest token works.
      </Notice>
    );
  }
  return (
    <Group gap="xs">
      <Button size="compact-sm" onClick={() => actions.compareToken(step, null)} disabled={!facts.tokenHeld}>
        Yes, it ends in {workspace.token.last4}
      </Button>
      {paste}
    </Group>
  );
}

function Row({ id, step }: AgainProps<ValueId>) {
  const { workspace, readings } = useGuide();
  const definition = values[id];
  const from = originStep(definition.origin);
  const place = definition.again.find((candidate) => candidate.step === step);
  return (
    <div data-value-again={id}>
      <div className={styles['name']}>{definition.name}: still the same?</div>
      {place === undefined ? null : (
        <Text size="sm" c="dimmed">
          It stands at <PlaceText place={place} />
        </Text>
      )}
      {readings[id].state === 'empty' ? (
        <Text size="sm" mt={4}>
          It is not there yet: it comes from <StepLink id={from} />.
        </Text>
      ) : (
        <>
          <div className={`mono ${styles['text']}`}>
            {isSecret(id) ? <MaskedSecret last4={workspace.token?.last4 ?? ''} /> : workspace.values[id]?.text}
          </div>
          {isSecret(id) ? <TokenAgain id={id} step={step} /> : <PlainAgain id={id} step={step} />}
        </>
      )}
    </div>
  );
}

/** Values that the guide meets a second time: not asked again, compared. */
export function ValuesAgain({ step }: { readonly step: Step }) {
  return (
    <Section title="Met before: compare">
      <Stack gap="md">
        {step.valuesAgain.map((id) => (
          <Row key={id} id={id} step={step.id} />
        ))}
      </Stack>
    </Section>
  );
}
