import type { AppError } from '../../../shared/app-error';
import type { Input } from '../../../shared/ipc/contract';
import type { ReadRoster, RosterCounts, RosterGroupRow, RosterReading, RosterView } from '../../../shared/ipc/roster';
import type { Slice } from '../../../shared/ipc/workspace-input';
import type { Roster, RosterPerson, RosterProblem } from '../../../shared/jumpcloud/roster';
import { diffRosters } from '../../../shared/jumpcloud/roster-diff';
import { foldText } from '../../../shared/preview/fold-text';
import { type RosterDocument, rosterDocument } from '../../../shared/preview/roster-document';
import { err, ok, type Result } from '../../../shared/result';
import type { WorkspaceDocuments } from '../stores/documents';
import { ListCache, sliceOf } from './list-cache';
import { readMappedRoster, readRosterFile } from './read-roster-file';
import { type GroupSize, groupSizes } from './roster-groups';
import { sortByKey } from './sort-by-key';

type PeopleQuery = Input<'roster:people'>;
type GroupsQuery = Input<'roster:groups'>;

/** What a problem list or a list of changes shows at most; the rest is counted. */
const shownAtMost = 500;

interface Offer {
  readonly id: string;
  readonly name: string;
  readonly kind: RosterDocument['source']['kind'];
  readonly roster: Roster;
}

interface OpenFile {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** The roster of one workspace: reads files, says what importing again would change, keeps the one in use. */
export class RosterDesk {
  private offer: Offer | null = null;
  private file: OpenFile | null = null;
  private before: { readonly document: RosterDocument | null; readonly undone: boolean } | null = null;
  private readonly people = new ListCache<RosterPerson>();
  private readonly groups = new ListCache<GroupSize>();
  private counter = 0;

  constructor(
    private readonly documents: WorkspaceDocuments,
    private current: RosterDocument | null,
    private readonly now: () => Date,
  ) {}

  get document(): RosterDocument | null {
    return this.current;
  }

  view(): RosterView | null {
    const { current } = this;
    if (current === null) return null;
    return {
      source: current.source,
      counts: countsOf(current),
      problems: current.problems.slice(0, shownAtMost),
      problemCounts: problemCounts(current.problems),
      canUndo: this.before !== null,
      undone: this.before?.undone === true,
    };
  }

  /** The first roster, whose import was taken back: there is nothing in use that could say so. */
  takenBack(): { readonly name: string } | null {
    const held = this.current === null && this.before?.undone === true ? this.before.document : null;
    return held === null ? null : { name: held.source.name };
  }

  read(name: string, bytes: Uint8Array): Result<RosterReading, AppError> {
    const file = readRosterFile(bytes);
    if (!file.ok) return err({ ...file.error, path: file.error.path === undefined ? name : `${name}, ${file.error.path}` });
    if (file.value.kind === 'roster') return ok(this.offerRoster(name, file.value.format, file.value.roster));
    this.file = { id: this.nextId('file'), name, text: file.value.text };
    return ok({ kind: 'unknown-columns', fileId: this.file.id, name, preview: file.value.preview });
  }

  mapColumns({ fileId, columns, groupSeparator }: Omit<Input<'roster:map-columns'>, 'workspaceId'>): Result<RosterReading, AppError> {
    const { file } = this;
    if (file === null || file.id !== fileId)
      return err({
        code: 'file-gone',
        message: 'Expected the file that was opened last; it is no longer held.',
        fix: 'Open the file again.',
      });
    const roster = readMappedRoster(file.text, { columns: present(columns), groupSeparator });
    return ok(this.offerRoster(file.name, 'csv', roster));
  }

  /** A roster that was read elsewhere (JumpCloud's API) is offered in the same way. */
  offerRoster(name: string, kind: RosterDocument['source']['kind'], roster: Roster): RosterReading & { readonly kind: 'read' } {
    this.offer = { id: this.nextId('offer'), name, kind, roster };
    return { kind: 'read', roster: this.describe(this.offer) };
  }

  async adopt(offerId: string): Promise<Result<RosterView, AppError>> {
    const { offer } = this;
    if (offer === null || offer.id !== offerId)
      return err({
        code: 'offer-gone',
        message: 'Expected the roster that was read last; it is no longer held.',
        fix: 'Read the file again.',
      });
    if (offer.roster.people.length === 0)
      return err({
        code: 'empty-roster',
        message: `Expected at least one person in ${offer.name}; no row could be read.`,
        fix: 'Look at the problems listed, correct the file and import it again.',
      });
    const { people, emptyGroups, hasNames, problems } = offer.roster;
    const saved = await this.put({
      format: 'scim-preflight/roster@1',
      source: { kind: offer.kind, name: offer.name, readAt: this.now().toISOString() },
      people: [...people] as RosterDocument['people'],
      emptyGroups: [...emptyGroups],
      hasNames,
      problems: [...problems],
    });
    if (!saved.ok) return saved;
    this.offer = null;
    this.file = null;
    return ok(this.view() as RosterView);
  }

