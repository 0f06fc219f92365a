import { ok, type Result } from '../../../shared/result';
import { compileFilter } from '../../../shared/scim/filter/match-filter';
import { requiredValue } from '../../../shared/scim/filter/required-value';
import type { JsonObject } from '../../../shared/scim/json';
import { type ListQuery, readListQuery, readSearchRequest } from '../../../shared/scim/list/list-query';
import { compileProjection, leavesOutMembers } from '../../../shared/scim/list/project';
import { compileSortKey, sortByKey } from '../../../shared/scim/list/sort';
import type { ResourceShape } from '../../../shared/scim/schema/resource-shape';
import type { ScimError } from '../../../shared/scim/scim-error';
import { listResponseUrn } from '../../../shared/scim/urns';
import { none } from '../../../shared/vendor/model';
import { findGroup, findPerson, must } from '../../../shared/vendor/organisation';
import { type AnswerBody, AnswerWriter, type Ascii } from './answer-body';
import { type Call, type Desk, deviates, type Outcome, outcome, refused } from './desk';
import { readsRefused } from './group-requests';
import { groupResource, groupText } from './render-group';
import { userResource, userText } from './render-user';
import { groupIdOf, personIdOf } from './resource-id';
import { groupView, userView, type View } from './resource-views';

/** One resource type as a list sees it. */
interface Shelf {
  readonly shape: ResourceShape;
  readonly size: number;
  slice(from: number, to: number): readonly number[];
  all(): readonly number[];
  /** The only records that can meet the filter, where an index knows. */
  candidates(query: ListQuery): readonly number[] | null;
  /** For filters and sort keys. */
  view(): View;
  resource(id: number, whole: boolean): JsonObject;
  text(id: number): AnswerBody | Ascii;
  /** How a person or group is called in the log. */
  name(id: number): string;
}

const userShelf = (desk: Desk): Shelf => {
  const { mirror } = desk;
  const shape = desk.profile.user;
  const person = (id: number) => must(mirror.organisation.people.get(id));
  return {
    shape,
    size: mirror.userIds.size,
    slice: (from, to) => mirror.userIds.slice(from, to),
    all: () => mirror.userIds.all(),
    candidates: ({ filter }) => {
      if (filter === null) return null;
      const userName = requiredValue(filter, { shape, name: 'userName' });
      if (userName !== null) return only(findPerson(mirror.organisation, userName)?.id);
      const id = requiredValue(filter, { shape, name: 'id' });
      return id === null ? null : only(personIdOf(id), (found) => mirror.organisation.people.get(found) !== undefined);
    },
    view: () => userView(desk),
    resource: (id) => userResource(desk, person(id)),
    text: (id) => userText(desk, person(id)),
    name: (id) => person(id).userName,
  };
};

const groupShelf = (desk: Desk): Shelf => {
  const { mirror } = desk;
  const shape = desk.profile.group;
  const group = (id: number) => must(mirror.organisation.groups.get(id));
  return {
    shape,
    size: mirror.groupIds.size,
    slice: (from, to) => mirror.groupIds.slice(from, to),
    all: () => mirror.groupIds.all(),
    candidates: ({ filter }) => {
      if (filter === null) return null;
      const displayName = requiredValue(filter, { shape, name: 'displayName' });
      // With A10 = other two names may differ in case only, which the filter does not see: all are asked then.
      if (displayName !== null && mirror.organisation.settings.A10 === 'default')
        return only(findGroup(mirror.organisation, displayName)?.id);
      const id = requiredValue(filter, { shape, name: 'id' });
      if (id !== null) return only(groupIdOf(id), (found) => mirror.organisation.groups.get(found)?.state === 'active');
      const member = requiredValue(filter, { shape, name: 'members', sub: 'value' });
      if (member === null) return null;
      // The groups that the person is in, in the order of the list.
      return [...mirror.organisation.memberships.groupIds(personIdOf(member) ?? none)].sort((a, b) => a - b);
    },
    view: () => groupView(desk),
    resource: (id, whole) => groupResource(desk, group(id), whole),
    text: (id) => groupText(desk, group(id)),
    name: (id) => group(id).displayName,
  };
};

const only = (id: number | null | undefined, isThere: (id: number) => boolean = () => true): readonly number[] =>
  id === null || id === undefined || !isThere(id) ? [] : [id];

/** GET /Users (RFC 7644 section 3.4.2). */
export const listUsers = (desk: Desk, call: Call): Outcome => list(desk, [userShelf(desk)], readListQuery(call.parameters));

/** GET /Groups. */
export const listGroups = (desk: Desk, call: Call): Outcome =>
  readsRefused(desk) ?? list(desk, [groupShelf(desk)], readListQuery(call.parameters));

