import type { AppError } from '../../../shared/app-error';
import type { Input } from '../../../shared/ipc/contract';
import type { GroupRow, PersonDetail, PersonRow, PreviewPushes, RefusalRow, RunOutcome, RunView } from '../../../shared/ipc/preview';
import type { Slice } from '../../../shared/ipc/workspace-input';
import { keepBound } from '../../../shared/jumpcloud/bound-groups';
import type { Roster } from '../../../shared/jumpcloud/roster';
import { type RosterNotice, rosterEvents } from '../../../shared/jumpcloud/roster-events';
import { buildPlan } from '../../../shared/plan/build-plan';
import type { Plan, PlanConflict, PlanEntity, PlanWarning } from '../../../shared/plan/plan';
import { discard, type PlanningInput, planSteps } from '../../../shared/plan/planned';
import { foldText } from '../../../shared/preview/fold-text';
import { err, ok, type Result } from '../../../shared/result';
import type { AssumptionSettings } from '../../../shared/vendor/assumptions';
import type { VendorEvent } from '../../../shared/vendor/event';
import { loadOrganisation } from '../../../shared/vendor/load-organisation';
import type { Group } from '../../../shared/vendor/model';
import { findGroup, isInOtherOrganisation, type Organisation } from '../../../shared/vendor/organisation';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import { groupStatus } from './group-status';
import { ListCache, sliceOf } from './list-cache';
import { RunIndex } from './run-index';
import { sortByKey } from './sort-by-key';

/** Everything a run is made from; the same input gives the same plan. */
export interface RunInput {
  readonly organisation: OrganisationSpec;
  readonly settings: AssumptionSettings;
  readonly events: readonly VendorEvent[];
  /** Pushed after the events; null where only they are played. */
  readonly roster: Roster | null;
  readonly unticked: ReadonlySet<string>;
}

type Progress = Omit<PreviewPushes['preview:progress'], 'workspaceId'>;
type PeopleQuery = Omit<Input<'preview:people'>, 'workspaceId'>;
type GroupsQuery = Omit<Input<'preview:groups'>, 'workspaceId'>;
type Listing = Pick<Input<'preview:conflicts'>, 'search' | 'offset' | 'limit'>;

/** Work between two looks at the mail: short enough that a cancel and a question about the last run are heard at once. */
const stepMs = 12;

/** Runs previews for one workspace and serves slices of the last one. */
export class PlanDesk {
  private index: RunIndex | null = null;
  private madeFrom: readonly unknown[] = [];
  private current: { cancelled: boolean } | null = null;
  private runs = 0;
  private readonly people = new ListCache<number>();
  private readonly groups = new ListCache<Group>();
  private readonly lists = new ListCache<PlanConflict | PlanEntity | RefusalRow | PlanWarning>();

  constructor(private readonly clock: { readonly now: () => Date; readonly elapsedMs: () => number }) {}

  get running(): boolean {
    return this.current !== null;
  }

  cancel(): void {
    if (this.current !== null) this.current.cancelled = true;
  }

  /** `stamp` is whatever the input was made from: when it is another one later, the run is stale. */
  view(stamp: readonly unknown[]): RunView | null {
    return this.index === null ? null : { ...this.index.view, stale: stamp.some((part, at) => part !== this.madeFrom[at]) };
  }

  async run(input: RunInput, stamp: readonly unknown[], report: (progress: Progress) => void): Promise<Result<RunOutcome, AppError>> {
    if (this.current !== null)
      return err({ code: 'already-running', message: 'A preview is being made already.', fix: 'Wait for it, or cancel it.' });
    const job = { cancelled: false };
    this.current = job;
    try {
      return await this.make(input, stamp, report, job);
    } finally {
      this.current = null;
    }
  }

  private async make(
    input: RunInput,
    stamp: readonly unknown[],
    report: (progress: Progress) => void,
    job: { readonly cancelled: boolean },
  ): Promise<Result<RunOutcome, AppError>> {
    const startedMs = this.clock.elapsedMs();
    report({ stage: 'loading', done: 0, total: 1 });
    await nextTurn();
    const baseline = loadOrganisation(input.organisation, input.settings);
    if (!baseline.ok) return baseline;
    const notices: RosterNotice[] = [];
    const steps = planSteps(planningInput(input, baseline.value, notices));
    let lastTurnMs = this.clock.elapsedMs();
    for (;;) {
      if (job.cancelled) {
        steps.return(undefined as never);
        return ok({ kind: 'cancelled' });
      }
      const step = steps.next();
      if (step.done === true) {
        report({ stage: 'comparing', done: 1, total: 1 });
        await nextTurn();
        if (job.cancelled) {
          discard(step.value);
          return ok({ kind: 'cancelled' });
        }
        this.runs += 1;
        const tookMs = Math.round(this.clock.elapsedMs() - startedMs);
        this.keep(new RunIndex(step.value, { runId: `run-${this.runs}`, at: this.clock.now().toISOString(), tookMs, notices }), stamp);
        return ok({ kind: 'done', run: this.view(stamp) as RunView });
      }
      if (this.clock.elapsedMs() - lastTurnMs < stepMs) continue;
      report({ stage: 'playing', done: step.value.done, total: step.value.total });
      await nextTurn();
      lastTurnMs = this.clock.elapsedMs();
    }
  }

