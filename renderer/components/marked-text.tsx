import type { MarkedText as Marked } from '../../shared/guide/step';
import { parseWords } from '../../shared/guide/words';
import styles from './marked-text.module.css';

const element = { text: 'span', label: 'b', typed: 'code' } as const;

/** A sentence of the guide: labels of a console stand out, and what is typed as it stands is set as code. */
export function MarkedText({ text }: { readonly text: Marked }) {
  return parseWords(text).map((words, index) => {
    const Element = element[words.kind];
    // A piece has no identity of its own: the same word may come twice.
    const key = `${index}-${words.text}`;
    return (
      <Element key={key} className={styles[words.kind]}>
        {words.text}
      </Element>
    );
  });
}
