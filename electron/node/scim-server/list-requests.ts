import { ok, type Result } from '../../../shared/result';
import type { Deviation } from '../../../shared/scim/deviations';
import { compileFilter } from '../../../shared/scim/filter/match-filter';
import { requiredValue } from '../../../shared/scim/filter/required-value';
import { type ListQuery, readListQuery, readSearchRequest } from '../../../shared/scim/list/list-query';
import { compileSortKey, sortByKey } from '../../../shared/scim/list/sort';
import type { ScimError } from '../../../shared/scim/scim-error';
import { must } from '../../../shared/vendor/organisation';
import type { Pieces } from './answer-body';
import { type Call, type Desk, deviates, type Outcome, outcome, refused } from './desk';
import { readsRefused } from './group-requests';
import { type Found, printList } from './print-list';
import { GroupShelf, type Shelf, UserShelf } from './shelves';

/** GET /Users (RFC 7644 section 3.4.2). */
export const listUsers = (desk: Desk, call: Call): Outcome => list(desk, [new UserShelf(desk)], readListQuery(call.parameters));

/** GET /Groups. */
export const listGroups = (desk: Desk, call: Call): Outcome =>
  readsRefused(desk) ?? list(desk, [new GroupShelf(desk)], readListQuery(call.parameters));

/** POST /Users/.search (RFC 7644 section 3.4.3). */
export const searchUsers = (desk: Desk, call: Call): Outcome => list(desk, [new UserShelf(desk)], readSearch(desk, call));

export const searchGroups = (desk: Desk, call: Call): Outcome =>
  readsRefused(desk) ?? list(desk, [new GroupShelf(desk)], readSearch(desk, call));

/** POST /.search: users and groups together; an attribute that only one of them has matches none of the other. */
export const searchAll = (desk: Desk, call: Call): Outcome =>
  list(desk, readsRefused(desk) === null ? [new UserShelf(desk), new GroupShelf(desk)] : [new UserShelf(desk)], readSearch(desk, call));

const readSearch = (desk: Desk, call: Call): Result<ListQuery, ScimError> =>
  readSearchRequest(call.body, deviates(desk, 'schemas-optional'));

function list(desk: Desk, shelves: readonly Shelf[], read: Result<ListQuery, ScimError>): Outcome {
  if (!read.ok) return refused(read.error);
  const query = read.value;
  const count = query.count ?? desk.profile.pageSize;
  const from = query.startIndex - 1;
  const page = pageAsItIs(shelves, query, from, count) ?? select(shelves, query, from, count);
  if (!page.ok) return refused(page.error);
  const { total, shown, resources } = page.value;
  const asked = query.filter === null ? null : requiredValue(query.filter, { shape: desk.profile.user, name: 'userName' });
  const group = query.filter === null ? null : requiredValue(query.filter, { shape: desk.profile.group, name: 'displayName' });
  const pageSize = deviates(desk, 'items-per-page-is-page-size');
  return outcome({
    status: 200,
    body: printList({ total, startIndex: query.startIndex, itemsPerPage: pageSize ? count : shown }, query, resources),
    people: asked === null ? [] : [asked],
    group,
    deviations: pageSize && count !== shown ? itemsPerPage : noDeviations,
  });
}

/** One object each: the log writes down what is the same once. */
const itemsPerPage: readonly Deviation[] = ['items-per-page-is-page-size'];
const noDeviations: readonly Deviation[] = [];

interface ListPage {
  readonly total: number;
  /** How many resources this page has. */
  readonly shown: number;
  readonly resources: Pieces | readonly Found[];
}

/** One type, without filter or order: the records as they stand. null: the query asks for more than that. */
function pageAsItIs(shelves: readonly Shelf[], query: ListQuery, from: number, count: number): Result<ListPage, never> | null {
  const [shelf, another] = shelves;
  if (query.filter !== null || query.sortBy !== null || shelf === undefined || another !== undefined) return null;
  const ids = shelf.slice(from, from + count);
  const whole = query.attributes === null && query.excludedAttributes === null ? shelf.page(ids) : null;
  return ok({ total: shelf.size, shown: ids.length, resources: whole ?? ids.map((id) => ({ shelf, id })) });
}

/** Filtered and sorted: only what an index names, or every record. */
function select(shelves: readonly Shelf[], query: ListQuery, from: number, count: number): Result<ListPage, ScimError> {
  const matching: Found[] = [];
  for (const shelf of shelves) {
    const candidates = shelf.candidates(query);
    // The index has answered the whole of a filter that is one equality, and knows that it is a right one.
    if (candidates !== null && query.filter?.kind === 'compare') {
      for (const id of candidates) matching.push({ shelf, id });
      continue;
    }
    const others = shelves.filter((other) => other !== shelf).map((other) => other.shape);
    const matcher = query.filter === null ? null : compileFilter(query.filter, shelf.shape, others);
    if (matcher !== null && !matcher.ok) return matcher;
    const view = shelf.view();
    for (const id of candidates ?? shelf.all()) if (matcher === null || matcher.value(view(id))) matching.push({ shelf, id });
  }
  const sorted = query.sortBy === null ? ok(matching) : sort(matching, shelves, query.sortBy, query.descending);
  if (!sorted.ok) return sorted;
  const resources = sorted.value.slice(from, from + count);
  return ok({ total: matching.length, shown: resources.length, resources });
}

function sort(
  matching: readonly Found[],
  shelves: readonly Shelf[],
  sortBy: string,
  descending: boolean,
): Result<readonly Found[], ScimError> {
  const keys = new Map(shelves.map((shelf) => [shelf, { key: compileSortKey(shelf.shape, sortBy), view: shelf.view() }]));
  const known = [...keys.values()].find(({ key }) => key.ok);
  if (known === undefined) return must([...keys.values()][0]).key as Result<never, ScimError>;
  return ok(
    sortByKey(
      matching,
      ({ shelf, id }) => {
        const { key, view } = must(keys.get(shelf));
        return key.ok ? key.value(view(id)) : null;
      },
      descending,
    ),
  );
}
