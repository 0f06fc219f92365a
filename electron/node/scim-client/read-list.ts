import type { PullFault } from '../../../shared/golive/pull-fault';
import type { PullFinding, TenantList } from '../../../shared/golive/tenant';
import { type Exchange, jsonOf, requestLine } from '../../../shared/preflight/exchange';
import { type ListPage, readListPage } from '../../../shared/preflight/read-resource';
import { err, ok, type Result } from '../../../shared/result';
import { readWithRetry, type Waiting } from './read-with-retry';
import type { ScimClient } from './scim-client';

/** How far the reading of one list has come; kept after a fault, so that it can go on from there. */
export interface ListProgress<T> {
  readonly items: readonly T[];
  /** `startIndex` of the next page, 1-based. */
  readonly nextIndex: number;
  /** totalResults of the first page; null before it. */
  readonly total: number | null;
  readonly done: boolean;
  readonly findings: readonly PullFinding[];
}

export const nothingRead = { items: [], nextIndex: 1, total: null, done: false, findings: [] } as const satisfies ListProgress<never>;

export interface ListReading<T extends { readonly id: string }> {
  readonly list: TenantList;
  readonly read: (resource: unknown) => T | null;
  readonly pageSize: number;
  readonly onProgress: (progress: ListProgress<T>) => void;
}

const maxResources = 2_000_000;
const maxRestarts = 3;

/**
 * Reads a list to its end and proves that it is whole: as many different ids as totalResults says, and nothing behind the last page.
 * A total that changes meanwhile starts the list again.
 */
export async function readList<T extends { readonly id: string }>(
  client: ScimClient,
  reading: ListReading<T>,
  from: ListProgress<T>,
  waiting: Waiting,
): Promise<Result<ListProgress<T>, PullFault>> {
  let start = from;
  for (let restart = 0; ; restart += 1) {
    const outcome = await readThrough(client, reading, start, waiting);
    if (outcome.ok || outcome.error.kind !== 'keeps-changing' || restart >= maxRestarts) return outcome;
    start = nothingRead;
    reading.onProgress(start);
  }
}

async function readThrough<T extends { readonly id: string }>(
  client: ScimClient,
  { list, read, pageSize, onProgress }: ListReading<T>,
  from: ListProgress<T>,
  waiting: Waiting,
): Promise<Result<ListProgress<T>, PullFault>> {
  const items = [...from.items];
  const seen = new Set(items.map((item) => item.id));
  let { nextIndex, total } = from;
  let repeated = 0;
  let totalLies = false;
  const findings = (): readonly PullFinding[] => [
    ...(totalLies ? [{ kind: 'total-is-page-size', list, said: total ?? 0, read: items.length } as const] : []),
    ...(repeated > 0 ? [{ kind: 'overlap', list, repeated } as const] : []),
  ];
  const finished = (more: readonly PullFinding[] = []): Result<ListProgress<T>, PullFault> =>
    ok({ items, nextIndex, total, done: true, findings: [...findings(), ...more] });
  for (;;) {
    const behindEnd = total !== null && items.length >= total && !totalLies;
    const answer = await readPage(client, list, nextIndex, pageSize, waiting);
    // Some services refuse to read behind the end instead of answering nobody.
    if (
      !answer.ok &&
      behindEnd &&
      answer.error.kind === 'status' &&
      answer.error.status >= 400 &&
      answer.error.status < 500 &&
      answer.error.status !== 401
    )
      return finished();
    if (!answer.ok) return answer;
    const page = answer.value;
    total ??= page.totalResults;
    const before = items.length;
    for (const [index, resource] of page.resources.entries()) {
      const item = read(resource);
      if (item === null) return err({ kind: 'bad-entry', list, position: nextIndex + index });
      if (seen.has(item.id)) continue;
      seen.add(item.id);
      items.push(item);
    }
    const fresh = items.length - before;
    if (behindEnd && fresh === 0) return finished(page.resources.length > 0 ? [{ kind: 'ignores-start-index', list }] : []);
    if (behindEnd && page.totalResults <= page.resources.length) totalLies = true;
    if (!totalLies && page.totalResults !== total) return err({ kind: 'keeps-changing', list, from: total, to: page.totalResults });
    if (behindEnd && !totalLies) return err({ kind: 'keeps-changing', list, from: total, to: items.length });
    // An empty list says so on its first page.
    if (fresh === 0)
      return totalLies || (total === 0 && items.length === 0) ? finished() : err({ kind: 'ended-early', list, read: items.length, total });
    repeated += page.resources.length - fresh;
    nextIndex += page.resources.length;
    if (items.length > maxResources) return err({ kind: 'too-many', list, limit: maxResources });
    onProgress({ items, nextIndex, total, done: false, findings: findings() });
  }
}

async function readPage(
  client: ScimClient,
  list: TenantList,
  startIndex: number,
  count: number,
  waiting: Waiting,
): Promise<Result<ListPage, PullFault>> {
  const ask = (): Promise<Exchange> =>
    client.call({
      method: 'GET',
      path: `/${list}`,
      query: { startIndex, count },
      purpose: `pull ${list.toLowerCase()}`,
      signal: waiting.signal,
      timeoutMs: 60_000,
    });
  const exchange = await readWithRetry(ask, waiting);
  if (!exchange.ok) return exchange;
  const page = readListPage(jsonOf(exchange.value));
  return page.ok ? page : err({ kind: 'no-list', request: requestLine(exchange.value), found: page.error });
}
