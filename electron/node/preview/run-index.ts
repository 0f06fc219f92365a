import type { GroupRow, PersonDetail, PersonRow, RefusalRow, RunView } from '../../../shared/ipc/preview';
import type { RosterNotice } from '../../../shared/jumpcloud/roster-events';
import { countPeople, type PeopleCounts, planEntities, planRefusals, planSummary, provenanceBefore } from '../../../shared/plan/build-plan';
import { type Concerned, concernedBy } from '../../../shared/plan/concerned';
import { explainPerson } from '../../../shared/plan/explain-chain';
import { type FoundWarnings, searchWarnings, searchWarningsOver } from '../../../shared/plan/find-warnings';
import { personExplanation } from '../../../shared/plan/person-explanation';
import type { PlanConflict, PlanEntity, PlanWarning } from '../../../shared/plan/plan';
import { type ConflictOf, planConflicts } from '../../../shared/plan/plan-conflicts';
import { planGroup } from '../../../shared/plan/plan-groups';
import { type PlanPeople, planPeople } from '../../../shared/plan/plan-people';
import type { Planned } from '../../../shared/plan/planned';
import { replaceInSorted } from '../../../shared/plan/replace-in-sorted';
import type { Touched } from '../../../shared/plan/state-diff';
import { warningCodes } from '../../../shared/plan/warning-kinds';
import { describeEvent } from '../../../shared/preview/describe-event';
import { foldText } from '../../../shared/preview/fold-text';
import { headline } from '../../../shared/preview/headline';
import type { PersonKind } from '../../../shared/preview/person-kind';
import type { VendorEvent } from '../../../shared/vendor/event';
import type { Group } from '../../../shared/vendor/model';
import { compareText } from '../../../shared/vendor/names';
import { findPerson, groupById, groups, personById } from '../../../shared/vendor/organisation';
import { AssumptionCounts } from './assumption-counts';
import { PeopleKinds } from './people-kinds';

export interface RunBasics {
  readonly runId: string;
  readonly at: string;
  readonly tookMs: number;
  readonly notices: readonly RosterNotice[];
}

/** The index of the plan that a what-if stands on, and what the what-if concerns. */
interface Below {
  readonly index: RunIndex;
  readonly concerned: Concerned;
}

/**
 * A finished run, indexed for slices: kinds and counts are worked out once, rows only when they are asked for. That of a what-if
 * looks at what the what-if concerns and takes all else from the index below; it says the same as one made from scratch.
 */
export class RunIndex {
  readonly people: PlanPeople;
  readonly conflicts: readonly PlanConflict[];
  readonly entities: readonly PlanEntity[];
  readonly refusals: readonly RefusalRow[];
  readonly warnings: readonly PlanWarning[];
  readonly groups: readonly Group[];
  readonly view: Omit<RunView, 'stale' | 'whatIf'>;
  private readonly changedIds: ReadonlySet<number>;
  private readonly conflictsOf: readonly ConflictOf[];
  private readonly found: FoundWarnings;
  private readonly counted: PeopleCounts;
  private readonly kindsOfPeople: PeopleKinds;
  private readonly assumptions: AssumptionCounts;
  private readonly folded = new Map<number, string>();

  private constructor(
    readonly planned: Planned,
    basics: RunBasics,
    private readonly below: Below | null,
  ) {
    this.people = planPeople(planned, below === null ? null : { people: below.index.people, concerned: below.concerned.people });
    this.changedIds = new Set(below === null ? this.people.changed : this.people.changed.filter((id) => below.concerned.people.has(id)));
    this.counted = this.countPeople();
    this.conflictsOf = this.findConflicts();
    this.conflicts = this.conflictsOf.map(({ conflict }) => conflict);
    this.entities = planEntities(planned.outcome);
    this.refusals = planRefusals(planned).map((refusal) => ({
      ...refusal,
      what: describeEvent(planned.events[refusal.event] as VendorEvent),
    }));
    this.found =
      below === null
        ? searchWarnings(planned, this.people)
        : searchWarningsOver(planned, this.people, {
            planned: below.index.planned,
            people: below.index.people,
            found: below.index.found,
            concerned: below.concerned,
          });
    this.warnings = this.found.warnings;
    this.groups = [...groups(planned.outcome)];
    this.kindsOfPeople = new PeopleKinds(
      planned,
      this.people,
      (id) => this.changes(id),
      below === null ? null : { kinds: below.index.kindsOfPeople, concerned: below.concerned.people },
    );
    this.assumptions = new AssumptionCounts(planned, below === null ? null : below.index.assumptions);
    this.view = this.makeView(basics);
  }

  static whole(planned: Planned, basics: RunBasics): RunIndex {
    return new RunIndex(planned, basics, null);
  }

  /** For a plan that stands on the one below: `written` are the records that differ. */
  static over(index: RunIndex, planned: Planned, written: Touched, basics: RunBasics): RunIndex {
    return new RunIndex(planned, basics, { index, concerned: concernedBy(index.planned, index.conflictsOf, planned, written) });
  }

