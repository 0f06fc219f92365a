import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppError } from '../../../shared/app-error';
import type { BundleExchange } from '../../../shared/bundle/bundle-format';
import { err, ok, type Result } from '../../../shared/result';
import type { Scenario } from '../../../shared/vendor/scenario';
import type { Journal } from '../journal/journal';
import { cannotOpen, journalPath, openJournal } from '../journal/open-journal';
import { storageFault } from '../journal/sqlite';
import type { MirrorSnapshot } from '../scim-server/mirror';
import { journalScenario, plainExchange } from './journal-scenario';

/** What happened at a server, to be made a bundle of. */
export interface RecordedRun {
  readonly scenario: Scenario;
  readonly exchanges: readonly BundleExchange[];
}

/** The journal of `serve --data` as a scenario, with the requests of its log. */
export async function readDataFolder(folder: string): Promise<Result<RecordedRun, AppError>> {
  const path = journalPath(folder);
  if (!(await stat(path).catch(() => null))?.isFile())
    return err({
      code: 'not-a-data-folder',
      path: folder,
      message: `Expected a folder that "serve --data" keeps; found no ${basename(path)} in it.`,
      fix: 'Name that folder, or a scenario file.',
    });
  const journal = openJournal({ folder });
  if (!journal.ok) return journal;
  try {
    return read(journal.value, path);
  } catch (error) {
    return err(cannotOpen(path, storageFault(error)));
  } finally {
    journal.value.close();
  }
}

function read(journal: Journal, path: string): Result<RecordedRun, AppError> {
  const first = [...journal.snapshots()].at(-1);
  const beginning = first === undefined || first.seq !== 0 ? null : (JSON.parse(first.body) as MirrorSnapshot);
  const scenario = journalScenario({ beginning, entries: journal.entriesAfter(0), path });
  if (!scenario.ok) return scenario;
  return ok({ scenario: scenario.value, exchanges: journal.log.read(journal.log.ids({})).map(plainExchange) });
}
