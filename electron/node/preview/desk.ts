import type { AppError } from '../../../shared/app-error';
import type { ImportedScenario, RuleChange, RuleReport } from '../../../shared/ipc/organisation';
import type { PreviewView, RunOutcome, RunView } from '../../../shared/ipc/preview';
import { decodeText } from '../../../shared/jumpcloud/decode-text';
import { rosterGroups } from '../../../shared/jumpcloud/roster';
import type { Plan } from '../../../shared/plan/plan';
import type { WhatIfAction } from '../../../shared/plan/what-if-action';
import { type EventsDocument, eventsDocument } from '../../../shared/preview/events-document';
import { organisationDocument } from '../../../shared/preview/organisation-document';
import { emptyPreview, type PreviewDocument, previewDocument } from '../../../shared/preview/preview-document';
import { rosterDocument } from '../../../shared/preview/roster-document';
import { err, ok, type Result } from '../../../shared/result';
import { type AssumptionSettings, assumptionIds, defaultAssumptions } from '../../../shared/vendor/assumptions';
import type { RuleSpec } from '../../../shared/vendor/event';
import { readScenario, type Scenario, scenarioFormat } from '../../../shared/vendor/scenario';
import type { WorkspaceDocuments } from '../stores/documents';
import { reportRules, tryRules } from './check-rules-desk';
import { playedEvents, type RunInput, type RunProgress } from './make-plan';
import { type Besides, OrganisationDesk } from './organisation-desk';
import { PlanDesk } from './plan-desk';
import { PlanExports } from './plan-exports';
import { RosterDesk } from './roster-desk';

export interface DeskClock {
  readonly now: () => Date;
  readonly elapsedMs: () => number;
}

/** One workspace in the worker: its roster, the vendor's side, what was chosen, and the plan made from them. */
export class Desk {
  readonly plan: PlanDesk;
  readonly exports: PlanExports;

  private constructor(
    private readonly documents: WorkspaceDocuments,
    readonly roster: RosterDesk,
    readonly organisation: OrganisationDesk,
    private events: EventsDocument | null,
    private chosen: PreviewDocument,
    private readonly clock: DeskClock,
  ) {
    this.plan = new PlanDesk(clock);
    this.exports = new PlanExports(this.plan, clock.elapsedMs);
  }

  /** Reads the workspace's documents; one that cannot be read is an error and nothing is put in its place. */
  static async open(documents: WorkspaceDocuments, clock: DeskClock): Promise<Result<Desk, AppError>> {
    const roster = await documents.read(rosterDocument);
    if (!roster.ok) return roster;
    const organisation = await documents.read(organisationDocument);
    if (!organisation.ok) return organisation;
    const events = await documents.read(eventsDocument);
    if (!events.ok) return events;
    const chosen = await documents.read(previewDocument);
    if (!chosen.ok) return chosen;
    let desk: Desk | null = null;
    const opened = (): Desk => {
      if (desk === null) throw new Error('nothing is asked before the desk is open');
      return desk;
    };
    const organisationDesk = new OrganisationDesk(
      documents,
      organisation.value?.organisation ?? {},
      () => desk?.settings() ?? defaultAssumptions,
      { now: () => opened().besides, put: (besides) => opened().putBesides(besides) },
    );
    desk = new Desk(
      documents,
      new RosterDesk(documents, roster.value, clock.now),
      organisationDesk,
      events.value,
      chosen.value ?? emptyPreview,
      clock,
    );
    return ok(desk);
  }

  settings(): AssumptionSettings {
    const settings = { ...defaultAssumptions };
    for (const id of this.chosen.otherAssumptions) settings[id] = 'other';
    return settings;
  }

  unticked(): ReadonlySet<string> {
    return new Set(this.chosen.unticked);
  }

  view(): PreviewView {
    const roster = this.roster.document;
    const groups = roster === null ? [] : this.groupNames();
    const unticked = this.unticked();
    return {
      play: this.chosen.play,
      roster:
        roster === null
          ? null
          : {
              name: roster.source.name,
              people: roster.people.length,
              groups: groups.length,
              ticked: groups.filter((name) => !unticked.has(name)).length,
            },
      events: this.events === null ? null : { source: this.events.source, count: this.events.events.length },
      rules: this.organisation.spec.rules?.length ?? 0,
      groupProvisioning: this.organisation.spec.groupProvisioning ?? true,
      otherAssumptions: this.chosen.otherAssumptions,
      running: this.plan.running,
      run: this.plan.view(this.stamp(), this.chosen.scenarios),
    };
  }

