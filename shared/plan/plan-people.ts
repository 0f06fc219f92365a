import type { AssumptionId } from '../vendor/assumptions';
import type { EntityEffect, PersonEffect } from '../vendor/effect';
import type { Person } from '../vendor/model';
import { none } from '../vendor/model';
import { compareText } from '../vendor/names';
import { entityById, type Organisation, type PersonView, personById } from '../vendor/organisation';
import { sameView, viewPerson } from '../vendor/view-person';
import { EffectWords, explainRename } from './explain-effect';
import { marks, personMarks } from './person-marks';
import type { Because, PlanPerson } from './plan';
import type { Planned } from './planned';
import { replaceInSorted } from './replace-in-sorted';
import { whyNowhere } from './why-nowhere';

type Renaming = Extract<EntityEffect, { kind: 'entity-renamed' }>;

/** Who is in a plan, and how each person came to be there. Views are made on demand: a plan may hold 100,000 people. */
export interface PlanPeople {
  /** Ids of all people, before or after, sorted by `userName`. */
  readonly everyone: () => readonly number[];
  /** Ids of those whose `after` differs from `before`, sorted by `userName`. */
  readonly changed: readonly number[];
  readonly userName: (id: number) => string;
  /** Bits of person-marks.ts. */
  readonly marks: (id: number) => number;
  readonly before: (id: number) => PersonView | null;
  readonly after: (id: number) => PersonView | null;
  readonly because: (id: number) => readonly Because[];
  /** Why somebody of a pushed group is in no place; null for everybody else. */
  readonly whyNowhere: (id: number) => Because | null;
  /** Why the role is what it is; null where no event changed it. */
  readonly lastRoleReason: (id: number) => Because | null;
}

/** The people of the plan that a what-if stands on, and whom it may have changed. */
export interface PeopleBelow {
  readonly people: PlanPeople;
  readonly concerned: ReadonlySet<number>;
}

/** `below`: only those whom it names are looked at, of all others that plan tells. */
export function planPeople(planned: Planned, below: PeopleBelow | null = null): PlanPeople {
  const { baseline, outcome } = planned;
  const renamings = renamedEntities(planned);
  const leaning = leaningMappings(planned);
  const words = new EffectWords(planned.outcome);
  const userName = (id: number): string => (personById(outcome, id) ?? personById(baseline, id))?.userName ?? '';
  const byName = (ids: number[]): readonly number[] => {
    const names = ids.map((id) => ({ id, name: userName(id) }));
    return names.sort((a, b) => compareText(a.name, b.name)).map((entry) => entry.id);
  };
  const before = (id: number): PersonView | null => viewIn(baseline, id);
  const after = (id: number): PersonView | null => viewIn(outcome, id);
  /** Those of whom `fits` is true, where the plan below has this list of them already. */
  const list = (known: () => readonly number[], fits: (id: number) => boolean): readonly number[] => {
    if (below === null) return byName(allIds(planned.outcome).filter((id) => isThere(planned, id) && fits(id)));
    const { concerned } = below;
    const comes = byName([...concerned].sort((a, b) => a - b).filter((id) => isThere(planned, id) && fits(id)));
    return replaceInSorted(
      known(),
      (id) => concerned.has(id),
      comes,
      (a, b) => compareText(userName(a), userName(b)) || a - b,
    );
  };
  const marksOf = personMarks(planned);
  let everyone: readonly number[] | null = null;
  let nowhere: ReturnType<typeof whyNowhere> | null = null;
  return {
    everyone: () => {
      everyone ??= list(
        () => below?.people.everyone() ?? [],
        () => true,
      );
      return everyone;
    },
    changed: list(
      () => below?.people.changed ?? [],
      (id) => differs(planned, renamings, id),
    ),
    userName,
    marks: marksOf,
    before,
    after,
    because: (id) => becauseOf(planned, words, renamings, leaning, id),
    whyNowhere: (id) => {
      if ((marksOf(id) & marks.isNowhere) === 0) return null;
      nowhere ??= whyNowhere(planned);
      return nowhere(id);
    },
    lastRoleReason: (id) => lastRoleReason(planned, words, id),
  };
}

const viewIn = (org: Organisation, id: number): PersonView | null => {
  const person = personById(org, id);
  return person === undefined ? null : viewPerson(org, person);
};

/** Of people who are there, and of those who were deleted on the way: ids are dense and shared by baseline and outcome. */
export function allIds({ people }: Organisation): readonly number[] {
  const ids: number[] = [];
  for (let id = 0; id < people.size; id += 1) ids.push(id);
  return ids;
}

const isThere = ({ baseline, outcome }: Planned, id: number): boolean =>
  personById(outcome, id) !== undefined || personById(baseline, id) !== undefined;

