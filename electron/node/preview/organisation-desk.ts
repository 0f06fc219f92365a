import type { AppError } from '../../../shared/app-error';
import type { Input } from '../../../shared/ipc/contract';
import type { OrganisationEdit, OrganisationGroup, OrganisationUser, OrganisationView } from '../../../shared/ipc/organisation';
import type { Slice } from '../../../shared/ipc/workspace-input';
import { editOrganisation } from '../../../shared/preview/edit-organisation';
import { foldText } from '../../../shared/preview/fold-text';
import { organisationDocument } from '../../../shared/preview/organisation-document';
import { err, ok, type Result } from '../../../shared/result';
import { emptyUndoStack, redo, remember, type UndoStack, undo } from '../../../shared/undo-stack';
import type { AssumptionSettings } from '../../../shared/vendor/assumptions';
import { type EntityRef, entityTypes } from '../../../shared/vendor/event';
import { loadOrganisation } from '../../../shared/vendor/load-organisation';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import type { WorkspaceDocuments } from '../stores/documents';
import { ListCache, sliceOf } from './list-cache';

type Slicing = Pick<Input<'organisation:users'>, 'search' | 'offset' | 'limit'>;

/** The vendor's side of one workspace: what is there before anything is pushed. Every edit is checked as a whole, kept, and can be undone. */
export class OrganisationDesk {
  private stack: UndoStack<OrganisationSpec> = emptyUndoStack;
  private readonly entities = new ListCache<EntityRef>();
  private readonly users = new ListCache<OrganisationUser>();
  private readonly groups = new ListCache<OrganisationGroup>();
  private readonly elsewhere = new ListCache<string>();

  constructor(
    private readonly documents: WorkspaceDocuments,
    private current: OrganisationSpec,
    private readonly settings: () => AssumptionSettings,
  ) {}

  get spec(): OrganisationSpec {
    return this.current;
  }

  view(): OrganisationView {
    const { current } = this;
    return {
      name: current.name ?? 'Organization',
      groupProvisioning: current.groupProvisioning ?? true,
      defaultConcurrencyGroup: current.defaultConcurrencyGroup ?? 'Default',
      enabledTypes: current.enabledTypes ?? entityTypes,
      rules: current.rules ?? [],
      counts: {
        entities: current.entities?.length ?? 0,
        users: current.users?.length ?? 0,
        groups: current.groups?.length ?? 0,
        elsewhere: current.usersInOtherOrganisations?.length ?? 0,
      },
      undo: this.stack.past.at(-1)?.label ?? null,
      redo: this.stack.future.at(-1)?.label ?? null,
    };
  }

  async edit(edit: OrganisationEdit): Promise<Result<OrganisationView, AppError>> {
    const { spec, label } = editOrganisation(this.current, edit);
    return this.replace(spec, label);
  }

  /** A whole organisation in place of this one: a scenario file, or what was pulled from the vendor. */
  async replace(spec: OrganisationSpec, label: string, settings = this.settings()): Promise<Result<OrganisationView, AppError>> {
    const loaded = loadOrganisation(spec, settings);
    if (!loaded.ok) return loaded;
    const stack = remember(this.stack, this.current, label, false);
    return this.put(spec, stack);
  }

  async undo(): Promise<Result<OrganisationView, AppError>> {
    const step = undo(this.stack, this.current);
    return step === null ? err({ code: 'nothing-to-undo', message: 'There is no change to take back.' }) : this.put(step.state, step.stack);
  }

  async redo(): Promise<Result<OrganisationView, AppError>> {
    const step = redo(this.stack, this.current);
    return step === null
      ? err({ code: 'nothing-to-redo', message: 'There is no change to make again.' })
      : this.put(step.state, step.stack);
  }

  entitySlice(query: Omit<Input<'organisation:entities'>, 'workspaceId'>): Slice<EntityRef> {
    const list = this.entities.list([query.search, query.type], () =>
      matching(this.current.entities ?? [], query.search, (entity) => entity.name).filter(
        (entity) => query.type === null || entity.type === query.type,
      ),
    );
    return sliceOf(list, query, (entity) => entity);
  }

  userSlice(query: Slicing): Slice<OrganisationUser> {
    const text = (user: OrganisationUser) => `${user.userName}\n${user.givenName ?? ''} ${user.familyName ?? ''}`;
    return sliceOf(
      this.users.list([query.search], () => matching(this.current.users ?? [], query.search, text)),
      query,
      (user) => user,
    );
  }

  groupSlice(query: Slicing): Slice<OrganisationGroup> {
    return sliceOf(
      this.groups.list([query.search], () => matching(this.current.groups ?? [], query.search, (group) => group.displayName)),
      query,
      (group) => group,
    );
  }

  elsewhereSlice(query: Slicing): Slice<string> {
    return sliceOf(
      this.elsewhere.list([query.search], () => matching(this.current.usersInOtherOrganisations ?? [], query.search, (name) => name)),
      query,
      (name) => name,
    );
  }

  private async put(spec: OrganisationSpec, stack: UndoStack<OrganisationSpec>): Promise<Result<OrganisationView, AppError>> {
    const saved = await this.documents.write(organisationDocument, { format: 'scim-preflight/organisation@1', organisation: spec });
    if (!saved.ok) return saved;
    this.current = spec;
    this.stack = stack;
    for (const cache of [this.entities, this.users, this.groups, this.elsewhere]) cache.clear();
    return ok(this.view());
  }
}

function matching<Row>(rows: readonly Row[], search: string, text: (row: Row) => string): readonly Row[] {
  const wanted = foldText(search.trim());
  return wanted === '' ? rows : rows.filter((row) => foldText(text(row)).includes(wanted));
}
