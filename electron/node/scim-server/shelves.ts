import { requiredValue } from '../../../shared/scim/filter/required-value';
import type { JsonObject } from '../../../shared/scim/json';
import type { ListQuery } from '../../../shared/scim/list/list-query';
import type { ResourceShape } from '../../../shared/scim/schema/resource-shape';
import { none } from '../../../shared/vendor/model';
import { findGroup, findPerson, must } from '../../../shared/vendor/organisation';
import type { AnswerBody, Ascii, Pieces } from './answer-body';
import type { Desk } from './desk';
import { groupResource, groupText } from './render-group';
import { userPage, userResource, userText } from './render-user';
import { groupIdOf, personIdOf } from './resource-id';
import { groupView, userView, type View } from './resource-views';

/** One resource type as a list sees it. */
export interface Shelf {
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
  /** Records that follow one another, with commas between them; null where each is rendered for itself. */
  page(ids: readonly number[]): Pieces | null;
  /** How a person or group is called in the log. */
  name(id: number): string;
}

export const userShelf = (desk: Desk): Shelf => {
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
    page: (ids) => userPage(desk, ids),
    name: (id) => person(id).userName,
  };
};

export const groupShelf = (desk: Desk): Shelf => {
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
    page: () => null,
    name: (id) => group(id).displayName,
  };
};

const only = (id: number | null | undefined, isThere: (id: number) => boolean = () => true): readonly number[] =>
  id === null || id === undefined || !isThere(id) ? [] : [id];
