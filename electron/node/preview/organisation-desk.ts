import type { AppError } from '../../../shared/app-error';
import type { Input } from '../../../shared/ipc/contract';
import type { OrganisationEdit, OrganisationGroup, OrganisationUser, OrganisationView } from '../../../shared/ipc/organisation';
import type { Slice } from '../../../shared/ipc/workspace-input';
import { editOrganisation } from '../../../shared/preview/edit-organisation';
import type { EventsDocument } from '../../../shared/preview/events-document';
import { foldText } from '../../../shared/preview/fold-text';
import { organisationDocument } from '../../../shared/preview/organisation-document';
import type { PreviewDocument } from '../../../shared/preview/preview-document';
import { err, ok, type Result } from '../../../shared/result';
import { emptyUndoStack, redo, remember, type UndoStack, undo } from '../../../shared/undo-stack';
import type { AssumptionSettings } from '../../../shared/vendor/assumptions';
import { type EntityRef, entityTypes } from '../../../shared/vendor/event';
import { loadOrganisation } from '../../../shared/vendor/load-organisation';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import type { WorkspaceDocuments } from '../stores/documents';
import { ListCache, sliceOf } from './list-cache';

type Slicing = Pick<Input<'organisation:users'>, 'search' | 'offset' | 'limit'>;

/** What an imported scenario replaces beside the organisation. */
export interface Besides {
  readonly events: EventsDocument | null;
  readonly play: PreviewDocument['play'];
  readonly otherAssumptions: PreviewDocument['otherAssumptions'];
}

export interface BesidesPort {
  readonly now: () => Besides;
  readonly put: (besides: Besides) => Promise<Result<null, AppError>>;
}

/** What undo brings back; `besides` only where the change replaced it too: an edit leaves alone what was chosen since. */
interface Side {
  readonly organisation: OrganisationSpec;
  readonly besides: Besides | null;
}

/** The vendor's side of one workspace: what is there before anything is pushed. Every edit is checked as a whole, kept, and can be undone. */
export class OrganisationDesk {
  private stack: UndoStack<Side> = emptyUndoStack;
  private before: Promise<unknown> = Promise.resolve();
  private readonly entities = new ListCache<EntityRef>();
  private readonly users = new ListCache<OrganisationUser>();
  private readonly groups = new ListCache<OrganisationGroup>();
  private readonly elsewhere = new ListCache<string>();

  constructor(
    private readonly documents: WorkspaceDocuments,
    private current: OrganisationSpec,
    private readonly settings: () => AssumptionSettings,
    private readonly besides: BesidesPort,
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

  edit(edit: OrganisationEdit): Promise<Result<OrganisationView, AppError>> {
    return this.inTurn(() => {
      const { spec, label } = editOrganisation(this.current, edit);
      return this.change({ organisation: spec, besides: null }, label, this.settings());
    });
  }

  /** A whole organisation in place of this one, with what a scenario file says besides; one change for undo. */
  import(
    organisation: OrganisationSpec,
    besides: Besides,
    label: string,
    settings: AssumptionSettings,
  ): Promise<Result<OrganisationView, AppError>> {
    return this.inTurn(() => this.change({ organisation, besides }, label, settings));
  }

  undo(): Promise<Result<OrganisationView, AppError>> {
    return this.inTurn(async () => {
      const step = undo(this.stack, this.now(this.stack.past.at(-1)?.state));
      return step === null
        ? err({ code: 'nothing-to-undo', message: 'There is no change to take back.' })
        : this.put(step.state, step.stack);
    });
  }

  redo(): Promise<Result<OrganisationView, AppError>> {
    return this.inTurn(async () => {
      const step = redo(this.stack, this.now(this.stack.future.at(-1)?.state));
      return step === null
        ? err({ code: 'nothing-to-redo', message: 'There is no change to make again.' })
        : this.put(step.state, step.stack);
    });
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

  /** A change that comes while another is being written waits: undo right after an edit takes back that edit. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.before.then(work);
    this.before = done.catch(() => undefined);
    return done;
  }

  private async change(side: Side, label: string, settings: AssumptionSettings): Promise<Result<OrganisationView, AppError>> {
    const loaded = loadOrganisation(side.organisation, settings);
    if (!loaded.ok) return loaded;
    return this.put(side, remember(this.stack, this.now(side), label, false));
  }

  /** As much of what is there as the other side has. */
  private now(other: Side | undefined): Side {
    return { organisation: this.current, besides: (other?.besides ?? null) === null ? null : this.besides.now() };
  }

  private async put({ organisation, besides }: Side, stack: UndoStack<Side>): Promise<Result<OrganisationView, AppError>> {
    const before = this.besides.now();
    const put = besides === null ? ok(null) : await this.besides.put(besides);
    const saved = put.ok
      ? await this.documents.write(organisationDocument, { format: 'scim-preflight/organisation@1', organisation })
      : put;
    if (!saved.ok) {
      // Half of it would be neither the one nor the other.
      if (besides !== null) await this.besides.put(before);
      return saved;
    }
    this.current = organisation;
    this.stack = stack;
    for (const cache of [this.entities, this.users, this.groups, this.elsewhere]) cache.clear();
    return ok(this.view());
  }
}

function matching<Row>(rows: readonly Row[], search: string, text: (row: Row) => string): readonly Row[] {
  const wanted = foldText(search.trim());
  return wanted === '' ? rows : rows.filter((row) => foldText(text(row)).includes(wanted));
}
