import type { Source } from '../../../shared/guide/step';
import { type FactId, jumpcloudFacts } from '../../../shared/jumpcloud/facts';
import { ConfidenceBadge } from '../../components/confidence-badge';
import { CopyButton } from '../../components/copy-button';
import { FactBadge } from '../../components/fact-badge';
import { Tag } from '../../components/tag';
import styles from './source-mark.module.css';

const isFact = (id: string): id is FactId => Object.hasOwn(jumpcloudFacts, id);

/**
 * Where a statement is known from: a numbered fact with its text and how sure it is, or a document's name. The address of a public
 * thread can be copied, because links lead to the consoles only.
 */
export function SourceMark({ source }: { readonly source: Source }) {
  if (isFact(source.id)) {
    const { text, confidence } = jumpcloudFacts[source.id];
    return (
      <span className={styles['mark']}>
        <FactBadge id={source.id} text={text} />
        <ConfidenceBadge confidence={confidence} />
      </span>
    );
  }
  return (
    <span className={styles['mark']}>
      <Tag>{source.id}</Tag>
      {source.url === undefined ? null : <CopyButton text={source.url} what={`the address of ${source.id}`} />}
    </span>
  );
}
