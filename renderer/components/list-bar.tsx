import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './list-bar.module.css';

interface ListBarProps {
  /** "Search groups" */
  readonly label: string;
  readonly placeholder: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Filters and buttons beside the search. */
  readonly children?: ReactNode;
  readonly count: number;
  /** "group", "groups" */
  readonly noun: readonly [one: string, many: string];
}

/** Above a list: search, filters, and how many there are. */
export function ListBar({ label, placeholder, search, onSearch, children, count, noun }: ListBarProps) {
  return (
    <div className={styles['bar']}>
      <TextInput
        className={styles['search'] ?? ''}
        aria-label={label}
        placeholder={placeholder}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={search === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => onSearch('')} />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      {children}
      <span className={styles['count']} role="status">
        {count.toLocaleString('en-GB')} {noun[count === 1 ? 0 : 1]}
      </span>
    </div>
  );
}
