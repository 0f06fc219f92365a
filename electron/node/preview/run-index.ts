import type { GroupRow, PersonDetail, PersonRow, RefusalRow, RunView } from '../../../shared/ipc/preview';
import type { RosterNotice } from '../../../shared/jumpcloud/roster-events';
import { planSummary, provenanceBefore } from '../../../shared/plan/build-plan';
import { type Concerned, concernedBy } from '../../../shared/plan/concerned';
import { explainPerson } from '../../../shared/plan/explain-chain';
import { personExplanation } from '../../../shared/plan/person-explanation';
import type { PlanConflict, PlanEntity, PlanWarning } from '../../../shared/plan/plan';
import { planGroup } from '../../../shared/plan/plan-groups';
import type { PlanPeople } from '../../../shared/plan/plan-people';
import type { Planned } from '../../../shared/plan/planned';
import type { Touched } from '../../../shared/plan/state-diff';
import { warningCodes } from '../../../shared/plan/warning-kinds';
import { foldText } from '../../../shared/preview/fold-text';
import { headline } from '../../../shared/preview/headline';
import type { PersonKind } from '../../../shared/preview/person-kind';
import type { Group } from '../../../shared/vendor/model';
import { findPerson, groupById, personById } from '../../../shared/vendor/organisation';
import { type IndexParts, type IndexProgress, makeIndexParts } from './index-parts';

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
  private readonly folded = new Map<number, string>();

  private constructor(
    readonly planned: Planned,
    basics: RunBasics,
    private readonly parts: IndexParts,
    private readonly below: Below | null,
  ) {
    this.people = parts.people;
    this.conflicts = parts.conflictsOf.map(({ conflict }) => conflict);
    this.entities = parts.entities;
    this.refusals = parts.refusals;
    this.warnings = parts.found.warnings;
    this.groups = parts.groups;
    this.view = this.makeView(basics);
  }

  static *whole(planned: Planned, basics: RunBasics): Generator<IndexProgress, RunIndex, void> {
    return new RunIndex(planned, basics, yield* makeIndexParts(planned, null), null);
  }

  /** For a plan that stands on the one below: `written` are the records that differ. */
  static *over(index: RunIndex, planned: Planned, written: Touched, basics: RunBasics): Generator<IndexProgress, RunIndex, void> {
    const concerned = concernedBy(index.planned, index.parts.conflictsOf, planned, written);
    const parts = yield* makeIndexParts(planned, {
      planned: index.planned,
      parts: index.parts,
      changes: (id) => index.changes(id),
      concerned,
    });
    return new RunIndex(planned, basics, parts, { index, concerned });
  }

  /** What may read otherwise than in the plan below; null where there is none below. */
  get concerned(): Concerned | null {
    return this.below?.concerned ?? null;
  }

  changes(id: number): boolean {
    const { below } = this;
    return below === null || below.concerned.people.has(id) ? this.parts.changedIds.has(id) : below.index.changes(id);
  }

  /** Those the plan changes, those in an open conflict without a change, or everybody; by `userName`. */
  ids(kind: PersonKind | 'all' | null): readonly number[] {
    if (kind === 'all') return this.people.everyone();
    return kind === null ? this.people.changed : this.parts.kinds.ids(kind);
  }

  kinds(id: number): readonly PersonKind[] {
    return this.parts.kinds.kinds(id);
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

  private makeView(basics: RunBasics): RunIndex['view'] {
    const { planned, people, groups: groupList, entities, conflicts, refusals, warnings } = this;
    const perCode = new Map<PlanWarning['code'], number>();
    for (const { code } of warnings) perCode.set(code, (perCode.get(code) ?? 0) + 1);
    return {
      ...basics,
      summary: planSummary(people, this.parts.counted, groupList, entities, conflicts, refusals),
      kinds: this.parts.kinds.counts,
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
      assumptionsUsed: this.parts.assumptions.used(),
    };
  }
}
