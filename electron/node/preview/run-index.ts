import type { GroupRow, PersonDetail, PersonRow, RefusalRow, RunView } from '../../../shared/ipc/preview';
import type { RosterNotice } from '../../../shared/jumpcloud/roster-events';
import { planConflicts, planEntities, planGroup, planGroups, planRefusals, planSummary, provenance } from '../../../shared/plan/build-plan';
import { explainPerson } from '../../../shared/plan/explain-chain';
import { findWarnings } from '../../../shared/plan/find-warnings';
import { personExplanation } from '../../../shared/plan/person-explanation';
import type { PlanConflict, PlanEntity, PlanWarning } from '../../../shared/plan/plan';
import { type PlanPeople, planPeople } from '../../../shared/plan/plan-people';
import type { Planned } from '../../../shared/plan/planned';
import { warningCodes } from '../../../shared/plan/warning-kinds';
import { describeEvent } from '../../../shared/preview/describe-event';
import { foldText } from '../../../shared/preview/fold-text';
import { headline } from '../../../shared/preview/headline';
import { kindsOf, type PersonKind, personKinds } from '../../../shared/preview/person-kind';
import { type AssumptionId, assumptionIds } from '../../../shared/vendor/assumptions';
import type { VendorEvent } from '../../../shared/vendor/event';
import type { Group } from '../../../shared/vendor/model';
import { findPerson, groupById, groups, personById } from '../../../shared/vendor/organisation';

export interface RunBasics {
  readonly runId: string;
  readonly at: string;
  readonly tookMs: number;
  readonly notices: readonly RosterNotice[];
}

/** A finished run, indexed for slices: kinds and counts are worked out once, rows only when they are asked for. */
export class RunIndex {
  readonly people: PlanPeople;
  readonly conflicts: readonly PlanConflict[];
  readonly entities: readonly PlanEntity[];
  readonly refusals: readonly RefusalRow[];
  readonly warnings: readonly PlanWarning[];
  readonly groups: readonly Group[];
  readonly view: Omit<RunView, 'stale' | 'whatIf'>;
  private readonly masks = new Map<number, number>();
  private readonly inConflict = new Set<string>();
  private readonly changedIds: ReadonlySet<number>;
  private readonly folded = new Map<number, string>();

  constructor(
    readonly planned: Planned,
    basics: RunBasics,
  ) {
    this.people = planPeople(planned);
    this.changedIds = new Set(this.people.changed);
    this.conflicts = planConflicts(planned, this.people);
    for (const conflict of this.conflicts) if (conflict.status === 'open') this.inConflict.add(conflict.userName);
    this.entities = planEntities(planned.outcome);
    this.refusals = planRefusals(planned).map((refusal) => ({
      ...refusal,
      what: describeEvent(planned.events[refusal.event] as VendorEvent),
    }));
    this.warnings = findWarnings(planned, this.people);
    this.groups = [...groups(planned.outcome)];
    const groupList = planGroups(planned.outcome);
    this.view = {
      ...basics,
      summary: planSummary(planned, this.people, groupList, this.entities, this.conflicts, this.refusals),
      kinds: this.countKinds(),
      counts: {
        people: planned.outcome.people.size,
        groups: groupList.length,
        entities: this.entities.length,
        conflicts: this.conflicts.length,
        refusals: this.refusals.length,
        warnings: this.warnings.length,
      },
      warnings: warningCodes.flatMap((code) => {
        const count = this.warnings.filter((warning) => warning.code === code).length;
        return count === 0 ? [] : [{ code, count }];
      }),
      provenance: provenance(planned),
      assumptionsUsed: assumptionsUsed(planned),
    };
  }

  /** Those the plan changes, those in an open conflict without a change, or everybody. */
  ids(kind: PersonKind | 'all' | null): readonly number[] {
    if (kind === 'all') return this.people.everyone();
    if (kind === null) return this.people.changed;
    const bit = bitOf(kind);
    return [...this.masks].filter(([, mask]) => (mask & bit) !== 0).map(([id]) => id);
  }

  kinds(id: number): readonly PersonKind[] {
    const mask = this.masks.get(id) ?? 0;
    return personKinds.filter((kind) => (mask & bitOf(kind)) !== 0);
  }

  fullName(id: number): string {
    const person = personById(this.planned.outcome, id) ?? personById(this.planned.baseline, id);
    return person === undefined ? '' : `${person.givenName} ${person.familyName}`.trim();
  }

  /** What a search looks through, folded once. */
  searchText(id: number): string {
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
      groups: person.groupIds.flatMap((id) => groupById(this.planned.outcome, id)?.displayName ?? []),
      reasons: this.people.because(person.id),
      conflicts: this.conflicts.filter((conflict) => conflict.userName === person.userName),
      warnings: this.warnings.filter(
        (warning) => warning.userName === person.userName || warning.people?.includes(person.userName) === true,
      ),
    };
  }

  groupRow(group: Group): GroupRow {
    let changed = 0;
    for (const id of group.members) if (this.changedIds.has(id)) changed += 1;
    return { ...planGroup(this.planned.outcome, group), members: group.members.size, changed };
  }

  private countKinds(): Readonly<Record<PersonKind, number>> {
    const counts = Object.fromEntries(personKinds.map((kind) => [kind, 0])) as Record<PersonKind, number>;
    const look = (id: number) => {
      const conflict = this.inConflict.size > 0 && this.inConflict.has(this.people.userName(id));
      let mask = 0;
      for (const kind of kindsOf({ before: this.people.before(id), after: this.people.after(id) }, conflict)) {
        mask |= bitOf(kind);
        counts[kind] += 1;
      }
      this.masks.set(id, mask);
    };
    for (const id of this.people.changed) look(id);
    // A conflict may hold somebody exactly where they are: no change, and yet somebody to look at.
    for (const userName of this.inConflict) {
      const person = findPerson(this.planned.outcome, userName);
      if (person !== undefined && !this.masks.has(person.id)) look(person.id);
    }
    return counts;
  }
}

const bitOf = (kind: PersonKind): number => 1 << personKinds.indexOf(kind);

function assumptionsUsed({ personEffects, widerEffects }: Planned): readonly { readonly id: AssumptionId; readonly effects: number }[] {
  const counts = new Map<AssumptionId, number>();
  const count = (ids: readonly AssumptionId[]) => {
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const effects of personEffects.values()) for (const effect of effects) count(effect.assumptions);
  for (const effect of widerEffects) count(effect.assumptions);
  return assumptionIds.flatMap((id) => {
    const effects = counts.get(id);
    return effects === undefined ? [] : [{ id, effects }];
  });
}
