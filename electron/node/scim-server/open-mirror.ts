import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import type { Journal } from '../journal/journal';
import { type JournalPlace, journalPath, openJournal } from '../journal/open-journal';
import { type Recovery, recoverJournal } from '../journal/recover-journal';
import { type LoadedMirror, loadMirror, type Origin, startMirror } from './load-mirror';
import type { MirrorSnapshot } from './mirror';

export interface OpenedMirror {
  readonly journal: Journal;
  readonly loaded: LoadedMirror;
  /** What was done about damage; null where there was none. */
  readonly recovery: Recovery | null;
  /** True where the journal held an organisation already, and `origin` was not used. */
  readonly resumed: boolean;
}

export interface MirrorPlace extends JournalPlace {
  /** Set aside and recovered though it opens: a check of the whole found damage that opening does not see. */
  readonly recover?: boolean;
}

/** The journal and the organisation it holds. A damaged one is set aside and what can be read of it goes on; that is told, never hidden. */
export function openMirror(place: MirrorPlace, origin: Origin | MirrorSnapshot, at: number): Result<OpenedMirror, AppError> {
  const opened = place.recover === true && place.folder !== null ? null : attempt(place, origin, at);
  if (opened !== null && (opened.ok || opened.error.code !== 'journal-damaged')) return opened;
  if (place.folder === null) return opened ?? attempt(place, origin, at);
  let recovery: Recovery;
  try {
    recovery = recoverJournal(journalPath(place.folder), at);
  } catch (error) {
    const found = opened?.error ?? {
      code: 'journal-damaged',
      path: journalPath(place.folder),
      message: 'expected a sound journal, found damage',
    };
    return err({
      ...found,
      message: `${found.message}; it could not be set aside (${error instanceof Error ? error.message : String(error)})`,
      fix: 'Move the file away by hand, or choose another folder.',
    });
  }
  const again = attempt(place, origin, at);
  return again.ok ? ok({ ...again.value, recovery }) : again;
}

function attempt(place: JournalPlace, origin: Origin | MirrorSnapshot, at: number): Result<OpenedMirror, AppError> {
  const journal = openJournal(place);
  if (!journal.ok) return journal;
  const existing = loadMirror(journal.value);
  const loaded = existing ?? startMirror(journal.value, origin, at);
  if (loaded.ok) return ok({ journal: journal.value, loaded: loaded.value, recovery: null, resumed: existing !== null });
  journal.value.close();
  return err(
    loaded.error.path === 'journal' && place.folder !== null ? { ...loaded.error, path: journalPath(place.folder) } : loaded.error,
  );
}
