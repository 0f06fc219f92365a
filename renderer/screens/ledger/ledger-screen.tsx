import { CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { type ValueId, valueIds } from '../../../shared/guide/value-id';
import { values } from '../../../shared/guide/values';
import { plainWords } from '../../../shared/guide/words';
import { navigate, useRoute } from '../../app/router';
import { PageHeader } from '../../components/page-header';
import { type Guide, useGuide } from '../../state/guide';
import { useUndoKeys } from '../../state/undo-keys';
import styles from './ledger.module.css';
import { LedgerRow } from './ledger-row';
import { openPlaces } from './open-places';

const filters = [
  { value: 'all', label: 'All' },
  { value: 'problems', label: 'Problems' },
  { value: 'to-paste', label: 'To paste' },
  { value: 'missing', label: 'Missing' },
] as const;
type Filter = (typeof filters)[number]['value'];

const shows = (filter: Filter, id: ValueId, { readings, workspace }: Guide): boolean => {
  const { state } = readings[id];
  switch (filter) {
    case 'all':
      return true;
    case 'problems':
      return state === 'wrong' || state === 'warned';
    case 'to-paste':
      return state !== 'empty' && openPlaces(workspace, id).length > 0;
    case 'missing':
      return state === 'empty';
  }
};

/** Finds by name, by text (a secret's last four characters) and by the labels of the consoles. */
function matches(query: string, id: ValueId, { workspace }: Guide): boolean {
  const { name, what, origin, pasteInto } = values[id];
  const text = id === 'bearer-token' ? (workspace.token?.last4 ?? '') : (workspace.values[id]?.text ?? '');
  const labels = [...pasteInto, ...(origin.kind === 'copied' ? [origin.from] : [])].flatMap((place) => place.labels);
  return [name, plainWords(what), text, ...labels].some((words) => words.toLowerCase().includes(query));
}

const isValueId = (text: string | undefined): text is ValueId => (valueIds as readonly (string | undefined)[]).includes(text);

/** Every value once: where it comes from, where it goes, since when, what is said about it. A row opens to be edited in place. */
export function LedgerScreen() {
  const guide = useGuide();
  useUndoKeys(guide.actions);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const asked = useRoute().detail[0];
  const opened = isValueId(asked) ? asked : null;
  const wanted = query.trim().toLowerCase();
  const shown = valueIds.filter((id) => id === opened || (shows(filter, id, guide) && (wanted === '' || matches(wanted, id, guide))));

  return (
    <>
      <PageHeader
        title="Values ledger"
        lead="Every value once: where it comes from, where it must stand, and what the checks say about it."
      />
      <div className={styles['tools']}>
        <TextInput
          className={styles['search'] ?? ''}
          aria-label="Search the values"
          placeholder="Search by name, value or label"
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          rightSection={query === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => setQuery('')} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Which values"
          size="sm"
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          data={filters.map(({ value, label }) => ({
            value,
            label: value === 'all' ? label : `${label} (${valueIds.filter((id) => shows(value, id, guide)).length})`,
          }))}
        />
      </div>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Comes from</th>
            <th scope="col">Pasted at</th>
            <th scope="col" className={styles['wide']}>
              Changed
            </th>
            <th scope="col">Checks</th>
            <th scope="col">
              <span className="visually-hidden">Copy</span>
            </th>
          </tr>
        </thead>
        {shown.map((id) => (
          <LedgerRow
            key={id}
            id={id}
            opened={id === opened}
            onToggle={() => (id === opened ? navigate('ledger') : navigate('ledger', id))}
          />
        ))}
      </table>
      {shown.length === 0 ? <p className={styles['none']}>No value matches. Clear the search or show all.</p> : null}
    </>
  );
}
