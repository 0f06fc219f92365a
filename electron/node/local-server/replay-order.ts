import type { AppError } from '../../../shared/app-error';
import type { ReplaySource } from '../../../shared/ipc/server';
import { err, ok, type Result } from '../../../shared/result';
import { parseLogFilter } from '../../../shared/scim/log-filter';
import { readTraffic, recordedRequest } from '../../../shared/scim/traffic-file';
import type { ScimServer } from '../scim-server/scim-server';
import { inPortions } from './in-portions';
import type { ReplayAct, ReplayRequest } from './replay-session';

export interface ReplayOrder {
  readonly source: Exclude<ReplaySource, { kind: 'file' }> | { readonly kind: 'text'; readonly name: string; readonly text: string };
  readonly target: 'live' | 'fresh';
  readonly watch: string | null;
}

/** Requests of one replay; more are cut, and the source says so. */
const mostRequests = 100_000;

/** The requests that are to be played: some of the log, what a filter finds in it, or recorded traffic. Errors: its text cannot be read, a bad filter. */
export function readRequests(source: ReplayOrder['source'], { log }: ScimServer): Result<readonly ReplayRequest[], AppError> {
  if (source.kind === 'text') {
    const read = readTraffic(source.text);
    return read.ok ? ok(read.value.slice(0, mostRequests).map((request) => ({ ...request, logged: null }))) : read;
  }
  let ids: readonly number[];
  if (source.kind === 'ids') ids = source.ids;
  else {
    const filter = parseLogFilter(source.expression);
    if (!filter.ok) return err({ code: 'bad-filter', message: filter.error.message, fix: filter.error.fix });
    ids = log.ids(filter.value);
  }
  const requests: ReplayRequest[] = [];
  for (const exchange of inPortions(ids.slice(0, mostRequests), (portion) => log.read(portion)))
    requests.push({ ...recordedRequest(exchange), logged: { id: exchange.id, at: exchange.at } });
  return ok(requests);
}

/** What the vendor's admin did in the window, between the requests. */
export function readActs(server: ScimServer): readonly ReplayAct[] {
  const acts: ReplayAct[] = [];
  /** Acts since the last request that changed something. */
  let open: Omit<ReplayAct, 'before'>[] = [];
  let after = 0;
  for (const { at, exchangeId, events } of server.entries()) {
    if (exchangeId === null) open.push({ at, after, events });
    else {
      for (const act of open) acts.push({ ...act, before: exchangeId });
      open = [];
      after = exchangeId;
    }
  }
  return [...acts, ...open.map((act) => ({ ...act, before: null }))];
}

export function sourceWords(source: ReplayOrder['source'], count: number, dropped: number): string {
  const requests = count === 1 ? '1 request' : `${count.toLocaleString('en-GB')} requests`;
  const cut = count === mostRequests ? ', the first ones' : '';
  switch (source.kind) {
    case 'ids':
      return `${requests} chosen in the log${cut}`;
    case 'log':
      return source.expression.trim() === ''
        ? `the whole log, ${requests}${cut}${dropped === 0 ? '' : ', without the older ones that were dropped'}`
        : `${requests} that match ${source.expression.trim()}${cut}`;
    case 'text':
      return `${requests} from ${source.name}${cut}`;
  }
}
