import type { AppError } from '../app-error';
import { err, ok, type Result } from '../result';
import { apply } from '../vendor/apply';
import type { Effect } from '../vendor/effect';
import type { RuleSpec, VendorEvent } from '../vendor/event';
import { findGroup, fork, type Organisation, release } from '../vendor/organisation';
import { remapGroups } from '../vendor/remap-groups';
import { compileRule, type Rule } from '../vendor/rules';
import { startRun } from '../vendor/run';
import { stateHash, stateHashSteps } from '../vendor/state-hash';
import { LayeredEffects } from './effects-by-person';
import { EffectRecord, isPersonEffect, type Planned, type RefusedEvent } from './planned';
import { diffStates, type StateDiff, type Touched } from './state-diff';
import { explainAction, type WhatIfAction } from './what-if-action';
import { eventsOfAction } from './what-if-events';
import { affectedGroups, isExact } from './what-if-rules';

/** One action that was played, with what came of it. */
export interface WhatIfStep {
  readonly action: WhatIfAction;
  readonly label: string;
  readonly refusals: readonly RefusedEvent[];
  /** Against the state before this step. */
  readonly diff: StateDiff;
  /** False where only a whole new run can tell for certain: changed rules after other things had happened to the groups. */
  readonly exact: boolean;
}

/** That a what-if wrote nothing to the plan it stands on. */
export interface UntouchedProof {
  readonly before: string;
  readonly after: string;
  readonly writes: number;
}

interface Layer {
  readonly step: WhatIfStep;
  readonly state: Organisation;
  readonly events: readonly VendorEvent[];
  readonly effects: readonly Effect[];
  readonly unticked: ReadonlySet<number>;
}

/**
 * What-ifs on top of a plan: each action is played on a fork of the state that the last one left, so that it costs what it
 * changes, undo forgets a layer, and the plan below is untouched.
 */
export class WhatIf {
  private readonly layers: Layer[] = [];
  private readonly undone: WhatIfAction[] = [];
  private readonly writesBefore: number;

  constructor(private readonly planned: Planned) {
    this.writesBefore = planned.outcome.writes;
  }

  get state(): Organisation {
    return this.layers.at(-1)?.state ?? this.planned.outcome;
  }

  get steps(): readonly WhatIfStep[] {
    return this.layers.map((layer) => layer.step);
  }

  /** What `undo` and `redo` would do, in words; null where there is nothing to take back or to do again. */
  get undoLabel(): string | null {
    return this.layers.at(-1)?.step.label ?? null;
  }

  get redoLabel(): string | null {
    const next = this.undone.at(-1);
    return next === undefined ? null : explainAction(next);
  }

  get actions(): readonly WhatIfAction[] {
    return this.layers.map((layer) => layer.step.action);
  }

  play(action: WhatIfAction): Result<WhatIfStep, AppError> {
    const layer = action.kind === 'change-rules' ? this.changeRules(action) : ok(this.playEvents(action));
    if (!layer.ok) return layer;
    this.undone.length = 0;
    this.layers.push(layer.value);
    return ok(layer.value.step);
  }

  /** Takes the last action back; answers what was taken back. */
  undo(): WhatIfAction | null {
    const layer = this.layers.pop();
    if (layer === undefined) return null;
    release(layer.state);
    this.undone.push(layer.step.action);
    return layer.step.action;
  }

  redo(): WhatIfStep | null {
    const action = this.undone.pop();
    if (action === undefined) return null;
    const rest = [...this.undone];
    const step = this.play(action);
    this.undone.push(...rest);
    return step.ok ? step.value : null;
  }

  /** All steps together against the plan below. */
  diff(): StateDiff {
    return diffStates(this.planned.outcome, this.state, touchedBy(this.layers.flatMap((layer) => layer.effects)));
  }

  /** The plan with all steps played, from the same baseline: to be built, explained and compared like any other. */
  asPlanned(): Planned {
    const { planned } = this;
    if (this.layers.length === 0) return planned;
    const record = new EffectRecord(this.state.people.size);
    const first = planned.events.length;
    const events: VendorEvent[] = [];
    for (const layer of this.layers) {
      events.push(...layer.events);
      record.add(first, layer.effects, []);
    }
    const refusals = this.layers.flatMap((layer) => layer.step.refusals);
    const { state } = this;
    let hash: string | null = null;
    return {
      ...planned,
      outcome: state,
      events: [...planned.events, ...events],
      personEffects: new LayeredEffects(planned.personEffects, record.personEffects),
      widerEffects: [...planned.widerEffects, ...record.widerEffects],
      refusals: [...planned.refusals, ...refusals],
      get outcomeHash() {
        // It reads every record: taken when it is asked for, not with every step.
        hash ??= stateHash(state);
        return hash;
      },
    };
  }

