import type { PersonEffect } from '../vendor/effect';
import { none } from '../vendor/model';

/** The part of a map that plans read; a what-if lays its own effects over those of the plan it stands on. */
export interface EffectsByPerson {
  readonly get: (personId: number) => readonly PersonEffect[] | undefined;
  readonly values: () => Iterable<readonly PersonEffect[]>;
}

/**
 * Effects in the order in which they happened, each with where the same person's next one is: hundreds of thousands of people then
 * need no list each, which would take more memory than what is in it.
 */
export class EffectChains implements EffectsByPerson {
  private readonly effects: PersonEffect[] = [];
  private readonly nexts: number[] = [];
  /** By person id. */
  private readonly firsts: number[] = [];
  private readonly lasts: number[] = [];

  add(effect: PersonEffect): void {
    const at = this.effects.push(effect) - 1;
    this.nexts.push(none);
    const { personId } = effect;
    const last = this.lasts[personId];
    if (last === undefined) this.firsts[personId] = at;
    else this.nexts[last] = at;
    this.lasts[personId] = at;
  }

  get(personId: number): readonly PersonEffect[] | undefined {
    const first = this.firsts[personId];
    if (first === undefined) return undefined;
    const found: PersonEffect[] = [];
    for (let at = first; at !== none; at = this.nexts[at] as number) found.push(this.effects[at] as PersonEffect);
    return found;
  }

  *values(): Generator<readonly PersonEffect[], void, void> {
    for (const [at, { personId }] of this.effects.entries()) if (this.firsts[personId] === at) yield this.get(personId) ?? [];
  }
}
