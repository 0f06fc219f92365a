import type { AppError } from '../../../shared/app-error';
import { duplicateWorkspace, newWorkspace, renameWorkspace } from '../../../shared/guide/change-workspace';
import { noFacts, readValues } from '../../../shared/guide/checks/read-values';
import { migrateWorkspace } from '../../../shared/guide/migrate-workspace';
import { deriveProgress } from '../../../shared/guide/progress';
import { type Workspace, workspaceSchema } from '../../../shared/guide/workspace';
import type { StoreReport, WorkspaceSummary, WorkspacesView } from '../../../shared/ipc/workspaces';
import { err, ok, type Result } from '../../../shared/result';
import type { Documents } from '../stores/documents';
import { notWritten } from '../stores/not-written';
import { openRecord } from '../stores/open-record';
import type { RecordFile } from '../stores/record-file';
import type { Secrets } from '../stores/secrets';
import type { Shelf } from '../stores/shelf';
import type { StoreTrouble } from '../stores/store-report';
import { type AppRecord, appRecordSpec } from './app-record';
import { readTrash, trashDays } from './trash';

export interface WorkspacesPorts {
  readonly shelf: Shelf;
  readonly documents: Documents;
  readonly secrets: Secrets;
  readonly now: () => Date;
  /** Unique, `[a-z0-9-]`. */
  readonly newId: () => string;
}

type Held =
  | { readonly kind: 'ready'; readonly workspace: Workspace; readonly file: RecordFile }
  | { readonly kind: 'refused'; readonly id: string; readonly problem: AppError };

type Changed = Result<WorkspacesView, AppError>;

/** All organisations of this profile. Every change is on the disk before it is answered. */
export class Workspaces {
  private readonly held = new Map<string, Held>();
  private readonly listListeners = new Set<(view: WorkspacesView) => void>();
  private readonly workspaceListeners = new Set<(workspace: Workspace) => void>();
  private readonly leaveListeners = new Set<(workspaceId: string) => void | Promise<void>>();
  private readonly appFile: RecordFile;
  private app: AppRecord;
  /** What the disk did not take last; told until something is written again, and never kept: a full disk keeps nothing. */
  private unwritten: StoreReport | null = null;

  constructor(private readonly ports: WorkspacesPorts) {
    const { file, copy } = ports.shelf.appRecord();
    const early: StoreTrouble[] = [];
    const opened = openRecord(appRecordSpec, { file, copy, setAside: this.setAside, report: (trouble) => early.push(trouble) });
    this.app = opened.ok ? opened.value : appRecordSpec.begin();
    this.appFile = opened.ok ? file : { ...file, write: () => undefined };
    for (const trouble of early) this.report(trouble);
    this.emptyOldTrash();
    for (const id of ports.shelf.list()) this.load(id);
  }

  view(): WorkspacesView {
    const summaries = [...this.held.values()].map((held) => this.summaryOf(held));
    return {
      workspaces: summaries.sort((one, other) => this.createdAt(one.id).localeCompare(this.createdAt(other.id))),
      activeId: this.activeId(),
      trash: readTrash(this.ports.shelf.trashed()),
      reports: this.unwritten === null ? this.app.reports : [...this.app.reports, this.unwritten],
      folder: this.ports.shelf.root,
      secrets: this.ports.secrets.keeping,
    };
  }

  get(id: string): Result<Workspace, AppError> {
    const held = this.held.get(id);
    if (held === undefined)
      return err({
        code: 'no-such-workspace',
        message: `There is no workspace ${JSON.stringify(id)}.`,
        fix: 'It may have been deleted: look in the trash.',
      });
    return held.kind === 'ready' ? ok(held.workspace) : err(held.problem);
  }

  /** The one way to change a workspace: what `change` answers is written, then told. */
  change(id: string, change: (workspace: Workspace, at: string) => Workspace): Result<Workspace, AppError> {
    const found = this.get(id);
    if (!found.ok) return found;
    const changed = change(found.value, this.ports.now().toISOString());
    if (changed === found.value) return found;
    const written = this.write(changed);
    if (written.ok) for (const listener of this.workspaceListeners) listener(changed);
    return written;
  }

