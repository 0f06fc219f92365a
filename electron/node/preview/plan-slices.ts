import type { Input } from '../../../shared/ipc/contract';
import type { GroupDetail, GroupRow, PersonRow, RefusalRow } from '../../../shared/ipc/preview';
import type { Slice } from '../../../shared/ipc/workspace-input';
import { explainGroup } from '../../../shared/plan/explain-chain';
import { groupExplanation } from '../../../shared/plan/group-explanation';
import type { PlanConflict, PlanEntity, PlanWarning } from '../../../shared/plan/plan';
import { replaceInSorted } from '../../../shared/plan/replace-in-sorted';
import { type Flow, flowsOf } from '../../../shared/preview/flows';
import { foldText } from '../../../shared/preview/fold-text';
import { drawPicture, type Picture } from '../../../shared/preview/picture';
import type { Group } from '../../../shared/vendor/model';
import { compareText } from '../../../shared/vendor/names';
import { findDeletedGroup, findGroup } from '../../../shared/vendor/organisation';
import { groupStatus } from './group-status';
import { ListCache, sliceOf } from './list-cache';
import type { RunIndex } from './run-index';
import { compareKeys, sortByKey } from './sort-by-key';

type PeopleQuery = Omit<Input<'preview:people'>, 'workspaceId'>;
type GroupsQuery = Omit<Input<'preview:groups'>, 'workspaceId'>;
type FlowFilter = Pick<Input<'preview:picture'>, 'search' | 'status' | 'conflictsOnly'>;
type Listing = Pick<Input<'preview:conflicts'>, 'search' | 'offset' | 'limit'>;
type ListRow = PlanConflict | PlanEntity | RefusalRow | PlanWarning | Flow;

/** The lists of one finished run, each as it was sorted and filtered last. Those of a what-if are made from the ones of the run below. */
export class PlanSlices {
  private readonly peopleLists = new ListCache<number>();
  private readonly groupLists = new ListCache<Group>();
  private readonly lists = new ListCache<ListRow>();
  private flows: readonly Flow[] | null = null;

  constructor(
    readonly index: RunIndex,
    private readonly below: PlanSlices | null = null,
  ) {}

  people(query: PeopleQuery): Slice<PersonRow> {
    return sliceOf(this.peopleList(query), query, (id) => this.index.row(id));
  }

  private peopleList(query: PeopleQuery): readonly number[] {
    const { index, below } = this;
    const { search, kind, group, sort, descending } = query;
    return this.peopleLists.list([search, kind, group, sort, descending], () => {
      const wanted = foldText(search.trim());
      const members = group === null ? null : (findGroup(index.planned.outcome, group)?.members ?? new Set<number>());
      const fits = (id: number): boolean =>
        (members === null || members.has(id)) && (wanted === '' || index.searchText(id).includes(wanted));
      const { concerned } = index;
      if (below === null || concerned === null) return sortByKey(index.ids(kind).filter(fits), personKey(index, sort), descending);
      const comes = index.ids(kind).filter((id) => concerned.people.has(id) && fits(id));
      const goes = (id: number): boolean => concerned.people.has(id);
      const key = personKey(index, sort);
      const { userName } = index.people;
      const compare = (a: number, b: number): number =>
        compareKeys(key(a), key(b)) * (descending ? -1 : 1) || compareText(userName(a), userName(b)) || a - b;
      return replaceInSorted(below.peopleList(query), goes, sortByKey(comes, key, descending), compare);
    });
  }

  groups(query: GroupsQuery): Slice<GroupRow> {
    const { search, status, sort, descending } = query;
    const list = this.groupLists.list([search, status, sort, descending], () => {
      const wanted = foldText(search.trim());
      const found = this.index.groups.filter(
        (group) =>
          (wanted === '' || foldText(group.displayName).includes(wanted)) && (status === null || groupStatus(group).includes(status)),
      );
      return sortByKey(found, sort === 'members' ? (group) => group.members.size : (group) => foldText(group.displayName), descending);
    });
    return sliceOf(list, query, (group) => this.index.groupRow(group));
  }

