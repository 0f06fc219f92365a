import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { originStep } from '../../../shared/guide/value';
import { isSecret, type ValueId } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import { routeHash } from '../../app/router';
import { CopyButton } from '../../components/copy-button';
import { MaskedSecret } from '../../components/masked-secret';
import { useGuide } from '../../state/guide';
import { shownTime } from '../../state/shown-time';
import { StepLink } from '../guide/step-link';
import { ValueStateMark } from '../guide/value-state-mark';
import { CopyTokenButton } from './copy-token-button';
import styles from './ledger.module.css';
import { LedgerDetail } from './ledger-detail';

interface LedgerRowProps {
  readonly id: ValueId;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

/** One value as a row; opened, all that is known of it and the field to edit it. */
export function LedgerRow({ id, opened, onToggle }: LedgerRowProps) {
  const { workspace, readings } = useGuide();
  const definition = values[id];
  const secret = isSecret(id);
  const text = secret ? '' : (workspace.values[id]?.text ?? '');
  const changedAt = secret ? workspace.token?.enteredAt : workspace.values[id]?.changedAt;
  const pasted = (secret ? workspace.token : workspace.values[id])?.pasted ?? {};
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (opened) body.current?.scrollIntoView({ block: 'nearest' });
  }, [opened]);

  return (
    <tbody ref={body} className={opened ? (styles['opened'] ?? '') : ''} data-ledger={id} data-value-state={readings[id].state}>
      <tr className={styles['row']}>
        <th scope="row" className={styles['value']}>
          <button type="button" className={styles['toggle']} aria-expanded={opened} onClick={onToggle}>
            <IconChevronRight className={styles['sign']} size={16} stroke={1.9} aria-hidden="true" />
            {definition.name}
          </button>
          <div className={`mono ${styles['text']}`}>
            {secret && workspace.token !== null ? <MaskedSecret last4={workspace.token.last4} /> : text}
          </div>
        </th>
        <td>
          <StepLink id={originStep(definition.origin)} />
          {definition.origin.kind === 'decided' ? <span className={styles['soft']}> decided</span> : null}
        </td>
        <td>
          <span className={styles['places']}>
            {definition.pasteInto.map(({ step }) => (
              <a key={step} href={routeHash('guide', step)} className={styles['place']} data-pasted={pasted[step] !== undefined}>
                {pasted[step] === undefined ? null : <IconCheck size={13} stroke={2.4} aria-hidden="true" />}
                {step}
                <span className="visually-hidden">{pasted[step] === undefined ? ' not yet' : ' pasted'}</span>
              </a>
            ))}
          </span>
        </td>
        <td className={`${styles['soft']} ${styles['wide']}`}>{changedAt === undefined ? '' : shownTime(changedAt)}</td>
        <td>
          <ValueStateMark state={readings[id].state} />
        </td>
        <td className={styles['acts']}>
          {secret ? <CopyTokenButton /> : text === '' ? null : <CopyButton text={text} what={definition.name} />}
        </td>
      </tr>
      {opened ? (
        <tr>
          <td colSpan={6} className={styles['detail']}>
            <LedgerDetail id={id} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