  /** Brings back the roster that was in use before the last import; doing it twice is as if nothing had been done. */
  async undo(): Promise<Result<RosterView | null, AppError>> {
    if (this.before === null) return err({ code: 'nothing-to-undo', message: 'There is no earlier roster to bring back.' });
    const saved = await this.put(this.before.document, !this.before.undone);
    return saved.ok ? ok(this.view()) : saved;
  }

  peopleSlice(query: PeopleQuery): Slice<RosterPerson> {
    const { search, group, sort, descending } = query;
    const list = this.people.list([search, group, sort, descending], () => {
      const wanted = foldText(search.trim());
      const found = (this.current?.people ?? []).filter(
        (person) =>
          (group === null || person.groups.includes(group)) &&
          (wanted === '' || foldText(`${person.email}\n${fullName(person)}`).includes(wanted)),
      );
      return sortByKey(found, personKey[sort], descending);
    });
    return sliceOf(list, query, (person) => person);
  }

  groupSlice(query: GroupsQuery, unticked: ReadonlySet<string>): Slice<RosterGroupRow> {
    const { search, sort, descending } = query;
    const list = this.groups.list([search, sort, descending], () => {
      const wanted = foldText(search.trim());
      const found = (this.current === null ? [] : groupSizes(this.current)).filter(
        ({ name }) => wanted === '' || foldText(name).includes(wanted),
      );
      return sort === 'order' && !descending ? found : sortByKey(found, groupKey[sort], descending);
    });
    return sliceOf(list, query, (row) => ({ ...row, ticked: !unticked.has(row.name) }));
  }

  private async put(document: RosterDocument | null, undone = false): Promise<Result<null, AppError>> {
    const saved = document === null ? await this.documents.remove(rosterDocument) : await this.documents.write(rosterDocument, document);
    if (!saved.ok) return saved;
    this.before = { document: this.current, undone };
    this.current = document;
    this.people.clear();
    this.groups.clear();
    return ok(null);
  }

  private describe({ id, name, roster }: Offer): ReadRoster {
    const diff = this.current === null ? null : diffRosters(this.current, roster);
    const counted = { joined: 0, left: 0, changed: 0 };
    for (const change of diff?.changes ?? []) counted[change.kind] += 1;
    return {
      offerId: id,
      name,
      counts: countsOf(roster),
      problems: roster.problems.slice(0, shownAtMost),
      problemCounts: problemCounts(roster.problems),
      diff: diff === null ? null : { ...diff, changes: diff.changes.slice(0, shownAtMost), changeCounts: counted },
    };
  }

  private nextId(kind: string): string {
    this.counter += 1;
    return `${kind}-${this.counter}`;
  }
}

const fullName = (person: RosterPerson): string => `${person.firstname} ${person.lastname}`;
const stateOf = (person: RosterPerson): string => (person.staged === true ? 'staged' : person.active ? 'active' : 'suspended');

const personKey: Readonly<Record<PeopleQuery['sort'], (person: RosterPerson) => string | number>> = {
  email: (person) => foldText(person.email),
  name: (person) => foldText(`${person.lastname} ${person.firstname}`),
  state: stateOf,
  role: (person) => person.role ?? '',
  groups: (person) => person.groups.length,
  line: (person) => person.line,
};

const groupKey: Readonly<Record<GroupsQuery['sort'], (row: GroupSize) => string | number>> = {
  order: () => 0,
  name: (row) => foldText(row.name),
  members: (row) => row.members,
};

function countsOf(roster: Pick<Roster, 'people' | 'emptyGroups'>): RosterCounts {
  const groups = new Set<string>(roster.emptyGroups);
  let memberships = 0;
  let suspended = 0;
  let staged = 0;
  for (const person of roster.people) {
    for (const group of person.groups) groups.add(group);
    memberships += person.groups.length;
    if (person.staged === true) staged += 1;
    else if (!person.active) suspended += 1;
  }
  return { people: roster.people.length, suspended, staged, groups: groups.size, memberships };
}

function problemCounts(problems: readonly RosterProblem[]): { readonly errors: number; readonly warnings: number } {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

const present = (columns: Input<'roster:map-columns'>['columns']) =>
  Object.fromEntries(Object.entries(columns).filter(([, index]) => index !== undefined)) as Readonly<Record<keyof typeof columns, number>>;