  /** What may read otherwise than in the plan below; null where there is none below. */
  get concerned(): Concerned | null {
    return this.below?.concerned ?? null;
  }

  changes(id: number): boolean {
    const { below } = this;
    return below === null || below.concerned.people.has(id) ? this.changedIds.has(id) : below.index.changes(id);
  }

  /** Those the plan changes, those in an open conflict without a change, or everybody; by `userName`. */
  ids(kind: PersonKind | 'all' | null): readonly number[] {
    if (kind === 'all') return this.people.everyone();
    return kind === null ? this.people.changed : this.kindsOfPeople.ids(kind);
  }

  kinds(id: number): readonly PersonKind[] {
    return this.kindsOfPeople.kinds(id);
  }

  fullName(id: number): string {
    const person = personById(this.planned.outcome, id) ?? personById(this.planned.baseline, id);
    return person === undefined ? '' : `${person.givenName} ${person.familyName}`.trim();
  }

  /** What a search looks through, folded once. */
  searchText(id: number): string {
    const { below } = this;
    if (below !== null && !below.concerned.people.has(id)) return below.index.searchText(id);
    const known = this.folded.get(id);
    if (known !== undefined) return known;
    const text = foldText(`${this.people.userName(id)}\n${this.fullName(id)}`);
    this.folded.set(id, text);
    return text;
  }

  row(id: number): PersonRow {
    return {
      userName: this.people.userName(id),
      name: this.fullName(id),
      before: this.people.before(id),
      after: this.people.after(id),
      kinds: this.kinds(id),
      because: headline(this.people.because(id))?.why ?? '',
    };
  }

  detail(userName: string): PersonDetail | null {
    const person = findPerson(this.planned.outcome, userName) ?? findPerson(this.planned.baseline, userName);
    if (person === undefined) return null;
    const explanation = personExplanation(this.planned, person.userName);
    return {
      ...this.row(person.id),
      chains: explanation === null ? [] : explainPerson(explanation),
      groups: this.planned.outcome.memberships.groupIds(person.id).flatMap((id) => groupById(this.planned.outcome, id)?.displayName ?? []),
      reasons: this.people.because(person.id),
      conflicts: this.conflicts.filter((conflict) => conflict.userName === person.userName),
      warnings: this.warnings.filter(
        (warning) => warning.userName === person.userName || warning.people?.includes(person.userName) === true,
      ),
    };
  }

  groupRow(group: Group): GroupRow {
    let changed = 0;
    for (const id of group.members) if (this.changes(id)) changed += 1;
    return { ...planGroup(this.planned.outcome, group), members: group.members.size, changed };
  }

  private countPeople(): PeopleCounts {
    const { below, changedIds, people } = this;
    const here = countPeople(people, [...changedIds]);
    if (below === null) return here;
    const { index, concerned } = below;
    const were = countPeople(
      index.people,
      [...concerned.people].filter((id) => index.changes(id)),
    );
    return {
      gainAdmin: index.counted.gainAdmin - were.gainAdmin + here.gainAdmin,
      loseAdmin: index.counted.loseAdmin - were.loseAdmin + here.loseAdmin,
      usersCreated: index.counted.usersCreated - were.usersCreated + here.usersCreated,
    };
  }

  private findConflicts(): readonly ConflictOf[] {
    const { below, people, planned } = this;
    if (below === null) return planConflicts(planned, people, people.everyone());
    const comes = planConflicts(
      planned,
      people,
      [...below.concerned.people].sort((a, b) => a - b),
    );
    const goes = ({ personId }: ConflictOf): boolean => below.concerned.people.has(personId);
    return replaceInSorted(below.index.conflictsOf, goes, comes, byUserName);
  }

  private makeView(basics: RunBasics): RunIndex['view'] {
    const { planned, people, groups: groupList, entities, conflicts, refusals, warnings } = this;
    const perCode = new Map<PlanWarning['code'], number>();
    for (const { code } of warnings) perCode.set(code, (perCode.get(code) ?? 0) + 1);
    return {
      ...basics,
      summary: planSummary(people, this.counted, groupList, entities, conflicts, refusals),
      kinds: this.kindsOfPeople.counts,
      counts: {
        people: planned.outcome.people.size,
        groups: groupList.length,
        entities: entities.length,
        conflicts: conflicts.length,
        refusals: refusals.length,
        warnings: warnings.length,
      },
      warnings: warningCodes.flatMap((code) => {
        const count = perCode.get(code);
        return count === undefined ? [] : [{ code, count }];
      }),
      provenance: provenanceBefore(planned),
      assumptionsUsed: this.assumptions.used(),
    };
  }
}

const byUserName = (a: ConflictOf, b: ConflictOf): number =>
  compareText(a.conflict.userName, b.conflict.userName) || a.personId - b.personId;