  create(name: string): Changed {
    return this.withFreeName(null, name, () => this.add(newWorkspace(this.ports.newId(), name, this.ports.now().toISOString())));
  }

  /** The demo, made by `make` where it is not there yet. */
  async openDemo(make: (id: string, at: string) => Promise<Result<Workspace, AppError>>): Promise<Changed> {
    for (const held of this.held.values()) if (held.kind === 'ready' && held.workspace.kind === 'demo') return this.open(held.workspace.id);
    const made = await make(this.ports.newId(), this.ports.now().toISOString());
    return made.ok ? this.add(made.value) : made;
  }

  rename(id: string, name: string): Changed {
    return this.withFreeName(id, name, () => {
      const changed = this.change(id, (workspace, at) => renameWorkspace(workspace, name, at));
      return changed.ok ? ok(this.tell()) : changed;
    });
  }

  async duplicate(id: string, name: string): Promise<Changed> {
    const found = this.get(id);
    if (!found.ok) return found;
    await this.ports.documents.settle();
    return this.withFreeName(null, name, () => {
      const newId = this.ports.newId();
      this.ports.shelf.duplicate(id, newId);
      return this.add(duplicateWorkspace(found.value, newId, name, this.ports.now().toISOString()));
    });
  }

  /** Whoever works in it is told first and lets go of its files. */
  async delete(id: string): Promise<Changed> {
    const held = this.held.get(id);
    if (held?.kind !== 'ready') return this.get(id) as Result<never, AppError>;
    for (const listener of this.leaveListeners) await listener(id);
    await this.ports.documents.settle();
    try {
      this.ports.shelf.trash(id, this.ports.now());
    } catch (error) {
      return err({
        code: 'not-deleted',
        message: `The workspace could not be moved to the trash: ${error instanceof Error ? error.message : String(error)}`,
        fix: 'Close programs that have its files open, and try again.',
      });
    }
    this.ports.secrets.withdraw(id);
    this.held.delete(id);
    if (this.app.activeId === id) this.remember({ activeId: this.view().workspaces.find(({ kind }) => kind === 'ready')?.id ?? null });
    return ok(this.tell());
  }

  restore(trashId: string): Changed {
    const trashed = this.ports.shelf.trashed().find((one) => one.trashId === trashId);
    if (trashed === undefined) return err({ code: 'not-in-trash', message: 'It is not in the trash any more.' });
    const id = this.ports.shelf.restore(trashed.trashId);
    this.ports.secrets.putBack(id);
    this.load(id);
    return this.open(id);
  }

  deleteForGood(trashId: string): Changed {
    const trashed = this.ports.shelf.trashed().find((one) => one.trashId === trashId);
    if (trashed === undefined) return err({ code: 'not-in-trash', message: 'It is not in the trash any more.' });
    this.ports.secrets.destroy(trashed.workspaceId);
    this.ports.shelf.destroy(trashed.trashId);
    return ok(this.tell());
  }

  open(id: string): Changed {
    const found = this.get(id);
    if (!found.ok) return found;
    this.remember({ activeId: id });
    return ok(this.tell());
  }

  readonly report = (trouble: StoreTrouble): void => {
    const { outcome, ...rest } = { id: this.ports.newId(), at: this.ports.now().toISOString(), ...trouble };
    if (outcome === 'not-written') {
      this.unwritten = { ...rest, outcome };
    } else {
      const others = this.app.reports.filter((one) => one.file !== rest.file || one.outcome !== outcome);
      this.remember({ reports: [...others, { ...rest, outcome }] });
    }
    this.tell();
  };

  dismissReport(reportId: string): WorkspacesView {
    if (this.unwritten?.id === reportId) this.unwritten = null;
    else this.remember({ reports: this.app.reports.filter(({ id }) => id !== reportId) });
    return this.tell();
  }

  onListChange(listener: (view: WorkspacesView) => void): void {
    this.listListeners.add(listener);
  }

  onWorkspaceChange(listener: (workspace: Workspace) => void): void {
    this.workspaceListeners.add(listener);
  }