  /** Records that the steps wrote; all others are the plan's own. */
  written(): Touched {
    const { people, groups } = touchedBy(this.layers.flatMap((layer) => layer.effects));
    const written = { people: new Set(people), groups: new Set(groups), entities: new Set<number>() };
    for (const { state } of this.layers) {
      for (const id of state.people.written()) written.people.add(id);
      for (const id of state.memberships.written()) written.people.add(id);
      for (const id of state.groups.written()) written.groups.add(id);
      for (const id of state.entities.written()) written.entities.add(id);
    }
    return written;
  }

  /** Reads every record of the plan below. */
  untouched(): UntouchedProof {
    return this.proof(stateHash(this.planned.outcome));
  }

  /** The same, some thousand records a step, for a thread that has to answer meanwhile. */
  *untouchedSteps(): Generator<void, UntouchedProof, void> {
    return this.proof(yield* stateHashSteps(this.planned.outcome));
  }

  private proof(after: string): UntouchedProof {
    const { outcome, outcomeHash } = this.planned;
    return { before: outcomeHash, after, writes: outcome.writes - this.writesBefore };
  }

  /** Gives the plan below free. */
  close(): void {
    while (this.undo() !== null);
    this.undone.length = 0;
  }

  private nextEvent(): number {
    return this.planned.events.length + this.layers.reduce((sum, layer) => sum + layer.events.length, 0);
  }

  private get unticked(): ReadonlySet<number> {
    return this.layers.at(-1)?.unticked ?? new Set();
  }

  private playEvents(action: Exclude<WhatIfAction, { kind: 'change-rules' }>): Layer {
    const before = this.state;
    const events = eventsOfAction(this.planned, before, this.unticked, action);
    const state = fork(before, 'few');
    const effects: Effect[] = [];
    const refusals: RefusedEvent[] = [];
    const first = this.nextEvent();
    events.forEach((event, at) => {
      const applied = apply(state, event, first + at);
      for (const effect of applied.effects) effects.push(effect);
      for (const refusal of applied.refusals) refusals.push({ event: first + at, refusal });
    });
    return this.layer(action, before, state, events, effects, refusals, true);
  }

  private changeRules(action: Extract<WhatIfAction, { kind: 'change-rules' }>): Result<Layer, AppError> {
    const rules = compileAll(action.rules);
    if (!rules.ok) return rules;
    const before = this.state;
    const groupIds = affectedGroups(this.planned, before, rules.value);
    const state = fork(before, 'few');
    const run = startRun(state, this.nextEvent());
    remapGroups(run, { rules: rules.value, groupIds, before: this.planned.baseline });
    const events: VendorEvent[] = [
      ...before.rules.map((rule): VendorEvent => ({ type: 'removeRule', rule: rule.spec })),
      ...action.rules.map((rule): VendorEvent => ({ type: 'addRule', rule })),
    ];
    return ok(this.layer(action, before, state, events, run.effects, [], isExact(this.planned, this.actions, before, groupIds)));
  }

  private layer(
    action: WhatIfAction,
    before: Organisation,
    state: Organisation,
    events: readonly VendorEvent[],
    effects: readonly Effect[],
    refusals: readonly RefusedEvent[],
    exact: boolean,
  ): Layer {
    const diff = diffStates(before, state, touchedBy(effects));
    const step: WhatIfStep = { action, label: explainAction(action), refusals, diff, exact };
    return { step, state, events, effects, unticked: this.untickedAfter(action, before) };
  }

  private untickedAfter(action: WhatIfAction, before: Organisation): ReadonlySet<number> {
    if (action.kind !== 'untick-group') return this.unticked;
    const found = findGroup(before, action.displayName);
    return found === undefined ? this.unticked : new Set([...this.unticked, found.id]);
  }
}

function compileAll(specs: readonly RuleSpec[]): Result<readonly Rule[], AppError> {
  const rules: Rule[] = [];
  for (const [at, spec] of specs.entries()) {
    const rule = compileRule(spec);
    if (!rule.ok)
      return err({ code: 'invalid-rule', path: `rules[${at}].pattern`, message: rule.error, fix: 'Correct the pattern (RE2 syntax).' });
    rules.push(rule.value);
  }
  return ok(rules);
}

function touchedBy(effects: readonly Effect[]): Touched {
  const people = new Set<number>();
  const groups = new Set<number>();
  const entities = new Set<number>();
  for (const effect of effects) {
    if (isPersonEffect(effect)) people.add(effect.personId);
    else if ('groupId' in effect) groups.add(effect.groupId);
    else if (effect.kind === 'entity-renamed') entities.add(effect.entityId);
  }
  return { people, groups, entities };
}