  /** Without what-ifs: what will happen. Null where there is no run, or where something it was made from has changed since. */
  async currentPlan(): Promise<Result<Plan | null, AppError>> {
    const run = this.runView();
    return run === null || run.stale ? ok(null) : this.plan.plan();
  }

  async choose(choice: Partial<Pick<PreviewDocument, 'play' | 'otherAssumptions'>>): Promise<Result<PreviewView, AppError>> {
    const saved = await this.keep({ ...this.chosen, ...choice });
    return saved.ok ? ok(this.view()) : saved;
  }

  async tick(
    names: readonly string[] | null,
    ticked: boolean,
  ): Promise<Result<{ readonly ticked: number; readonly changed: readonly string[] }, AppError>> {
    const all = this.groupNames();
    const unticked = new Set(this.chosen.unticked);
    const changed = (names ?? all).filter((name) => unticked.has(name) === ticked);
    for (const name of changed) {
      if (ticked) unticked.delete(name);
      else unticked.add(name);
    }
    const saved = await this.keep({ ...this.chosen, unticked: [...unticked] });
    return saved.ok ? ok({ ticked: all.filter((name) => !unticked.has(name)).length, changed }) : saved;
  }

  async run(report: (progress: RunProgress) => void): Promise<Result<RunOutcome, AppError>> {
    const input = this.runInput();
    if (!input.ok) return input;
    const outcome = await this.plan.run(input.value, this.stamp(), () => this.chosen.actions, report);
    if (!outcome.ok) return outcome;
    return ok(outcome.value === 'cancelled' ? { kind: 'cancelled' } : { kind: 'done', run: this.mustView() });
  }

  /** What the preview plays as a scenario that plays the same by itself: what JumpCloud pushes for the roster is written out. */
  playedScenario(): Result<Scenario, AppError> {
    const input = this.runInput();
    if (!input.ok) return input;
    const events = playedEvents(input.value);
    if (!events.ok) return events;
    const { organisation, settings } = input.value;
    return ok({ organisation, assumptions: settings, events: events.value as Scenario['events'][number][] });
  }

  /** What-ifs are kept as they are made, so that they are there again after the next run and the next start. */
  whatIf(change: (plan: PlanDesk) => Promise<Result<readonly WhatIfAction[], AppError>>): Promise<Result<RunView, AppError>> {
    return this.plan.inTurn(async () => {
      const actions = await change(this.plan);
      if (!actions.ok) return actions;
      const saved = await this.keep({ ...this.chosen, actions: [...actions.value] });
      return saved.ok ? ok(this.mustView()) : saved;
    });
  }

  async keepScenario(name: string): Promise<Result<RunView, AppError>> {
    const { scenarios, actions } = this.chosen;
    if (this.runView() === null || actions.length === 0)
      return err({ code: 'nothing-to-keep', message: 'There is no what-if to keep.', fix: 'Change something first.' });
    const keptAt = this.clock.now().toISOString();
    const others = scenarios.filter((scenario) => scenario.name !== name);
    const id = `scenario-${scenarios.reduce((most, scenario) => Math.max(most, Number(scenario.id.replace('scenario-', '')) || 0), 0) + 1}`;
    const saved = await this.keep({ ...this.chosen, scenarios: [...others, { id, name, keptAt, actions }] });
    return saved.ok ? ok(this.mustView()) : saved;
  }

  openScenario(id: string): Promise<Result<RunView, AppError>> {
    const scenario = this.chosen.scenarios.find((kept) => kept.id === id);
    if (scenario === undefined) return Promise.resolve(err({ code: 'unknown-scenario', message: 'That scenario is no longer kept.' }));
    return this.whatIf((plan) => plan.replace(scenario.actions));
  }

  async removeScenario(id: string): Promise<Result<RunView, AppError>> {
    const saved = await this.keep({ ...this.chosen, scenarios: this.chosen.scenarios.filter((kept) => kept.id !== id) });
    if (!saved.ok) return saved;
    const view = this.runView();
    return view === null ? err({ code: 'no-run', message: 'No preview has been made yet.' }) : ok(view);
  }