  /** Null where no such group is known or was refused. */
  group(displayName: string): GroupDetail | null {
    const { planned } = this.index;
    const explanation = groupExplanation(planned, displayName);
    if (explanation === null) return null;
    const group = findGroup(planned.outcome, displayName) ?? findDeletedGroup(planned.outcome, displayName);
    const row: GroupRow =
      group === undefined ? { displayName, state: 'deleted', mappings: [], members: 0, changed: 0 } : this.index.groupRow(group);
    return { ...row, chains: explainGroup(explanation) };
  }

  groupNames(): readonly string[] {
    return this.index.groups.flatMap((group) => (group.state === 'active' ? [group.displayName] : [])).sort(compareText);
  }

  entities(query: Omit<Input<'preview:entities'>, 'workspaceId'>): Slice<PlanEntity> {
    const fits = (entity: PlanEntity) => (query.type === null || entity.type === query.type) && (!query.createdOnly || entity.created);
    return this.list(
      ['entities', query.type, query.createdOnly],
      query,
      () => this.index.entities.filter(fits),
      (entity) => entity.name,
    );
  }

  conflicts(query: Listing): Slice<PlanConflict> {
    const text = ({ userName, current, incoming }: PlanConflict) =>
      [userName, current.displayName, current.entity.name, incoming.displayName, incoming.entity.name].join('\n');
    return this.list(['conflicts'], query, () => this.index.conflicts, text);
  }

  refusals(query: Listing): Slice<RefusalRow> {
    return this.list(
      ['refusals'],
      query,
      () => this.index.refusals,
      (refusal) => `${refusal.status} ${refusal.what} ${refusal.reason}`,
    );
  }

  warnings(query: Omit<Input<'preview:warnings'>, 'workspaceId'>): Slice<PlanWarning> {
    const text = ({ userName, group, people, why }: PlanWarning) => [userName, group, ...(people ?? []), why].join('\n');
    const ofCode = () => this.index.warnings.filter((warning) => query.code === null || warning.code === query.code);
    return this.list(['warnings', query.code], query, ofCode, text);
  }

  picture({ most, ...filter }: FlowFilter & { readonly most: number }): Picture {
    return drawPicture(this.filteredFlows(filter), most);
  }

  flowSlice(query: FlowFilter & Pick<Listing, 'offset' | 'limit'>): Slice<Flow> {
    return sliceOf(this.filteredFlows(query), query, (flow) => flow);
  }

  private filteredFlows({ search, status, conflictsOnly }: FlowFilter): readonly Flow[] {
    const text = ({ group, by, target }: Flow) => `${group}\n${by}\n${target?.name ?? ''}`;
    return this.filtered(
      ['flows', status, conflictsOnly],
      search,
      () => {
        this.flows ??= flowsOf(this.index.planned.outcome);
        return this.flows.filter((flow) => (status === null || flow.status === status) && (!conflictsOnly || flow.held > 0));
      },
      text,
    );
  }

  private list<Row extends ListRow>(
    name: readonly unknown[],
    query: Listing,
    rows: () => readonly Row[],
    text: (row: Row) => string,
  ): Slice<Row> {
    return sliceOf(this.filtered(name, query.search, rows, text), query, (row) => row);
  }

  private filtered<Row extends ListRow>(
    name: readonly unknown[],
    search: string,
    rows: () => readonly Row[],
    text: (row: Row) => string,
  ): readonly Row[] {
    return this.lists.list([...name, search], () => {
      const wanted = foldText(search.trim());
      return wanted === '' ? rows() : rows().filter((row) => foldText(text(row)).includes(wanted));
    }) as readonly Row[];
  }
}

const roleOrder = { Admin: 0, User: 1, Guest: 2 } as const;

function personKey(index: RunIndex, sort: PeopleQuery['sort']): (id: number) => string | number {
  switch (sort) {
    case 'userName':
      return (id) => foldText(index.people.userName(id));
    case 'name':
      return (id) => foldText(index.fullName(id));
    case 'role':
      return (id) => roleOrder[index.people.after(id)?.role ?? 'Guest'];
    case 'concurrencyGroup':
      return (id) => foldText(index.people.after(id)?.concurrencyGroup ?? '');
    case 'subOrganization':
      return (id) => foldText(index.people.after(id)?.subOrganization ?? '');
    case 'teams':
      return (id) => index.people.after(id)?.teams.length ?? 0;
  }
}
