import type { Planned } from '../../../shared/plan/planned';
import { type AssumptionId, assumptionIds } from '../../../shared/vendor/assumptions';

/** Open questions that a plan leans on, with how many effects do. A what-if only adds effects to those of the plan below. */
export class AssumptionCounts {
  private readonly counts: Map<AssumptionId, number>;

  constructor(
    private readonly planned: Planned,
    below: AssumptionCounts | null,
  ) {
    const { personEffects, widerEffects } = planned;
    const known = below?.planned;
    this.counts = new Map(below?.counts);
    for (let at = known?.personEffects.size ?? 0; at < personEffects.size; at += 1) this.count(personEffects.at(at).assumptions);
    for (let at = known?.widerEffects.length ?? 0; at < widerEffects.length; at += 1) this.count(widerEffects[at]?.assumptions ?? []);
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
