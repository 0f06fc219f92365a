import type { PersonRow } from '../../../shared/ipc/preview';
import type { DataColumn } from '../../components/data-column';
import { Tag } from '../../components/tag';
import { Change } from './change';
import styles from './preview.module.css';
import { TeamChange } from './team-change';

/** Everything that a plan says of a person, before and after; the preview and an opened bundle show it alike. */
export const personColumns: readonly DataColumn<PersonRow>[] = [
  {
    id: 'userName',
    header: 'Person',
    value: (row) => row.userName,
    width: 190,
    cell: (row) => (
      <span className={styles['twoLines']}>
        {row.name === '' ? null : <span>{row.name}</span>}
        <span className={row.name === '' ? '' : styles['soft']} title={row.userName}>
          {row.userName}
        </span>
      </span>
    ),
  },
  {
    id: 'account',
    header: 'Account',
    value: (row) => row.kinds.length,
    width: 100,
    sortable: false,
    cell: (row) => (
      <span className={styles['stacked']}>
        {row.before === null ? <Tag tone="info">new</Tag> : null}
        {row.kinds.includes('deactivated') ? <Tag tone="fail">deactivated</Tag> : null}
        {row.kinds.includes('activated') ? <Tag tone="pass">activated</Tag> : null}
        {row.kinds.includes('conflict') ? <Tag tone="warn">conflict</Tag> : null}
      </span>
    ),
  },
  {
    id: 'role',
    header: 'Role',
    value: (row) => row.after?.role ?? null,
    width: 112,
    cell: (row) => <Change before={row.before?.role ?? row.after?.role ?? null} after={row.after?.role ?? null} />,
  },
  {
    id: 'subOrganization',
    header: 'Sub-organisation',
    value: (row) => row.after?.subOrganization ?? null,
    width: 140,
    cell: (row) => <Change before={row.before?.subOrganization ?? null} after={row.after?.subOrganization ?? null} nothing="root" />,
  },
  {
    id: 'concurrencyGroup',
    header: 'Concurrency',
    value: (row) => row.after?.concurrencyGroup ?? null,
    width: 140,
    cell: (row) => (
      <Change before={row.before?.concurrencyGroup ?? row.after?.concurrencyGroup ?? null} after={row.after?.concurrencyGroup ?? null} />
    ),
  },
  {
    id: 'teams',
    header: 'Teams',
    value: (row) => row.after?.teams.length ?? 0,
    width: 155,
    cell: (row) => <TeamChange before={row.before?.teams ?? []} after={row.after?.teams ?? []} />,
  },
  {
    id: 'because',
    header: 'Because',
    value: (row) => row.because,
    width: 120,
    grow: true,
    sortable: false,
    cell: (row) => (
      <span className={`${styles['wrap']} ${styles['soft']}`} title={row.because}>
        {row.because}
      </span>
    ),
  },
];
