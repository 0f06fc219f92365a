import type { Planned } from '../../../shared/plan/planned';
import { type AssumptionId, assumptionIds } from '../../../shared/vendor/assumptions';

interface Below {
  readonly counts: AssumptionCounts;
  readonly people: ReadonlySet<number>;
}

/** Open questions that a plan leans on, with how many effects do. A what-if only adds effects to those of the plan below. */
export class AssumptionCounts {
  private readonly counts: Map<AssumptionId, number>;

  constructor(
    private readonly planned: Planned,
    below: Below | null,
  ) {
    this.counts = new Map(below?.counts.counts);
    const { personEffects, widerEffects } = planned;
    if (below === null) {
      for (const effects of personEffects.values()) for (const effect of effects) this.count(effect.assumptions);
      for (const effect of widerEffects) this.count(effect.assumptions);
      return;
    }
    const known = below.counts.planned;
    for (const id of below.people) {
      const added = personEffects.get(id)?.slice(known.personEffects.get(id)?.length ?? 0) ?? [];
      for (const effect of added) this.count(effect.assumptions);
    }
    for (const effect of widerEffects.slice(known.widerEffects.length)) this.count(effect.assumptions);
  }

  used(): readonly { readonly id: AssumptionId; readonly effects: number }[] {
    return assumptionIds.flatMap((id) => {
      const effects = this.counts.get(id);
      return effects === undefined ? [] : [{ id, effects }];
    });
  }

  private count(ids: readonly AssumptionId[]): void {
    for (const id of ids) this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
  }
}
