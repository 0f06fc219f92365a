import { entityTypeWords } from '../../../shared/plan/explain-rule';
import type { PlanGroup } from '../../../shared/plan/plan';
import type { MappingStatus } from '../../../shared/vendor/model';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import styles from './preview.module.css';

const mappingTones: Readonly<Record<MappingStatus, Tone>> = {
  Approved: 'pass',
  'Auto-Approved': 'pass',
  Pending: 'warn',
  Rejected: 'fail',
};

interface MappingWordsProps {
  readonly group: Pick<PlanGroup, 'state' | 'mappings'>;
  /** As many lines as the words need; otherwise two, with the rest as the title. */
  readonly whole?: boolean;
}

/** A group's mappings: target, status, reason. Without one it waits for an admin. */
export function MappingWords({ group, whole = false }: MappingWordsProps) {
  const { mappings, state } = group;
  if (state === 'deleted' && mappings.length === 0) return <Tag tone="fail">deleted</Tag>;
  if (mappings.length === 0)
    return (
      <span className={styles['tags']}>
        <Tag tone="neutral">not mapped</Tag>
        <span className={styles['soft']}>no rule matches; the dashboard lists it as Pending</span>
      </span>
    );
  return (
    <span className={whole ? styles['lines'] : styles['twoLines']}>
      {mappings.map((mapping) => (
        <span
          key={`${mapping.type} ${mapping.name}`}
          {...(mappings.length === 1 && !whole ? { className: styles['wrap'] } : {})}
          title={`${entityTypeWords[mapping.type]} ${mapping.name}: ${mapping.reason}`}
        >
          <Tag tone={mappingTones[mapping.status]}>{mapping.status}</Tag> {entityTypeWords[mapping.type]} <strong>{mapping.name}</strong>{' '}
          {mapping.targetDeleted ? <Tag tone="fail">target deleted</Tag> : null}
          <span className={styles['soft']}>{mapping.reason}</span>
        </span>
      ))}
    </span>
  );
}
