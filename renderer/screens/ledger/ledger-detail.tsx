import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { consoleNames } from '../../../shared/guide/console';
import { isConfirmed } from '../../../shared/guide/progress';
import { type FieldPlace, originStep } from '../../../shared/guide/value';
import { isSecret, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import { DiffText } from '../../components/diff-text';
import { FieldGrid } from '../../components/field-grid';
import { MarkedText } from '../../components/marked-text';
import { PastedTick } from '../../components/pasted-tick';
import { Tag } from '../../components/tag';
import { useGuide } from '../../state/guide';
import { shownTime } from '../../state/shown-time';
import { PlaceText } from '../guide/place-text';
import { StepLink } from '../guide/step-link';
import { TokenField } from '../guide/token-field';
import { ValueField } from '../guide/value-field';
import styles from './ledger.module.css';

const atPlace = (place: FieldPlace): ReactNode => (
  <>
    {consoleNames[place.console]}: <PlaceText place={place} /> (<StepLink id={place.step} />)
  </>
);

function Pasted({ id }: { readonly id: ValueId }) {
  const { workspace, readings, actions } = useGuide();
  const pasted = (isSecret(id) ? workspace.token : workspace.values[id])?.pasted ?? {};
  return values[id].pasteInto.map((place) => {
    const at = pasted[place.step];
    return (
      <div key={place.step} className={styles['line']}>
        <span>{atPlace(place)}</span>
        {readings[id].state === 'empty' ? null : (
          <PastedTick
            into={at === undefined ? 'Pasted' : `Pasted ${shownTime(at)}`}
            of={values[id].name}
            pasted={at !== undefined}
            onChange={(now) => actions.setPasted(id, place.step, now)}
          />
        )}
      </div>
    );
  });
}

function Comparisons({ id }: { readonly id: ValueId }) {
  const { workspace } = useGuide();
  if (values[id].again.length === 0) return 'It is met only once.';
  return values[id].again.map((place) => {
    const { step } = place;
    const plain = isSecret(id) ? null : (workspace.values[id] ?? null);
    const at = isSecret(id) ? workspace.token?.again[step]?.at : plain?.again[step]?.at;
    const found = plain?.again[step]?.found ?? null;
    return (
      <div key={step} className={styles['line']}>
        <span>
          {at === undefined ? (
            <Tag>not compared yet</Tag>
          ) : isConfirmed(workspace, id, step) ? (
            <Tag tone="pass">the same, {shownTime(at)}</Tag>
          ) : (
            <Tag tone="fail">not the same, {shownTime(at)}</Tag>
          )}{' '}
          {atPlace(place)}
        </span>
        {plain !== null && found !== null && found !== plain.text ? (
          <DiffText expected={plain.text} found={found} expectedLabel="Here" foundLabel={`Step ${step}`} />
        ) : null}
      </div>
    );
  });
}

/** All that is known of one value, and the field to edit it in place. */
export function LedgerDetail({ id }: { readonly id: ValueId }) {
  const { origin, verifiedBy } = values[id];
  const step = originStep(origin);
  return (
    <div className={styles['inside']}>
      {isSecret(id) ? <TokenField inRow /> : <ValueField id={id} inRow />}
      <FieldGrid
        fields={[
          [
            'Comes from',
            origin.kind === 'copied' ? (
              atPlace(origin.from)
            ) : (
              <>
                You decide it at <StepLink id={step} />. <MarkedText text={origin.advice} />
              </>
            ),
          ],
          ['Goes to', <Pasted key="pasted" id={id} />],
          ['Met again', <Comparisons key="again" id={id} />],
          [
            'Verified by',
            <Text key="verified" size="sm">
              <MarkedText text={verifiedBy} />
            </Text>,
          ],
        ]}
      />
    </div>
  );
}
