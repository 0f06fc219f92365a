import type { RunView } from '../../../shared/ipc/preview';
import type { PersonKind } from '../../../shared/preview/person-kind';
import { SummaryCard } from '../../components/summary-card';
import { personKindWords } from './person-kind-words';
import styles from './preview.module.css';

interface ResultCardsProps {
  readonly run: RunView;
  /** The filter that holds; undefined where no filter is in sight. */
  readonly kind: PersonKind | 'all' | null | undefined;
  readonly onKind: (kind: PersonKind | null) => void;
  readonly onShow: (tab: 'groups' | 'refusals') => void;
}

/** Shown even when they are zero: an admin wants to read that nobody loses Admin. */
const always: readonly PersonKind[] = ['gains-admin', 'loses-admin', 'deactivated', 'sub-organisation', 'conflict'];

const order = Object.keys(personKindWords) as readonly PersonKind[];

/** The run in numbers; a card filters the list that it counts. */
export function ResultCards({ run, kind, onKind, onShow }: ResultCardsProps) {
  const { summary, kinds, counts } = run;
  const shown = order.filter((known) => always.includes(known));
  const further = order.filter((known) => !always.includes(known) && kinds[known] > 0);
  return (
    <>
      <div className={styles['cardsRoom']}>
        <section className={styles['cards']} aria-label="The run in numbers">
          <SummaryCard
            label={`of ${counts.people.toLocaleString('en-GB')} ${counts.people === 1 ? 'person changes' : 'people change'}`}
            value={summary.peopleChanged}
            pressed={kind === null}
            onClick={() => onKind(null)}
          />
          {shown.map((known) => (
            <SummaryCard
              key={known}
              label={personKindWords[known].label}
              value={kinds[known]}
              tone={kinds[known] > 0 ? personKindWords[known].tone : 'neutral'}
              pressed={kind === known}
              onClick={() => onKind(kind === known ? null : known)}
            />
          ))}
          <SummaryCard
            label="pending mappings"
            value={summary.pending}
            {...(summary.unmapped === 0 ? {} : { note: `${summary.unmapped.toLocaleString('en-GB')} groups unmapped` })}
            tone={summary.pending + summary.unmapped > 0 ? 'info' : 'neutral'}
            onClick={() => onShow('groups')}
          />
          <SummaryCard
            label="refusals"
            value={summary.refusals}
            tone={summary.refusals > 0 ? 'fail' : 'neutral'}
            onClick={() => onShow('refusals')}
          />
        </section>
      </div>
      {further.length === 0 ? null : (
        <section className={styles['further']} aria-label="Further filters">
          {further.map((known) => (
            <button
              key={known}
              type="button"
              className={styles['chip']}
              aria-pressed={kind === known}
              onClick={() => onKind(kind === known ? null : known)}
            >
              <strong>{kinds[known].toLocaleString('en-GB')}</strong> {personKindWords[known].label}
            </button>
          ))}
        </section>
      )}
    </>
  );
}
