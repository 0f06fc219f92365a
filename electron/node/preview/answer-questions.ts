import type { AppError } from '../../../shared/app-error';
import type { PreviewPushes } from '../../../shared/ipc/preview';
import { foldText } from '../../../shared/preview/fold-text';
import { ok, type Result } from '../../../shared/result';
import type { WorkspaceDocuments } from '../stores/documents';
import { saveFile } from '../stores/save-file';
import { Desk, type DeskClock } from './desk';
import { joinParts } from './join-parts';
import { sliceOf } from './list-cache';
import type { Answers } from './worker-messages';

export interface DeskPorts {
  readonly documentsOf: (workspaceId: string) => WorkspaceDocuments;
  readonly clock: DeskClock;
  readonly report: (progress: PreviewPushes['preview:progress']) => void;
}

/** Plans of large organisations take hundreds of megabytes: the workspaces used last are held, the others are read again when asked for. */
const desksHeld = 2;

/** Answers what the window asks about rosters, the vendor's side and previews. Runs in the worker; knows nothing of threads. */
export class Desks {
  private readonly desks = new Map<string, Promise<Result<Desk, AppError>>>();

  constructor(private readonly ports: DeskPorts) {}

  /** The next question reads the workspace's files again. */
  forget(workspaceId: string): void {
    this.desks.delete(workspaceId);
  }

  readonly answers: Answers = {
    'roster:view': (input) => this.at(input, (desk) => ok(desk.roster.view())),
    'roster:people': (input) => this.at(input, (desk) => ok(desk.roster.peopleSlice(input))),
    'roster:groups': (input) => this.at(input, (desk) => ok(desk.roster.groupSlice(input, desk.unticked()))),
    'roster:read': (input) => this.at(input, (desk) => desk.roster.read(input.name, joinParts(input.parts))),
    'roster:map-columns': (input) => this.at(input, (desk) => desk.roster.mapColumns(input)),
    'roster:adopt': (input) => this.at(input, (desk) => desk.roster.adopt(input.offerId)),
    'roster:taken-back': (input) => this.at(input, (desk) => ok(desk.roster.takenBack())),
    'roster:undo': (input) => this.at(input, (desk) => desk.roster.undo()),
    'roster:tick': (input) => this.at(input, (desk) => desk.tick(input.names, input.ticked)),

    'organisation:view': (input) => this.at(input, (desk) => ok(desk.organisation.view())),
    'organisation:entities': (input) => this.at(input, (desk) => ok(desk.organisation.entitySlice(input))),
    'organisation:users': (input) => this.at(input, (desk) => ok(desk.organisation.userSlice(input))),
    'organisation:groups': (input) => this.at(input, (desk) => ok(desk.organisation.groupSlice(input))),
    'organisation:elsewhere': (input) => this.at(input, (desk) => ok(desk.organisation.elsewhereSlice(input))),
    'organisation:edit': (input) => this.at(input, (desk) => desk.organisation.edit(input.edit)),
    'organisation:undo': (input) => this.at(input, (desk) => desk.organisation.undo()),
    'organisation:redo': (input) => this.at(input, (desk) => desk.organisation.redo()),
    'organisation:check-rules': (input) => this.at(input, (desk) => ok(desk.checkRules())),
    'organisation:try-rules': (input) => this.at(input, (desk) => ok(desk.tryRules(input.before, input.after))),
    'organisation:import-scenario': (input) => this.at(input, (desk) => desk.importScenario(input.name, joinParts(input.parts))),
    'organisation:export-scenario': (input) => this.at(input, (desk) => saveFile(input.path, desk.scenarioText())),

    'preview:view': (input) => this.at(input, (desk) => ok(desk.view())),
    'preview:choose': (input) =>
      this.at(input, (desk) =>
        desk.choose({
          ...(input.play === undefined ? {} : { play: input.play }),
          ...(input.otherAssumptions === undefined ? {} : { otherAssumptions: input.otherAssumptions }),
        }),
      ),
    'preview:run': (input) =>
      this.at(input, (desk) => desk.run((progress) => this.ports.report({ workspaceId: input.workspaceId, ...progress }))),
    'preview:cancel': (input) =>
      this.at(input, (desk) => {
        desk.plan.cancel();
        return ok(null);
      }),
    'plan:current': (input) => this.at(input, (desk) => desk.currentPlan()),
    'preview:people': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.people(input))),
    'preview:person': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.index.detail(input.userName))),
    'preview:groups': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.groups(input))),
    'preview:group': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.group(input.displayName))),
    'preview:group-names': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.groupNames())),
    'preview:entities': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.entities(input))),
    'preview:conflicts': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.conflicts(input))),
    'preview:refusals': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.refusals(input))),
    'preview:warnings': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.warnings(input))),
    'preview:picture': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.picture(input))),
    'preview:flows': (input) => this.at(input, ({ plan }) => plan.read((slices) => slices.flowSlice(input))),

    'preview:what-if': (input) => this.at(input, (desk) => desk.whatIf((plan) => plan.play(input.action))),
    'preview:proof': (input) => this.at(input, ({ plan }) => plan.prove()),
    'preview:what-if-undo': (input) => this.at(input, (desk) => desk.whatIf((plan) => plan.undo())),
    'preview:what-if-redo': (input) => this.at(input, (desk) => desk.whatIf((plan) => plan.redo())),
    'preview:what-if-clear': (input) => this.at(input, (desk) => desk.whatIf((plan) => plan.replace([]))),
    'preview:keep-scenario': (input) => this.at(input, (desk) => desk.keepScenario(input.name)),
    'preview:open-scenario': (input) => this.at(input, (desk) => desk.openScenario(input.id)),
    'preview:remove-scenario': (input) => this.at(input, (desk) => desk.removeScenario(input.id)),
    'preview:compare': (input) => this.at(input, (desk) => desk.plan.compare(input.from, input.to, desk.scenarios)),
    'preview:compared-people': (input) =>
      this.at(input, async (desk) => {
        const people = await desk.plan.comparedPeople(input.from, input.to, desk.scenarios);
        if (!people.ok) return people;
        const wanted = foldText(input.search.trim());
        const found = people.value.filter(({ userName, name }) => wanted === '' || foldText(`${userName}\n${name}`).includes(wanted));
        return ok(sliceOf(found, input, (person) => person));
      }),
    'preview:export': (input) => this.at(input, (desk) => desk.exports.save(input, desk.organisation.view().name)),
    'preview:cancel-export': (input) =>
      this.at(input, (desk) => {
        desk.exports.cancel();
        return ok(null);
      }),
  };

  private async at<T>(
    { workspaceId }: { readonly workspaceId: string },
    answer: (desk: Desk) => Result<T, AppError> | Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> {
    const desk = await this.open(workspaceId);
    return desk.ok ? answer(desk.value) : desk;
  }

  private open(workspaceId: string): Promise<Result<Desk, AppError>> {
    const opened = this.desks.get(workspaceId) ?? Desk.open(this.ports.documentsOf(workspaceId), this.ports.clock);
    this.desks.delete(workspaceId);
    this.desks.set(workspaceId, opened);
    for (const oldest of this.desks.keys()) {
      if (this.desks.size <= desksHeld) break;
      this.desks.delete(oldest);
    }
    // What could not be opened is tried anew with the next question.
    void opened.then((desk) => {
      if (!desk.ok && this.desks.get(workspaceId) === opened) this.desks.delete(workspaceId);
    });
    return opened;
  }
}
