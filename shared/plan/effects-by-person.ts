import type { PersonEffect } from '../vendor/effect';
import { none } from '../vendor/model';

/** Effects on people in the order in which they happened; each has a position, and knows that of the same person's next one. */
export interface EffectsByPerson {
  readonly size: number;
  readonly at: (position: number) => PersonEffect;
  /** `none` for somebody to whom nothing happened. */
  readonly first: (personId: number) => number;
  /** `none` after a person's last effect. */
  readonly next: (position: number) => number;
}

/** Chains through one list: hundreds of thousands of people then need no list each, which would take more memory than what is in it. */
export class EffectChains implements EffectsByPerson {
  private readonly effects: PersonEffect[] = [];
  private readonly nexts: number[] = [];
  /** By person id. */
  private readonly firsts: number[];
  private readonly lasts: number[];

  /** `people`: how many are there already; an array that is written far beyond its end is slow until it has filled up. */
  constructor(people: number) {
    this.firsts = new Array(people);
    this.lasts = new Array(people);
  }

  get size(): number {
    return this.effects.length;
  }

  add(effect: PersonEffect): void {
    const at = this.effects.push(effect) - 1;
    this.nexts.push(none);
    const { personId } = effect;
    const last = this.lasts[personId];
    if (last === undefined) this.firsts[personId] = at;
    else this.nexts[last] = at;
    this.lasts[personId] = at;
  }

  at(position: number): PersonEffect {
    return this.effects[position] as PersonEffect;
  }

  first(personId: number): number {
    return this.firsts[personId] ?? none;
  }

  next(position: number): number {
    return this.nexts[position] as number;
  }
}

/** The plan's own effects first, then those of the what-ifs on top of it. */
export class LayeredEffects implements EffectsByPerson {
  constructor(
    private readonly below: EffectsByPerson,
    private readonly above: EffectsByPerson,
  ) {}

  get size(): number {
    return this.below.size + this.above.size;
  }

  at(position: number): PersonEffect {
    return position < this.below.size ? this.below.at(position) : this.above.at(position - this.below.size);
  }

  first(personId: number): number {
    const first = this.below.first(personId);
    return first === none ? this.raised(this.above.first(personId)) : first;
  }

  next(position: number): number {
    if (position >= this.below.size) return this.raised(this.above.next(position - this.below.size));
    const next = this.below.next(position);
    return next === none ? this.raised(this.above.first(this.below.at(position).personId)) : next;
  }

  private raised(position: number): number {
    return position === none ? none : position + this.below.size;
  }
}