  /** Called before a workspace's folder moves to the trash: journals are closed, servers stopped. */
  onLeave(listener: (workspaceId: string) => void | Promise<void>): void {
    this.leaveListeners.add(listener);
  }

  private readonly setAside = (path: string): string => this.ports.shelf.setAside(path, this.ports.now());

  private activeId(): string | null {
    const { activeId } = this.app;
    return activeId !== null && this.held.get(activeId)?.kind === 'ready' ? activeId : null;
  }

  private load(id: string): void {
    const file = this.ports.shelf.recordOf(id);
    const begin = (): Workspace => newWorkspace(id, `Recovered ${id.slice(0, 8)}`, this.ports.now().toISOString());
    const spec = { schema: workspaceSchema, migrate: migrateWorkspace, begin };
    const opened = openRecord(spec, { file, copy: this.ports.shelf.copyOf(id), setAside: this.setAside, report: this.report });
    this.held.set(
      id,
      opened.ok ? { kind: 'ready', workspace: { ...opened.value, id }, file } : { kind: 'refused', id, problem: opened.error },
    );
  }

  private add(workspace: Workspace): Changed {
    this.held.set(workspace.id, { kind: 'ready', workspace, file: this.ports.shelf.recordOf(workspace.id) });
    const written = this.write(workspace);
    if (written.ok) return this.open(workspace.id);
    this.held.delete(workspace.id);
    return written;
  }

  private write(workspace: Workspace): Result<Workspace, AppError> {
    const held = this.held.get(workspace.id);
    if (held?.kind !== 'ready') return this.get(workspace.id);
    try {
      held.file.write(workspace);
    } catch (error) {
      return err(notWritten('The workspace', held.file.path, error));
    }
    this.held.set(workspace.id, { ...held, workspace });
    return ok(workspace);
  }

  private withFreeName(except: string | null, name: string, work: () => Changed): Changed {
    const taken = [...this.held.values()].some(
      (held) => held.kind === 'ready' && held.workspace.id !== except && held.workspace.name.toLowerCase() === name.toLowerCase(),
    );
    return taken
      ? err({ code: 'name-taken', message: `There is a workspace named ${JSON.stringify(name)} already.`, fix: 'Choose another name.' })
      : work();
  }

  /** Which workspace is open, and what was told, are no reason to refuse what was asked: without the disk they hold until the app ends. */
  private remember(change: Partial<AppRecord>): void {
    this.app = { ...this.app, ...change };
    const { path } = this.appFile;
    try {
      this.appFile.write(this.app);
      if (this.unwritten?.file === path) this.unwritten = null;
    } catch (error) {
      const told = { id: this.ports.newId(), at: this.ports.now().toISOString(), file: path, setAsideTo: null };
      this.unwritten = { ...told, outcome: 'not-written', problem: notWritten('What the app remembers', path, error) };
    }
  }

  private tell(): WorkspacesView {
    const view = this.view();
    for (const listener of this.listListeners) listener(view);
    return view;
  }

  private createdAt(id: string): string {
    const held = this.held.get(id);
    return held?.kind === 'ready' ? held.workspace.createdAt : '';
  }

  private summaryOf(held: Held): WorkspaceSummary {
    if (held.kind === 'refused') return { kind: 'refused', id: held.id, name: held.id, problem: held.problem };
    const { workspace } = held;
    const readings = readValues(workspace, noFacts, this.ports.now().getTime());
    const { done, skipped, total } = deriveProgress(workspace, readings);
    const { id, name, changedAt } = workspace;
    return { kind: 'ready', id, name, demo: workspace.kind === 'demo', done, skipped, total, changedAt };
  }

  private emptyOldTrash(): void {
    const oldestKept = this.ports.now().getTime() - trashDays * 86_400_000;
    for (const { trashId, workspaceId, deletedAt } of this.ports.shelf.trashed()) {
      if (Date.parse(deletedAt) >= oldestKept) continue;
      try {
        this.ports.secrets.destroy(workspaceId);
        this.ports.shelf.destroy(trashId);
      } catch (error) {
        const problem = notWritten('The trash', this.ports.shelf.root, error);
        this.report({ file: this.ports.shelf.root, setAsideTo: null, outcome: 'not-written', problem });
      }
    }
  }
}
