import styles from './navigation.module.css';
import { routeHash } from './router';
import { type Screen, screenGroups, screens } from './screens';

interface NavigationProps {
  readonly current: string;
  /** A short word beside an entry, such as "4 of 18". */
  readonly notes: Readonly<Record<string, string>>;
}

function Entry({ screen, current, note }: { readonly screen: Screen; readonly current: boolean; readonly note: string | undefined }) {
  const Glyph = screen.icon;
  return (
    <li>
      <a
        className={styles['link']}
        href={routeHash(screen.id)}
        title={`${screen.label}: ${screen.hint}`}
        {...(current ? { 'aria-current': 'page' } : {})}
      >
        <Glyph size={18} stroke={1.7} aria-hidden="true" />
        <span className={styles['label']}>{screen.label}</span>
        {note === undefined ? null : <span className={styles['note']}>{note}</span>}
      </a>
    </li>
  );
}

/** The way to every screen, grouped as one works: prepare, rehearse, keep house. */
export function Navigation({ current, notes }: NavigationProps) {
  return (
    <nav className={styles['nav']} aria-label="Screens">
      {screenGroups.map((group) => {
        const members = screens.filter((screen) => screen.group === group.id);
        if (members.length === 0) return null;
        return (
          <div key={group.id}>
            <div className={styles['caption']} id={`screens-${group.id}`}>
              {group.label}
            </div>
            <ul className={styles['group']} aria-labelledby={`screens-${group.id}`}>
              {members.map((screen) => (
                <Entry key={screen.id} screen={screen} current={screen.id === current} note={notes[screen.id]} />
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
