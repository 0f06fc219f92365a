import { setImmediate as pause } from 'node:timers/promises';
import type { AppError } from '../../../shared/app-error';
import { explainEvent } from '../../../shared/mirror/explain-event';
import type { PersonStep } from '../../../shared/mirror/replay-view';
import { err, ok, type Result } from '../../../shared/result';
import { findPerson, type Organisation, type PersonView } from '../../../shared/vendor/organisation';
import { sameView, viewPerson } from '../../../shared/vendor/view-person';
import { Mirror } from '../scim-server/mirror';
import type { ScimServer } from '../scim-server/scim-server';

const entriesAtOnce = 500;
const stepsKept = 500;

/**
 * What changed a person, found by playing the whole journal on a copy: the first step is the request that began it. The server
 * goes on answering meanwhile.
 */
export async function personHistory(server: ScimServer, userName: string): Promise<Result<readonly PersonStep[], AppError>> {
  const beginning = server.beginning();
  if (beginning === null)
    return err({
      code: 'no-beginning',
      message: 'The journal’s beginning cannot be read any more, so its entries cannot be played from the start.',
      fix: 'Reset the server to the workspace’s organisation, and send the requests again.',
    });
  const restored = Mirror.restore(beginning);
  if (!restored.ok) return restored;
  const mirror = restored.value;
  const org = mirror.organisation;
  let personId = findPerson(org, userName)?.id ?? null;
  let view = viewOf(org, personId);
  const steps: PersonStep[] = [];
  let seq = 0;
  for (let more = true; more && steps.length < stepsKept; ) {
    more = false;
    let read = 0;
    for (const entry of server.entries(seq)) {
      seq = entry.seq;
      mirror.perform(entry, entry.at);
      personId ??= findPerson(org, userName)?.id ?? null;
      const after = viewOf(org, personId);
      if (!same(view, after)) {
        const words = entry.events.map(explainEvent).join('; ');
        steps.push({ seq, at: entry.at, exchangeId: entry.exchangeId, words, userName, before: view, after });
        view = after;
      }
      read += 1;
      more = read === entriesAtOnce;
      if (more || steps.length === stepsKept) break;
    }
    if (more) await pause();
  }
  return ok(steps);
}

const viewOf = (org: Organisation, personId: number | null): PersonView | null => {
  const person = personId === null ? undefined : org.people.get(personId);
  return person === undefined ? null : viewPerson(org, person);
};

const same = (a: PersonView | null, b: PersonView | null): boolean => (a === null || b === null ? a === b : sameView(a, b));
