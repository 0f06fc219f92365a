import { memo } from 'react';
import type { Instruction } from '../../../shared/guide/step';
import { MarkedText } from '../../components/marked-text';
import { OursMark } from '../../components/ours-mark';
import styles from './instruction-list.module.css';

/** What to do, in order. */
export const InstructionList = memo(({ instructions }: { readonly instructions: readonly Instruction[] }) => {
  return (
    <ol className={styles['list']}>
      {instructions.map(({ text, ours }) => (
        <li key={text}>
          <MarkedText text={text} /> {ours === true ? <OursMark /> : null}
        </li>
      ))}
    </ol>
  );
});
