import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import type { AssumptionSettings } from '../../../shared/vendor/assumptions';
import { loadOrganisation } from '../../../shared/vendor/load-organisation';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import type { Journal } from '../journal/journal';
import { cannotOpen } from '../journal/open-journal';
import { storageFault } from '../journal/sqlite';
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

/**
 * The newest sound snapshot and the entries since: opening costs what happened lately, however long the journal is. null: the
 * journal is new. Damage is told by the code `journal-damaged`.
 */
export function loadMirror(journal: Journal): Result<LoadedMirror, AppError> | null {
  try {
    for (const { seq, body } of journal.snapshots()) {
      const restored = Mirror.restore(JSON.parse(body) as MirrorSnapshot);
      return restored.ok ? play(journal, restored.value, seq) : restored;
    }
    return journal.isEmpty()
      ? null
      : err(cannotOpen('journal', { kind: 'damaged', code: 'JOURNAL_DAMAGED', message: 'no snapshot adds up' }));
  } catch (error) {
    return err(cannotOpen('journal', storageFault(error)));
  }
}

function play(journal: Journal, mirror: Mirror, from: number): Result<LoadedMirror, AppError> {
  let seq = from;
  for (const entry of journal.entriesAfter(from)) {
    const performed = mirror.perform(entry, entry.at);
    if (performed.refusal !== null)
      return err({
        code: 'journal-differs',
        path: `entry ${entry.seq}`,
        message: `expected an entry that the organisation takes, found one that it refuses (${performed.refusal.kind})`,
        fix: 'The journal was written by another version of the app; open it with that version, or start with a new folder.',
      });
    seq = entry.seq;
  }
  // Where a newer snapshot was passed over, the changes that it had in it must be there.
  return seq < journal.lastSnapshotSeq()
    ? err(cannotOpen('journal', { kind: 'damaged', code: 'JOURNAL_DAMAGED', message: `change ${seq + 1} is missing` }))
    : ok({ mirror, seq, played: seq - from });
}

/** A new journal starts with what is there: the organisation of a scenario, another server's beginning, or an empty one. */
export function startMirror(journal: Journal, origin: Origin | MirrorSnapshot, at: number): Result<LoadedMirror, AppError> {
  const started = 'assumptions' in origin ? fromOrigin(origin, at) : Mirror.restore(origin);
  if (!started.ok) return started;
  const mirror = started.value;
  const written = journal.writeSnapshot({ seq: 0, at, body: JSON.stringify(mirror.snapshot()) });
  return written.ok ? ok({ mirror, seq: 0, played: 0 }) : err(cannotOpen('journal', written.error));
}

function fromOrigin({ organisation, assumptions }: Origin, at: number): Result<Mirror, AppError> {
  const loaded = loadOrganisation(organisation, assumptions);
  return loaded.ok ? ok(new Mirror(loaded.value, at)) : loaded;
}
