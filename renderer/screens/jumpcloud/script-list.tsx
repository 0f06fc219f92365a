import type { ScriptCard } from '../../../shared/ipc/virtual';
import { Tag } from '../../components/tag';
import styles from './jumpcloud.module.css';

const groups = [
  { label: 'Switching the integration on', ids: ['test-connection', 'activate', 'activate-again', 'activate-groups-off'] },
  { label: 'Pushing', ids: ['first-sync', 'bind', 'unbind'] },
  { label: 'Groups', ids: ['join', 'leave', 'rename-group', 'delete-group'] },
  { label: 'People', ids: ['suspend', 'resume', 'change-person', 'delete-person'] },
] as const;

interface ScriptListProps {
  readonly scripts: readonly ScriptCard[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** The sequences, in the order in which an admin meets them. */
export function ScriptList({ scripts, selected, onSelect }: ScriptListProps) {
  return (
    <nav className={styles['scripts']} aria-label="Sequences">
      {groups.map(({ label, ids }) => (
        <section key={label} aria-label={label}>
          <h2 className={styles['scriptGroup']}>{label}</h2>
          <ul>
            {ids
              .flatMap((id) => scripts.find((script) => script.id === id) ?? [])
              .map((script) => (
                <li key={script.id}>
                  <button
                    type="button"
                    className={styles['script']}
                    aria-current={script.id === selected}
                    onClick={() => onSelect(script.id)}
                  >
                    <span>{script.name}</span>
                    {script.edited ? <Tag tone="info">edited</Tag> : null}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
