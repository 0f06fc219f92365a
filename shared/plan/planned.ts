import { assertNever } from '../result';
import { inOneGo, telling } from '../steps';
import { apply } from '../vendor/apply';
import type { Effect, EntityEffect, GroupEffect, NoticeEffect, PersonEffect } from '../vendor/effect';
import type { VendorEvent } from '../vendor/event';
import { fork, type Organisation, release } from '../vendor/organisation';
import type { Refusal } from '../vendor/refusal';
import { stateHashSteps } from '../vendor/state-hash';
import { EffectChains, type EffectsByPerson } from './effects-by-person';

export interface RefusedEvent {
  readonly event: number;
  readonly refusal: Refusal;
}

export type WiderEffect = GroupEffect | EntityEffect | NoticeEffect;

/**
 * A plan before it is put into words: the baseline, the organisation as it would be, and every effect on the way. Windows
 * serve their slices from it; `buildPlan` writes it out whole. `outcome` is a fork that reads through `baseline`: the
 * baseline must not change until `discard` gives it free.
 */
export interface Planned {
  readonly baseline: Organisation;
  readonly outcome: Organisation;
  readonly events: readonly VendorEvent[];
  /** By person id, in the order in which they happened. */
  readonly personEffects: EffectsByPerson;
  /** On groups, entities and the run as a whole, in the order in which they happened. */
  readonly widerEffects: readonly WiderEffect[];
  readonly refusals: readonly RefusedEvent[];
  /** Fingerprint of the baseline before the first and after the last event: the same, or planning wrote to it. */
  readonly baselineBefore: string;
  readonly baselineAfter: string;
  /** Records of the baseline written while planning: 0. */
  readonly baselineWrites: number;
  /** Fingerprint of the organisation as it would be. */
  readonly outcomeHash: string;
}

export interface PlanningProgress {
  /** Fingerprints are taken before the first event and after the last. */
  readonly stage: 'loading' | 'playing' | 'comparing';
  /** Events; none beside the stage in which they are played. */
  readonly done: number;
  /** Events in all, as far as they are known yet. */
  readonly total: number;
}

export interface PlanningInput {
  readonly baseline: Organisation;
  readonly events: readonly VendorEvent[];
  /** Further events that depend on where the first ones lead: a roster pushed on top of a scenario. */
  readonly continueWith?: (outcome: Organisation) => readonly VendorEvent[];
}

/** Effects between two reports of progress: some milliseconds of work, so that a cancel is heard soon. */
const effectsPerStep = 2000;
const eventsPerStep = 500;

/**
 * Plays the events on a fork of the baseline, a step at a time: `next()` works for some milliseconds and tells how far it
 * is. To cancel, call `return()`: the baseline is free again.
 */
export function* planSteps(input: PlanningInput): Generator<PlanningProgress, Planned, void> {
  const { baseline } = input;
  const begun: PlanningProgress = { stage: 'loading', done: 0, total: 1 };
  const baselineBefore = yield* telling(stateHashSteps(baseline), begun);
  const writesBefore = baseline.writes;
  const outcome = fork(baseline);
  let finished = false;
  try {
    const record = new EffectRecord(outcome.people.size);
    let events = input.events;
    yield* playEvents(outcome, events, 0, record);
    if (input.continueWith !== undefined) {
      const more = input.continueWith(outcome);
      const first = events.length;
      events = [...events, ...more];
      yield* playEvents(outcome, events, first, record);
    }
    const played: PlanningProgress = { stage: 'comparing', done: 0, total: 1 };
    const planned: Planned = {
      baseline,
      outcome,
      events,
      personEffects: record.personEffects,
      widerEffects: record.widerEffects,
      refusals: record.refusals,
      baselineBefore,
      baselineAfter: yield* telling(stateHashSteps(baseline), played),
      baselineWrites: baseline.writes - writesBefore,
      outcomeHash: yield* telling(stateHashSteps(outcome), played),
    };
    finished = true;
    return planned;
  } finally {
    if (!finished) release(outcome);
  }
}

/** Plays all at once. */
export const plan = (input: PlanningInput): Planned => inOneGo(planSteps(input));

/** Gives the baseline free: the plan is no longer read. */
export const discard = (planned: Planned): void => release(planned.outcome);

function* playEvents(
  outcome: Organisation,
  events: readonly VendorEvent[],
  first: number,
  record: EffectRecord,
): Generator<PlanningProgress, void, void> {
  let nextReport = first + eventsPerStep;
  let effects = 0;
  for (let index = first; index < events.length; index += 1) {
    const applied = apply(outcome, events[index] as VendorEvent, index);
    record.add(index, applied.effects, applied.refusals);
    effects += applied.effects.length;
    if (effects < effectsPerStep && index < nextReport) continue;
    effects = 0;
    nextReport = index + eventsPerStep;
    yield { stage: 'playing', done: index + 1, total: events.length };
  }
}

/** Sorts effects by what they are on, as they come. */
export class EffectRecord {
  readonly personEffects: EffectChains;
  readonly widerEffects: WiderEffect[] = [];
  readonly refusals: RefusedEvent[] = [];

  /** `people`: how many are there before the first effect. */
  constructor(people: number) {
    this.personEffects = new EffectChains(people);
  }

  add(event: number, effects: readonly Effect[], refusals: readonly Refusal[]): void {
    for (const refusal of refusals) this.refusals.push({ event, refusal });
    for (const effect of effects) {
      if (isPersonEffect(effect)) this.personEffects.add(effect);
      else this.widerEffects.push(effect);
    }
  }
}

export function isPersonEffect(effect: Effect): effect is PersonEffect {
  switch (effect.kind) {
    case 'person-created':
    case 'active':
    case 'role':
    case 'team':
    case 'exclusive':
    case 'conflict':
    case 'renamed':
    case 'person-deleted':
      return true;
    case 'group-created':
    case 'group-restored':
    case 'group-renamed':
    case 'group-deleted':
    case 'group-roles':
    case 'members':
    case 'mapping':
    case 'unmapped':
    case 'entity-created':
    case 'entity-renamed':
    case 'entity-deleted':
    case 'entity-taken-over':
    case 'name-kept':
    case 'unknown-members-ignored':
    case 'attribute-ignored':
    case 'name-ignored':
    case 'group-provisioning':
    case 'rules-changed':
      return false;
    default:
      return assertNever(effect);
  }
}
