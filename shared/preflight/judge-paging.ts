import { type Exchange, jsonOf, statusOf } from './exchange';
import { judged, unexpectedStatus } from './judge-access';
import { type Probe, skipped } from './probe';
import { type ListPage, readListPage } from './read-resource';

/**
 * Two neighbouring pages, asked for with `startIndex` (1-based) and `count`. Faults met in the field: totalResults is the size of the
 * page, startIndex is ignored, pages overlap (jumpcloud-behaviour.md section 4).
 */
export function judgePaging(first: Exchange, second: Exchange, count: number): Probe {
  const pages: ListPage[] = [];
  for (const exchange of [first, second]) {
    if (statusOf(exchange) !== 200) return unexpectedStatus('paging', exchange);
    const page = readListPage(jsonOf(exchange));
    if (!page.ok)
      return judged('paging', exchange, [
        'fail',
        `Expected a SCIM ListResponse, found ${page.error}.`,
        'Check that the address is a SCIM 2.0 endpoint.',
      ]);
    pages.push(page.value);
  }
  const [one, two] = pages;
  if (one === undefined || two === undefined) return skipped('paging', 'Not asked.');
  const fix = 'Whoever reads only one page takes everybody on the others for gone: the service must page as RFC 7644 section 3.4.2.4 says.';
  if (one.resources.length > count)
    return judged('paging', first, ['warn', `Asked for ${count}, got ${one.resources.length}: count is ignored.`, fix]);
  const ids = new Set(one.resources.map((resource) => String(resource['id'])));
  const repeated = two.resources.filter((resource) => ids.has(String(resource['id']))).length;
  if (repeated > 0)
    return judged('paging', second, [
      'fail',
      `${repeated} users of the first page are on the second again: startIndex is ignored or counted from 0.`,
      fix,
    ]);
  if (one.totalResults <= one.resources.length && two.resources.length > 0) {
    return judged('paging', first, [
      'fail',
      `totalResults says ${one.totalResults}, yet a second page has more: it is the size of the page, not of the list.`,
      fix,
    ]);
  }
  if (one.totalResults !== two.totalResults)
    return judged('paging', second, [
      'warn',
      `totalResults changed from ${one.totalResults} to ${two.totalResults} between two pages: somebody is at work there, or it is not counted properly.`,
      'Run the preflight again.',
    ]);
  if (one.totalResults > one.resources.length && two.resources.length === 0)
    return judged('paging', second, ['fail', `totalResults says ${one.totalResults}, yet the second page is empty.`, fix]);
  return judged('paging', second, [
    'pass',
    `Two pages of ${count} do not overlap, and totalResults (${one.totalResults}) stays the same.`,
    null,
  ]);
}