function differs(planned: Planned, renamings: ReadonlyMap<number, Renaming>, id: number): boolean {
  const { baseline, outcome } = planned;
  const was = personById(baseline, id);
  const is = personById(outcome, id);
  if (was === undefined || is === undefined) return was !== is;
  if (was.active !== is.active || was.role !== is.role) return true;
  if (was.placement === is.placement && (renamings.size === 0 || !placesOf(is).some((place) => renamings.has(place)))) return false;
  // Other ids need not be other names: an entity may have been deleted and made anew.
  return !sameView(viewPerson(baseline, was), viewPerson(outcome, is));
}

const placesOf = (person: Person): readonly number[] => {
  const { teams, concurrencyGroup, subOrganization } = person.placement;
  return concurrencyGroup === none && subOrganization === none ? teams : [...teams, concurrencyGroup, subOrganization];
};

/** Entities of the baseline that have another name now, with what renamed them last. */
function renamedEntities(planned: Planned): ReadonlyMap<number, Renaming> {
  const found = new Map<number, Renaming>();
  for (const effect of planned.widerEffects)
    if (effect.kind === 'entity-renamed' && entityById(planned.baseline, effect.entityId) !== undefined) found.set(effect.entityId, effect);
  for (const id of [...found.keys()])
    if (entityById(planned.baseline, id)?.name === entityById(planned.outcome, id)?.name) found.delete(id);
  return found;
}

/** What a group's mapping leans on, by group name: when it happened, and which open questions decided it. */
type Leaning = ReadonlyMap<string, readonly { readonly event: number; readonly assumptions: readonly AssumptionId[] }[]>;

function leaningMappings(planned: Planned): Leaning {
  const found = new Map<string, { readonly event: number; readonly assumptions: readonly AssumptionId[] }[]>();
  for (const effect of planned.widerEffects) {
    if (effect.assumptions.length === 0 || (effect.kind !== 'mapping' && effect.kind !== 'entity-taken-over')) continue;
    const group = effect.kind === 'mapping' ? effect.displayName : effect.group;
    const entry = { event: effect.event, assumptions: effect.assumptions };
    const known = found.get(group);
    if (known === undefined) found.set(group, [entry]);
    else known.push(entry);
  }
  return found;
}

/** An effect leans on what its own event decided for the mapping, and a place that is given on what made the mapping earlier. */
function assumptionsOf(planned: Planned, leaning: Leaning, effect: PersonEffect): readonly AssumptionId[] {
  if (effect.kind !== 'team' && effect.kind !== 'exclusive') return effect.assumptions;
  if (leaning.size === 0 && (effect.kind !== 'team' || effect.joined)) return effect.assumptions;
  const found = new Set(effect.assumptions);
  const given = effect.source.kind === 'mapping' ? effect.source.via.group : null;
  const trigger = 'group' in effect.trigger ? effect.trigger.group : null;
  for (const entry of leaning.get(given ?? '') ?? []) if (entry.event <= effect.event) for (const id of entry.assumptions) found.add(id);
  for (const entry of leaning.get(trigger ?? '') ?? []) if (entry.event === effect.event) for (const id of entry.assumptions) found.add(id);
  // The team was given by hand before a group gave it too.
  if (
    effect.kind === 'team' &&
    !effect.joined &&
    personById(planned.baseline, effect.personId)?.manual?.teams.includes(effect.entityId) === true
  )
    found.add('A20');
  return found.size === effect.assumptions.length ? effect.assumptions : [...found];
}

function becauseOf(
  planned: Planned,
  words: EffectWords,
  renamings: ReadonlyMap<number, Renaming>,
  leaning: Leaning,
  id: number,
): readonly Because[] {
  const because = (planned.personEffects.get(id) ?? []).map((effect) => words.explain(effect, assumptionsOf(planned, leaning, effect)));
  if (renamings.size === 0) return because;
  const was = personById(planned.baseline, id);
  const is = personById(planned.outcome, id);
  if (was === undefined || is === undefined) return because;
  const kept = new Set(placesOf(was));
  for (const place of placesOf(is)) {
    const renaming = kept.has(place) ? renamings.get(place) : undefined;
    if (renaming !== undefined) because.push(explainRename(renaming, entityById(planned.baseline, place)?.name ?? renaming.from));
  }
  return because;
}

function lastRoleReason(planned: Planned, words: EffectWords, id: number): Because | null {
  const effects = planned.personEffects.get(id) ?? [];
  for (let at = effects.length - 1; at >= 0; at -= 1) {
    const effect = effects[at];
    if (effect?.kind === 'role' || effect?.kind === 'person-created') return words.explain(effect);
  }
  return null;
}

/** What happened to a person, and what did not although a group was pushed. */
export function planPerson(of: PlanPeople, id: number): PlanPerson {
  const because = of.because(id);
  const nowhere = of.whyNowhere(id);
  return {
    userName: of.userName(id),
    before: of.before(id),
    after: of.after(id),
    because: nowhere === null ? because : [...because, nowhere],
  };
}
