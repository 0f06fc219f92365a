import type { Planned } from '../../../shared/plan/planned';
import { endsStep, type Steps } from '../../../shared/steps';
import { type AssumptionId, assumptionIds } from '../../../shared/vendor/assumptions';

/** Open questions that a plan leans on, with how many effects do. A what-if only adds effects to those of the plan below. */
export class AssumptionCounts {
  private readonly counts: Map<AssumptionId, number>;

  private constructor(
    private readonly planned: Planned,
    below: AssumptionCounts | null,
  ) {
    this.counts = new Map(below?.counts);
  }

  static *of(planned: Planned, below: AssumptionCounts | null): Steps<AssumptionCounts> {
    const counts = new AssumptionCounts(planned, below);
    const { personEffects, widerEffects } = planned;
    const known = below?.planned;
    for (let at = known?.personEffects.size ?? 0; at < personEffects.size; at += 1) {
      counts.count(personEffects.at(at).assumptions);
      if (endsStep(at)) yield;
    }
    for (let at = known?.widerEffects.length ?? 0; at < widerEffects.length; at += 1) counts.count(widerEffects[at]?.assumptions ?? []);
    return counts;
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