  get scenarios(): PreviewDocument['scenarios'] {
    return this.chosen.scenarios;
  }

  checkRules(): RuleReport {
    return reportRules(this.organisation.spec, this.roster.document, this.settings());
  }

  tryRules(before: readonly RuleSpec[], after: readonly RuleSpec[]): RuleChange {
    return tryRules(this.organisation.spec, this.roster.document, before, after);
  }

  /** A scenario file takes the place of the vendor's side, of the assumptions and of the events. */
  async importScenario(name: string, bytes: Uint8Array): Promise<Result<ImportedScenario, AppError>> {
    const decoded = decodeText(bytes);
    if (!decoded.ok)
      return err({ ...decoded.error, path: name, fix: 'Choose a scenario file: JSON, as this app or a text editor saves it.' });
    const scenario = readScenario(decoded.value.text);
    if (!scenario.ok) return scenario;
    const { organisation, assumptions, events } = scenario.value;
    const otherAssumptions = assumptionIds.filter((id) => assumptions[id] === 'other');
    const besides: Besides =
      events.length === 0
        ? { events: null, otherAssumptions, play: 'roster' }
        : { events: { format: 'scim-preflight/events@1', source: name, events: [...events] }, otherAssumptions, play: 'events' };
    const imported = await this.organisation.import(organisation, besides, `Import ${name}`, assumptions);
    if (!imported.ok) return imported;
    return ok({
      source: name,
      users: organisation.users?.length ?? 0,
      groups: organisation.groups?.length ?? 0,
      rules: organisation.rules?.length ?? 0,
      events: events.length,
      otherAssumptions,
    });
  }

  /** The vendor's side as a scenario file that the command line reads. */
  scenarioText(): string {
    const assumptions = Object.fromEntries(this.chosen.otherAssumptions.map((id) => [id, 'other']));
    const events = this.chosen.play === 'roster' ? [] : (this.events?.events ?? []);
    return `${JSON.stringify({ format: scenarioFormat, organisation: this.organisation.spec, assumptions, events }, null, 2)}\n`;
  }

  private get besides(): Besides {
    const { play, otherAssumptions } = this.chosen;
    return { events: this.events, play, otherAssumptions };
  }

  private async putBesides({ events, play, otherAssumptions }: Besides): Promise<Result<null, AppError>> {
    if (events !== this.events) {
      const saved = events === null ? await this.documents.remove(eventsDocument) : await this.documents.write(eventsDocument, events);
      if (!saved.ok) return saved;
      this.events = events;
    }
    return this.keep({ ...this.chosen, play, otherAssumptions });
  }

  private runInput(): Result<RunInput, AppError> {
    const { play } = this.chosen;
    const roster = play === 'events' ? null : this.roster.document;
    const events = play === 'roster' ? [] : (this.events?.events ?? []);
    if (roster === null && events.length === 0)
      return err({
        code: 'nothing-to-play',
        message: 'Expected a roster or a scenario with events; found neither.',
        fix: 'Import a roster first.',
      });
    return ok({ organisation: this.organisation.spec, settings: this.settings(), events, roster, unticked: this.unticked() });
  }

  private runView(): RunView | null {
    return this.plan.view(this.stamp(), this.chosen.scenarios);
  }

  private mustView(): RunView {
    const view = this.runView();
    if (view === null) throw new Error('a run was just made or changed, and is not there');
    return view;
  }

  /** Everything a plan is made from: documents by identity, since edits replace them and never change them in place. */
  private stamp(): readonly unknown[] {
    const { play, unticked, otherAssumptions } = this.chosen;
    return [
      this.roster.document,
      this.organisation.spec,
      this.events,
      play,
      [...unticked].sort().join('\n'),
      [...otherAssumptions].sort().join(),
    ];
  }

  private groupNames(): readonly string[] {
    return this.roster.document === null ? [] : rosterGroups(this.roster.document);
  }

  private async keep(chosen: PreviewDocument): Promise<Result<null, AppError>> {
    const saved = await this.documents.write(previewDocument, chosen);
    if (saved.ok) this.chosen = chosen;
    return saved;
  }
}
