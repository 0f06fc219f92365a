import { allIds, type PlanPeople } from '../../../shared/plan/plan-people';
import type { Planned } from '../../../shared/plan/planned';
import { replaceInSorted } from '../../../shared/plan/replace-in-sorted';
import { kindsOf, type PersonKind, personKinds } from '../../../shared/preview/person-kind';
import { endsStep, type Steps } from '../../../shared/steps';
import { compareText } from '../../../shared/vendor/names';
import { personById } from '../../../shared/vendor/organisation';

interface Below {
  readonly kinds: PeopleKinds;
  readonly concerned: ReadonlySet<number>;
}

/** Which people are of which kind, and how many. A bit a kind: there may be 100,000 of them. */
export class PeopleKinds {
  private readonly counted: Record<PersonKind, number>;
  private readonly masks = new Map<number, number>();
  private readonly lists = new Map<PersonKind, readonly number[]>();

  private constructor(
    private readonly planned: Planned,
    private readonly people: PlanPeople,
    private readonly changes: (id: number) => boolean,
    private readonly below: Below | null,
  ) {
    this.counted = { ...(below?.kinds.counts ?? none) };
  }

  static *of(planned: Planned, people: PlanPeople, changes: (id: number) => boolean, below: Below | null): Steps<PeopleKinds> {
    const kinds = new PeopleKinds(planned, people, changes, below);
    let looked = 0;
    for (const id of below?.concerned ?? allIds(planned.outcome)) {
      kinds.lookAt(id);
      if (endsStep(looked++)) yield;
    }
    return kinds;
  }

  get counts(): Readonly<Record<PersonKind, number>> {
    return this.counted;
  }

  kinds(id: number): readonly PersonKind[] {
    const mask = this.mask(id);
    return personKinds.filter((kind) => (mask & bitOf(kind)) !== 0);
  }

  /** By `userName`. */
  ids(kind: PersonKind): readonly number[] {
    const known = this.lists.get(kind);
    if (known !== undefined) return known;
    const list = this.listOf(kind);
    this.lists.set(kind, list);
    return list;
  }

  private lookAt(id: number): void {
    const mask = this.maskOf(id);
    const before = this.below?.kinds.mask(id) ?? 0;
    if (mask !== 0 || before !== 0) this.masks.set(id, mask);
    if (mask === before) return;
    for (const [at, kind] of personKinds.entries()) this.counted[kind] += ((mask >> at) & 1) - ((before >> at) & 1);
  }

  private listOf(kind: PersonKind): readonly number[] {
    const bit = bitOf(kind);
    const { below, people } = this;
    const byName = (a: number, b: number): number => compareText(people.userName(a), people.userName(b)) || a - b;
    const here = [...this.masks].flatMap(([id, mask]) => ((mask & bit) === 0 ? [] : [id]));
    if (below !== null) return replaceInSorted(below.kinds.ids(kind), (id) => below.concerned.has(id), here.sort(byName), byName);
    // Nearly all of them change, and those are sorted already.
    const changing = people.changed.filter((id) => (this.mask(id) & bit) !== 0);
    return replaceInSorted(changing, () => false, here.filter((id) => !this.changes(id)).sort(byName), byName);
  }

  private mask(id: number): number {
    return this.masks.get(id) ?? (this.below?.concerned.has(id) === false ? this.below.kinds.mask(id) : 0);
  }

  private maskOf(id: number): number {
    // A conflict may hold somebody exactly where they are: no change, and yet somebody to look at.
    const held = personById(this.planned.outcome, id)?.conflicts.some(({ status }) => status === 'open') === true;
    if (!held && !this.changes(id)) return 0;
    let mask = 0;
    for (const kind of kindsOf({ before: this.people.before(id), after: this.people.after(id) }, held)) mask |= bitOf(kind);
    return mask;
  }
}

const bitOf = (kind: PersonKind): number => 1 << personKinds.indexOf(kind);
const none = Object.fromEntries(personKinds.map((kind) => [kind, 0])) as Record<PersonKind, number>;
