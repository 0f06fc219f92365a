import { sortInSteps } from '../sort-in-steps';
import { endsStep, type Steps } from '../steps';
import { compareText } from '../vendor/names';
import { personById } from '../vendor/organisation';
import type { Planned } from './planned';

/** What people are called, and their order by that. */
export class PersonNames {
  /** By id, of those who were sorted: their records lie all over memory. */
  private readonly known: string[] = [];

  constructor(private readonly planned: Planned) {}

  readonly of = (id: number): string => this.known[id] ?? this.find(id);

  /** Of two people with one name, of whom one is gone, whoever came first. */
  readonly compare = (a: number, b: number): number => compareText(this.of(a), this.of(b)) || a - b;

  *sort(ids: readonly number[]): Steps<readonly number[]> {
    for (const [at, id] of ids.entries()) {
      this.known[id] = this.find(id);
      if (endsStep(at)) yield;
    }
    return yield* sortInSteps(ids, this.compare);
  }

  private find(id: number): string {
    const { baseline, outcome } = this.planned;
    return (personById(outcome, id) ?? personById(baseline, id))?.userName ?? '';
  }
}
