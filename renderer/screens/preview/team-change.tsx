import { Tag } from '../../components/tag';
import { WholeTags } from '../../components/whole-tags';
import styles from './preview.module.css';

interface TeamChangeProps {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Teams that are joined and left, marked; the ones that stay are told quietly. */
export function TeamChange({ before, after }: TeamChangeProps) {
  const joined = after.filter((team) => !before.includes(team));
  const left = before.filter((team) => !after.includes(team));
  const kept = after.filter((team) => before.includes(team));
  if (joined.length + left.length + kept.length === 0) return <span className={styles['soft']}>–</span>;
  const all = [...joined.map((team) => `+ ${team}`), ...left.map((team) => `− ${team}`), ...kept].join(', ');
  return (
    <WholeTags title={all} lines={2}>
      {joined.map((team) => (
        <Tag key={`+${team}`} tone="pass" label={`joins ${team}`}>
          + {team}
        </Tag>
      ))}
      {left.map((team) => (
        <Tag key={`-${team}`} tone="fail" label={`leaves ${team}`}>
          − {team}
        </Tag>
      ))}
      {kept.map((team) => (
        <span key={team} className={styles['soft']}>
          {team}
        </span>
      ))}
    </WholeTags>
  );
}
