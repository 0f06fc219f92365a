import type { AppError } from '../../../shared/app-error';
import type { BundleExchange } from '../../../shared/bundle/bundle-format';
import type { MirrorEvent, MirrorExchange } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import type { VendorEvent } from '../../../shared/vendor/event';
import { organisationSpec } from '../../../shared/vendor/organisation-spec';
import type { Scenario } from '../../../shared/vendor/scenario';
import { Mirror, type MirrorSnapshot } from '../scim-server/mirror';

/** A journal that is open: how it began, and everything that changed the organisation since. */
export interface RecordedChanges {
  readonly beginning: MirrorSnapshot | null;
  readonly entries: Iterable<{ readonly seq: number; readonly events: readonly MirrorEvent[] }>;
  /** For errors. */
  readonly path: string;
}

/** What a server recorded as a scenario: the organisation it began with, and every event that changed it since. */
export function journalScenario({ beginning, entries, path }: RecordedChanges): Result<Scenario, AppError> {
  if (beginning === null)
    return err({
      code: 'no-beginning',
      path,
      message: 'The journal does not hold its beginning any more, so it cannot be played from there.',
      fix: 'Make the bundle from a scenario file or from the preview instead.',
    });
  const mirror = Mirror.restore(beginning);
  if (!mirror.ok) return mirror;
  const events: VendorEvent[] = [];
  for (const entry of entries) {
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
    organisation: organisationSpec(organisation),
    assumptions: organisation.settings,
    events: events as Scenario['events'][number][],
  });
}

const genericTypes: ReadonlySet<MirrorEvent['type']> = new Set(['replaceUser', 'deleteUser', 'createUser', 'forgetDeletedGroup']);

const isGeneric = (event: MirrorEvent): event is Exclude<MirrorEvent, VendorEvent> => genericTypes.has(event.type);

/** A request of the log as a bundle carries it. */
export function plainExchange({ at, method, path, query, status, durationMs, request, response }: MirrorExchange): BundleExchange {
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
