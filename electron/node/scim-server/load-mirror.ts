import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import type { AssumptionSettings } from '../../../shared/vendor/assumptions';
import { loadOrganisation } from '../../../shared/vendor/load-organisation';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import type { Journal } from '../journal/journal';
import { Mirror, type MirrorSnapshot } from './mirror';

export interface Origin {
  readonly organisation: OrganisationSpec;
  readonly assumptions: AssumptionSettings;
}

export interface LoadedMirror {
  readonly mirror: Mirror;
  /** Number of the last entry; the next one is one more. */
  readonly seq: number;
  /** Entries played on top of the snapshot. */
  readonly played: number;
}

/** The newest sound snapshot and the entries since: opening costs what happened lately, however long the journal is. */
export function loadMirror(journal: Journal): Result<LoadedMirror, AppError> | null {
  for (const stored of journal.snapshots()) {
    const restored = Mirror.restore(JSON.parse(stored.body) as MirrorSnapshot);
    if (!restored.ok) return restored;
    const mirror = restored.value;
    let seq = stored.seq;
    let played = 0;
    for (const entry of journal.entriesAfter(stored.seq)) {
      const performed = mirror.perform(entry, entry.at);
      if (performed.refusal !== null)
        return err({
          code: 'journal-differs',
          path: `entry ${entry.seq}`,
          message: `expected an entry that the organisation takes, found one that it refuses (${performed.refusal.kind})`,
          fix: 'The journal was written by another version of the app; open it with that version, or start with a new folder.',
        });
      seq = entry.seq;
      played += 1;
    }
    return ok({ mirror, seq, played });
  }
  return null;
}

/** A new journal starts with what is there: the organisation of a scenario, another server's beginning, or an empty one. */
export function startMirror(journal: Journal, origin: Origin | MirrorSnapshot, at: number): Result<LoadedMirror, AppError> {
  const started = 'assumptions' in origin ? fromOrigin(origin, at) : Mirror.restore(origin);
  if (!started.ok) return started;
  const mirror = started.value;
  const written = journal.writeSnapshot({ seq: 0, at, body: JSON.stringify(mirror.snapshot()) });
  if (!written.ok)
    return err({
      code: 'journal-unwritable',
      message: `expected to write the journal, found ${written.error.code}: ${written.error.message}`,
      fix: 'Free some space on the disk, or choose another folder.',
    });
  return ok({ mirror, seq: 0, played: 0 });
}

function fromOrigin({ organisation, assumptions }: Origin, at: number): Result<Mirror, AppError> {
  const loaded = loadOrganisation(organisation, assumptions);
  return loaded.ok ? ok(new Mirror(loaded.value, at)) : loaded;
}
