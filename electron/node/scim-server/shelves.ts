import { requiredValue } from '../../../shared/scim/filter/required-value';
import type { JsonObject } from '../../../shared/scim/json';
import type { ListQuery } from '../../../shared/scim/list/list-query';
import type { ResourceShape } from '../../../shared/scim/schema/resource-shape';
import { type Group, none, type Person } from '../../../shared/vendor/model';
import { findGroup, findPerson, must } from '../../../shared/vendor/organisation';
import type { AnswerBody, Pieces } from './answer-body';
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
  text(id: number): AnswerBody;
  /** Records that follow one another, with commas between them; null where each is rendered for itself. */
  page(ids: readonly number[]): Pieces | null;
}

/** A class: one is made for each list, and its methods are not made with it. */
export class UserShelf implements Shelf {
  constructor(private readonly desk: Desk) {}

  get shape(): ResourceShape {
    return this.desk.profile.user;
  }

  get size(): number {
    return this.desk.mirror.userIds.size;
  }

  slice(from: number, to: number): readonly number[] {
    return this.desk.mirror.userIds.slice(from, to);
  }

  all(): readonly number[] {
    return this.desk.mirror.userIds.all();
  }

  candidates({ filter }: ListQuery): readonly number[] | null {
    if (filter === null) return null;
    const { organisation } = this.desk.mirror;
    const userName = requiredValue(filter, { shape: this.shape, name: 'userName' });
    if (userName !== null) return only(findPerson(organisation, userName)?.id);
    const id = requiredValue(filter, { shape: this.shape, name: 'id' });
    return id === null ? null : only(personIdOf(id), (found) => organisation.people.get(found) !== undefined);
  }

  view(): View {
    return userView(this.desk);
  }

  resource(id: number): JsonObject {
    return userResource(this.desk, this.person(id));
  }

  text(id: number): AnswerBody {
    return userText(this.desk, this.person(id));
  }

  page(ids: readonly number[]): Pieces | null {
    return userPage(this.desk, ids);
  }

  private person(id: number): Person {
    return must(this.desk.mirror.organisation.people.get(id));
  }
}

export class GroupShelf implements Shelf {
  constructor(private readonly desk: Desk) {}

  get shape(): ResourceShape {
    return this.desk.profile.group;
  }

  get size(): number {
    return this.desk.mirror.groupIds.size;
  }

  slice(from: number, to: number): readonly number[] {
    return this.desk.mirror.groupIds.slice(from, to);
  }

  all(): readonly number[] {
    return this.desk.mirror.groupIds.all();
  }

  candidates({ filter }: ListQuery): readonly number[] | null {
    if (filter === null) return null;
    const { organisation } = this.desk.mirror;
    const displayName = requiredValue(filter, { shape: this.shape, name: 'displayName' });
    // With A10 = other two names may differ in case only, which the filter does not see: all are asked then.
    if (displayName !== null && organisation.settings.A10 === 'default') return only(findGroup(organisation, displayName)?.id);
    const id = requiredValue(filter, { shape: this.shape, name: 'id' });
    if (id !== null) return only(groupIdOf(id), (found) => organisation.groups.get(found)?.state === 'active');
    const member = requiredValue(filter, { shape: this.shape, name: 'members', sub: 'value' });
    if (member === null) return null;
    // The groups that the person is in, in the order of the list.
    return [...organisation.memberships.groupIds(personIdOf(member) ?? none)].sort((a, b) => a - b);
  }

  view(): View {
    return groupView(this.desk);
  }

  resource(id: number, whole: boolean): JsonObject {
    return groupResource(this.desk, this.group(id), whole);
  }

  text(id: number): AnswerBody {
    return groupText(this.desk, this.group(id));
  }

  page(): null {
    return null;
  }

  private group(id: number): Group {
    return must(this.desk.mirror.organisation.groups.get(id));
  }
}

const only = (id: number | null | undefined, isThere: (id: number) => boolean = () => true): readonly number[] =>
  id === null || id === undefined || !isThere(id) ? [] : [id];