/** POST /Users/.search (RFC 7644 section 3.4.3). */
export const searchUsers = (desk: Desk, call: Call): Outcome => list(desk, [userShelf(desk)], readSearch(desk, call));

export const searchGroups = (desk: Desk, call: Call): Outcome =>
  readsRefused(desk) ?? list(desk, [groupShelf(desk)], readSearch(desk, call));

/** POST /.search: users and groups together; an attribute that only one of them has matches none of the other. */
export const searchAll = (desk: Desk, call: Call): Outcome =>
  list(desk, readsRefused(desk) === null ? [userShelf(desk), groupShelf(desk)] : [userShelf(desk)], readSearch(desk, call));

const readSearch = (desk: Desk, call: Call): Result<ListQuery, ScimError> =>
  readSearchRequest(call.body, deviates(desk, 'schemas-optional'));

interface Found {
  readonly shelf: Shelf;
  readonly id: number;
}

function list(desk: Desk, shelves: readonly Shelf[], read: Result<ListQuery, ScimError>): Outcome {
  if (!read.ok) return refused(read.error);
  const query = read.value;
  const count = query.count ?? desk.profile.pageSize;
  const from = query.startIndex - 1;
  const first = shelves[0];
  const plain = query.filter === null && query.sortBy === null && shelves.length === 1 && first !== undefined;
  const page = plain
    ? ok({ total: first.size, found: first.slice(from, from + count).map((id): Found => ({ shelf: first, id })) })
    : select(shelves, query, from, count);
  if (!page.ok) return refused(page.error);
  const { total, found } = page.value;
  const asked = query.filter === null ? null : requiredValue(query.filter, { shape: desk.profile.user, name: 'userName' });
  const group = query.filter === null ? null : requiredValue(query.filter, { shape: desk.profile.group, name: 'displayName' });
  const pageSize = deviates(desk, 'items-per-page-is-page-size');
  return outcome({
    status: 200,
    body: print(total, query.startIndex, pageSize ? count : found.length, printer(query), found),
    people: asked === null ? [] : [asked],
    group,
    deviations: pageSize && count !== found.length ? ['items-per-page-is-page-size'] : [],
  });
}

/** Filtered and sorted: only what an index names, or every record. */
function select(
  shelves: readonly Shelf[],
  query: ListQuery,
  from: number,
  count: number,
): Result<{ readonly total: number; readonly found: readonly Found[] }, ScimError> {
  const matching: Found[] = [];
  for (const shelf of shelves) {
    const others = shelves.filter((other) => other !== shelf).map((other) => other.shape);
    const matcher = query.filter === null ? null : compileFilter(query.filter, shelf.shape, others);
    if (matcher !== null && !matcher.ok) return matcher;
    const candidates = shelf.candidates(query);
    // The index has answered the whole of a filter that is one equality.
    if (candidates !== null && query.filter?.kind === 'compare') {
      for (const id of candidates) matching.push({ shelf, id });
      continue;
    }
    const view = shelf.view();
    for (const id of candidates ?? shelf.all()) if (matcher === null || matcher.value(view(id))) matching.push({ shelf, id });
  }
  const sorted = query.sortBy === null ? ok(matching) : sort(matching, shelves, query.sortBy, query.descending);
  if (!sorted.ok) return sorted;
  return ok({ total: matching.length, found: sorted.value.slice(from, from + count) });
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

type Printer = (found: Found) => AnswerBody | Ascii;

function printer(query: ListQuery): Printer {
  const projections = new Map<Shelf, { readonly project: ((resource: JsonObject) => JsonObject) | null; readonly whole: boolean }>();
  const of = (shelf: Shelf) => {
    let known = projections.get(shelf);
    if (known === undefined) {
      known = { project: compileProjection(shelf.shape, query), whole: !leavesOutMembers(shelf.shape, query) };
      projections.set(shelf, known);
    }
    return known;
  };
  return ({ shelf, id }) => {
    const { project, whole } = of(shelf);
    return project === null ? shelf.text(id) : JSON.stringify(project(shelf.resource(id, whole)));
  };
}

/** Put together from texts that are rendered already. */
function print(total: number, startIndex: number, itemsPerPage: number, printOne: Printer, found: readonly Found[]): AnswerBody {
  const writer = new AnswerWriter().add({
    ascii: `{"schemas":["${listResponseUrn}"],"totalResults":${total},"startIndex":${startIndex},"itemsPerPage":${itemsPerPage},"Resources":[`,
  });
  for (const [at, one] of found.entries()) {
    if (at > 0) writer.add(comma);
    writer.add(printOne(one));
  }
  return writer.add({ ascii: ']}' }).done();
}

const comma: Ascii = { ascii: ',' };
