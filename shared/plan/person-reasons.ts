import { endsStep, type Steps } from '../steps';
import type { PersonEffect } from '../vendor/effect';
import { none } from '../vendor/model';
import { entityById, personById } from '../vendor/organisation';
import { EffectWords, explainRename } from './explain-effect';
import { assumptionsOf, type Leaning, leaningMappings } from './leaning';
import type { Because } from './plan';
import type { Planned } from './planned';
import { placesOf, type Renamings } from './renamings';

/** Why people are where they are: what happened to each of them, in words. */
export class PersonReasons {
  private readonly words: EffectWords;
  private readonly leaning: Leaning;
  private all: AllReasons | null = null;
  /** Filled for one person after the other: a list that grows takes room for sixteen entries more than it needs. */
  private readonly found: Because[] = [];

  constructor(
    private readonly planned: Planned,
    private readonly renamings: Renamings,
  ) {
    this.words = new EffectWords(planned.outcome);
    this.leaning = leaningMappings(planned);
  }

  /**
   * Makes the entries of everybody, for a plan that is written out whole. In the order in which it happened, what one event did to many
   * reads the same records one after the other, which person by person lie all over memory.
   */
  *makeAll(): Steps<void> {
    if (this.all !== null) return;
    const { personEffects, outcome } = this.planned;
    const entries = new Array<Because>(personEffects.size);
    const roles = new Int32Array(outcome.people.size).fill(none);
    for (let at = 0; at < personEffects.size; at += 1) {
      const effect = personEffects.at(at);
      if (isOnRole(effect)) roles[effect.personId] = at;
      entries[at] = this.explain(effect);
      if (endsStep(at)) yield;
    }
    this.all = { entries, roles };
  }

  /** What happened to one person, in order. */
  of(id: number): readonly Because[] {
    const { personEffects } = this.planned;
    const { found } = this;
    let count = 0;
    for (let at = personEffects.first(id); at !== none; at = personEffects.next(at)) {
      found[count] = this.entry(at);
      count += 1;
    }
    const because = found.slice(0, count);
    if (this.renamings.size > 0) this.addRenames(id, because);
    return because;
  }

  /** The last effect on the role; null where there is none. */
  ofRole(id: number): Because | null {
    const last = this.all === null ? this.lastOnRole(id) : (this.all.roles[id] as number);
    return last === none ? null : this.entry(last);
  }

  private lastOnRole(id: number): number {
    const { personEffects } = this.planned;
    let last = none;
    for (let at = personEffects.first(id); at !== none; at = personEffects.next(at)) if (isOnRole(personEffects.at(at))) last = at;
    return last;
  }

  private entry(at: number): Because {
    return this.all === null ? this.explain(this.planned.personEffects.at(at)) : (this.all.entries[at] as Because);
  }

  private explain(effect: PersonEffect): Because {
    return this.words.explain(effect, assumptionsOf(this.planned, this.leaning, effect));
  }

  private addRenames(id: number, to: Because[]): void {
    const { baseline, outcome } = this.planned;
    const was = personById(baseline, id);
    const is = personById(outcome, id);
    if (was === undefined || is === undefined) return;
    const kept = new Set(placesOf(was));
    for (const place of placesOf(is)) {
      const renaming = kept.has(place) ? this.renamings.get(place) : undefined;
      if (renaming !== undefined) to.push(explainRename(renaming, entityById(baseline, place)?.name ?? renaming.from));
    }
  }
}

/** Those of everybody. */
interface AllReasons {
  /** By position of the effect. */
  readonly entries: readonly Because[];
  /** By person id: the position of the last effect on the role. */
  readonly roles: Int32Array;
}

const isOnRole = ({ kind }: PersonEffect): boolean => kind === 'role' || kind === 'person-created';