  private keep(index: RunIndex, stamp: readonly unknown[]): void {
    if (this.index !== null) discard(this.index.planned);
    this.index = index;
    this.madeFrom = stamp;
    for (const cache of [this.people, this.groups, this.lists]) cache.clear();
  }

  peopleSlice(query: PeopleQuery): Result<Slice<PersonRow>, AppError> {
    return this.with((index) => {
      const { search, kind, group, sort, descending } = query;
      const ids = this.people.list([search, kind, group, sort, descending], () => {
        const wanted = foldText(search.trim());
        const members = group === null ? null : (findGroup(index.planned.outcome, group)?.members ?? new Set<number>());
        const found = index
          .ids(kind)
          .filter((id) => (members === null || members.has(id)) && (wanted === '' || index.searchText(id).includes(wanted)));
        return sortByKey(found, personKey(index, sort), descending);
      });
      return sliceOf(ids, query, (id) => index.row(id));
    });
  }

  person(userName: string): Result<PersonDetail | null, AppError> {
    return this.with((index) => index.detail(userName));
  }

  groupSlice(query: GroupsQuery): Result<Slice<GroupRow>, AppError> {
    return this.with((index) => {
      const { search, status, sort, descending } = query;
      const list = this.groups.list([search, status, sort, descending], () => {
        const wanted = foldText(search.trim());
        const found = index.groups.filter(
          (group) =>
            (wanted === '' || foldText(group.displayName).includes(wanted)) && (status === null || groupStatus(group).includes(status)),
        );
        return sortByKey(found, sort === 'members' ? (group) => group.members.size : (group) => foldText(group.displayName), descending);
      });
      return sliceOf(list, query, (group) => index.groupRow(group));
    });
  }

  entitySlice(query: Omit<Input<'preview:entities'>, 'workspaceId'>): Result<Slice<PlanEntity>, AppError> {
    const fits = (entity: PlanEntity) => (query.type === null || entity.type === query.type) && (!query.createdOnly || entity.created);
    return this.with((index) =>
      this.listSlice(['entities', query.type, query.createdOnly], query, index.entities.filter(fits), (entity) => entity.name),
    );
  }

  conflictSlice(query: Listing): Result<Slice<PlanConflict>, AppError> {
    const text = ({ userName, current, incoming }: PlanConflict) =>
      [userName, current.displayName, current.entity.name, incoming.displayName, incoming.entity.name].join('\n');
    return this.with((index) => this.listSlice(['conflicts'], query, index.conflicts, text));
  }

  refusalSlice(query: Listing): Result<Slice<RefusalRow>, AppError> {
    return this.with((index) =>
      this.listSlice(['refusals'], query, index.refusals, (refusal) => `${refusal.status} ${refusal.what} ${refusal.reason}`),
    );
  }

  warningSlice(query: Omit<Input<'preview:warnings'>, 'workspaceId'>): Result<Slice<PlanWarning>, AppError> {
    const text = ({ userName, group, people, why }: PlanWarning) => [userName, group, ...(people ?? []), why].join('\n');
    return this.with((index) => {
      const rows = query.code === null ? index.warnings : index.warnings.filter((warning) => warning.code === query.code);
      return this.listSlice(['warnings', query.code], query, rows, text);
    });
  }

  /** The whole plan, as the command prints it. */
  plan(everybody: boolean): Result<Plan, AppError> {
    return this.with((index) => buildPlan(index.planned, { all: everybody }));
  }

  private listSlice<Row extends PlanConflict | PlanEntity | RefusalRow | PlanWarning>(
    name: readonly unknown[],
    query: Listing,
    rows: readonly Row[],
    text: (row: Row) => string,
  ): Slice<Row> {
    const list = this.lists.list([...name, query.search], () => {
      const wanted = foldText(query.search.trim());
      return wanted === '' ? rows : rows.filter((row) => foldText(text(row)).includes(wanted));
    });
    return sliceOf(list as readonly Row[], query, (row) => row);
  }

  private with<T>(read: (index: RunIndex) => T): Result<T, AppError> {
    return this.index === null
      ? err({ code: 'no-run', message: 'No preview has been made yet.', fix: 'Run the preview.' })
      : ok(read(this.index));
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function planningInput(input: RunInput, baseline: Organisation, notices: RosterNotice[]): PlanningInput {
  const { events, roster, unticked } = input;
  if (roster === null) return { baseline, events };
  return {
    baseline,
    events,
    continueWith: (outcome) => {
      const bound = keepBound(roster, unticked);
      const pushes = rosterEvents(bound.roster, {
        hasActiveGroup: (displayName) => findGroup(outcome, displayName) !== undefined,
        isInOtherOrganisation: (email) => isInOtherOrganisation(outcome, email),
      });
      if (bound.unprovisioned.length > 0) notices.push({ kind: 'unbound-not-pushed', fact: 'J12', people: bound.unprovisioned });
      notices.push(...pushes.notices);
      return pushes.events;
    },
  };
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
