import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppError } from '../../../shared/app-error';
import type { BundleExchange } from '../../../shared/bundle/bundle-format';
import type { MirrorEvent, MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import type { VendorEvent } from '../../../shared/vendor/event';
import { organisationSpec } from '../../../shared/vendor/organisation-spec';
import type { Scenario } from '../../../shared/vendor/scenario';
import type { Journal } from '../journal/journal';
import { cannotOpen, journalPath, openJournal } from '../journal/open-journal';
import { storageFault } from '../journal/sqlite';
import { Mirror, type MirrorSnapshot } from '../scim-server/mirror';

export interface DataFolder {
  readonly scenario: Scenario;
  readonly exchanges: readonly BundleExchange[];
}

/** The journal of `serve --data` as a scenario: the organisation it began with, and every event that changed it since. */
export async function readDataFolder(folder: string): Promise<Result<DataFolder, AppError>> {
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

function read(journal: Journal, path: string): Result<DataFolder, AppError> {
  const first = [...journal.snapshots()].at(-1);
  if (first === undefined || first.seq !== 0)
    return err({
      code: 'no-beginning',
      path,
      message: 'The journal does not hold its beginning any more, so it cannot be played from there.',
      fix: 'Make the bundle from a scenario file instead.',
    });
  const mirror = Mirror.restore(JSON.parse(first.body) as MirrorSnapshot);
  if (!mirror.ok) return mirror;
  const events: VendorEvent[] = [];
  for (const entry of journal.entriesAfter(0)) {
    for (const event of entry.events) {
      if (isGeneric(event))
        return err({
          code: 'generic-profile',
          path: `${path}: entry ${entry.seq}`,
          message: `A bundle is about the vendor's behaviour; this journal holds ${event.type}, which only the generic profile does.`,
          fix: 'Export the log of a generic server as HAR or JSON instead.',
        });
      events.push(event);
    }
  }
  const { organisation } = mirror.value;
  return ok({
    // Events came in over SCIM or from the window, checked there: they are of the scenario's kinds.
    scenario: {
      organisation: organisationSpec(organisation),
      assumptions: organisation.settings,
      events: events as Scenario['events'][number][],
    },
    exchanges: journal.log.read(journal.log.ids({})).map(plainExchange),
  });
}

const genericTypes: ReadonlySet<MirrorEvent['type']> = new Set(['replaceUser', 'deleteUser', 'createUser', 'forgetDeletedGroup']);

const isGeneric = (event: MirrorEvent): event is Exclude<MirrorEvent, VendorEvent> => genericTypes.has(event.type);

function plainExchange({ at, method, path, query, status, durationMs, request, response }: MirrorExchange): BundleExchange {
  return {
    at: new Date(at).toISOString(),
    method,
    path: query === '' ? path : `${path}?${query}`,
    status,
    durationMs,
    request: request?.text ?? null,
    response: response?.text ?? null,
  };
}
