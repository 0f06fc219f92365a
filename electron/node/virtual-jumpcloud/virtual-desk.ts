import type { AppError } from '../../../shared/app-error';
import type { PersonChoice, ScriptCard, VirtualTarget, VirtualView } from '../../../shared/ipc/virtual';
import type { Slice } from '../../../shared/ipc/workspace-input';
import type { Dialect } from '../../../shared/jumpcloud/virtual/dialect';
import { boundMembers, type Directory, type DirectoryChange, directoryOf } from '../../../shared/jumpcloud/virtual/directory';
import type { RunEntry, RunView } from '../../../shared/jumpcloud/virtual/run-view';
import type { Script } from '../../../shared/jumpcloud/virtual/script';
import { printScript, readScript, scriptFormat } from '../../../shared/jumpcloud/virtual/script-format';
import { builtInScripts } from '../../../shared/jumpcloud/virtual/scripts';
import { suggestTestEmail } from '../../../shared/jumpcloud/virtual/suggest-test-email';
import { emptyVirtual, type VirtualDocument, virtualDocument } from '../../../shared/jumpcloud/virtual/virtual-document';
import { emptyPreview, previewDocument } from '../../../shared/preview/preview-document';
import { rosterDocument } from '../../../shared/preview/roster-document';
import { err, ok, type Result } from '../../../shared/result';
import type { Documents } from '../stores/documents';
import type { LocalTarget } from './local-sender';
import { VirtualJumpCloud, type VirtualJumpCloudOptions } from './virtual-jumpcloud';

export interface VirtualDeskPorts {
  readonly documents: Documents;
  /** The workspace's own server; null while it does not run. */
  readonly localServer: (workspaceId: string) => LocalTarget | null;
  readonly setUp: (workspaceId: string, what: NonNullable<Script['setUp']>) => ReturnType<VirtualJumpCloudOptions['setUp']>;
  readonly now: () => number;
  readonly nonce: () => string;
  readonly onRun: (workspaceId: string, run: RunView) => void;
}

export interface StartInput {
  readonly workspaceId: string;
  readonly scriptId: string;
  readonly target: VirtualTarget;
  readonly change: DirectoryChange | null;
  readonly testEmail: string;
}

interface Session {
  readonly jumpcloud: VirtualJumpCloud;
  /** Which roster and ticks it began with; another one begins anew. */
  readonly stamp: string;
  readonly start: Directory;
  readonly hasRoster: boolean;
}

/** The virtual JumpCloud of each workspace, as the window asks for it. */
export class VirtualDesk {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly ports: VirtualDeskPorts) {}

  async view(workspaceId: string): Promise<Result<VirtualView, AppError>> {
    const session = await this.session(workspaceId);
    if (!session.ok) return session;
    const settings = await this.settings(workspaceId);
    if (!settings.ok) return settings;
    return ok(this.viewOf(workspaceId, session.value, settings.value));
  }

  async set(
    workspaceId: string,
    parts: { dialect?: Dialect | undefined; groupBox?: boolean | undefined },
  ): Promise<Result<VirtualView, AppError>> {
    return this.change(workspaceId, (settings) => ({
      ...settings,
      dialect: parts.dialect ?? settings.dialect,
      groupBox: parts.groupBox ?? settings.groupBox,
    }));
  }

  async script(workspaceId: string, scriptId: string): Promise<Result<{ readonly text: string; readonly script: Script }, AppError>> {
    const settings = await this.settings(workspaceId);
    if (!settings.ok) return settings;
    const script = scriptsOf(settings.value).find(({ id }) => id === scriptId);
    return script === undefined ? err(noScript(scriptId)) : ok({ text: printScript(script), script });
  }

  async saveScript(workspaceId: string, scriptId: string, text: string): Promise<Result<VirtualView, AppError>> {
    const read = readScript(text);
    if (!read.ok) return read;
    if (read.value.id !== scriptId)
      return err({
        code: 'bad-script',
        path: 'id',
        message: `Expected the id "${scriptId}", found "${read.value.id}".`,
        fix: 'Keep the id of the script that it takes the place of.',
      });
    const kept = { format: scriptFormat, ...read.value } as VirtualDocument['scripts'][number];
    return this.change(workspaceId, (settings) => ({
      ...settings,
      scripts: [...settings.scripts.filter(({ id }) => id !== scriptId), kept],
    }));
  }

  async restoreScript(workspaceId: string, scriptId: string): Promise<Result<VirtualView, AppError>> {
    return this.change(workspaceId, (settings) => ({ ...settings, scripts: settings.scripts.filter(({ id }) => id !== scriptId) }));
  }

  async people(
    workspaceId: string,
    { search, group, offset, limit }: { search: string; group: string | null; offset: number; limit: number },
  ): Promise<Result<Slice<PersonChoice>, AppError>> {
    const session = await this.session(workspaceId);
    if (!session.ok) return session;
    const wanted = search.trim().toLowerCase();
    const matching = session.value.jumpcloud.roster.roster.people.filter(
      (person) =>
        (group === null || person.groups.includes(group)) &&
        (wanted === '' || `${person.email} ${person.firstname} ${person.lastname}`.toLowerCase().includes(wanted)),
    );
    const rows = matching.slice(offset, offset + limit).map(({ email, firstname, lastname, groups, active }) => ({
      email,
      firstname,
      lastname,
      groups,
      active,
    }));
    return ok({ total: matching.length, offset, rows });
  }

  async start(input: StartInput): Promise<Result<RunView, AppError>> {
    const { workspaceId, scriptId, change, testEmail } = input;
    const session = await this.session(workspaceId);
    if (!session.ok) return session;
    const settings = await this.settings(workspaceId);
    if (!settings.ok) return settings;
    const script = scriptsOf(settings.value).find(({ id }) => id === scriptId);
    if (script === undefined) return err(noScript(scriptId));
    const missing = whatIsMissing(script, input, session.value.hasRoster);
    if (missing !== null) return err(missing);
    const target = input.target.kind === 'local' ? this.ports.localServer(workspaceId) : input.target;
    if (target === null)
      return err({
        code: 'no-server',
        message: 'The local SCIM server does not run.',
        fix: 'Start it under Local SCIM server, or name another one.',
      });
    if (script.setUp !== undefined && input.target.kind !== 'local')
      return err({
        code: 'local-only',
        message: 'This script switches a setting of the local server.',
        fix: 'Choose the local server for it.',
      });
    if (testEmail !== '' && script.asks.includes('test-email'))
      await this.change(workspaceId, (known) => ({ ...known, usedTestEmails: [...new Set([...known.usedTestEmails, testEmail])] }));
    const { dialect, groupBox } = settings.value;
    return session.value.jumpcloud.start({ script, target, change, testEmail, groupBox, dialect });
  }

  step = (workspaceId: string): Promise<Result<RunView, AppError>> => this.drive(workspaceId, (jumpcloud) => jumpcloud.step());
  runToEnd = (workspaceId: string): Promise<Result<RunView, AppError>> => this.drive(workspaceId, (jumpcloud) => jumpcloud.runToEnd());
  cancel = (workspaceId: string): Promise<Result<RunView, AppError>> => this.drive(workspaceId, (jumpcloud) => jumpcloud.cancel());

  entries(workspaceId: string, offset: number, limit: number): readonly RunEntry[] {
    return this.sessions.get(workspaceId)?.jumpcloud.entries(offset, limit) ?? [];
  }

  async forget(workspaceId: string): Promise<Result<VirtualView, AppError>> {
    await this.leave(workspaceId);
    return this.view(workspaceId);
  }

  /** Ends what is under way; the next question begins anew from the documents. */
  async leave(workspaceId: string): Promise<void> {
    await this.sessions.get(workspaceId)?.jumpcloud.cancel();
    this.sessions.delete(workspaceId);
  }

  async close(): Promise<void> {
    for (const workspaceId of [...this.sessions.keys()]) await this.leave(workspaceId);
  }

  private async drive(workspaceId: string, work: (jumpcloud: VirtualJumpCloud) => Promise<void>): Promise<Result<RunView, AppError>> {
    const jumpcloud = this.sessions.get(workspaceId)?.jumpcloud;
    if (jumpcloud?.view == null) return err({ code: 'no-run', message: 'No sequence is under way.', fix: 'Start one first.' });
    await work(jumpcloud);
    return ok(jumpcloud.view);
  }

  private async session(workspaceId: string): Promise<Result<Session, AppError>> {
    const documents = this.ports.documents.of(workspaceId);
    const stamp = `${await this.ports.documents.stampOf(workspaceId, rosterDocument)} ${await this.ports.documents.stampOf(workspaceId, previewDocument)}`;
    const known = this.sessions.get(workspaceId);
    const busy = known?.jumpcloud.view != null && (known.jumpcloud.view.state === 'waiting' || known.jumpcloud.view.state === 'sending');
    if (known !== undefined && (known.stamp === stamp || busy)) return ok(known);
    const roster = await documents.read(rosterDocument);
    if (!roster.ok) return roster;
    const preview = await documents.read(previewDocument);
    if (!preview.ok) return preview;
    const { unticked } = preview.value ?? emptyPreview;
    const start = directoryOf(roster.value ?? { people: [], emptyGroups: [], hasNames: true, problems: [] }, unticked);
    const jumpcloud = new VirtualJumpCloud({
      directory: start,
      now: this.ports.now,
      nonce: this.ports.nonce,
      setUp: this.ports.setUp.bind(null, workspaceId) as VirtualJumpCloudOptions['setUp'],
      onChange: (run) => this.ports.onRun(workspaceId, run),
    });
    const session = { jumpcloud, stamp, start, hasRoster: roster.value !== null };
    this.sessions.set(workspaceId, session);
    return ok(session);
  }

  private async settings(workspaceId: string): Promise<Result<VirtualDocument, AppError>> {
    const read = await this.ports.documents.of(workspaceId).read(virtualDocument);
    return read.ok ? ok(read.value ?? emptyVirtual) : read;
  }

  private async change(workspaceId: string, edit: (settings: VirtualDocument) => VirtualDocument): Promise<Result<VirtualView, AppError>> {
    const settings = await this.settings(workspaceId);
    if (!settings.ok) return settings;
    const written = await this.ports.documents.of(workspaceId).write(virtualDocument, edit(settings.value));
    return written.ok ? this.view(workspaceId) : written;
  }

  private viewOf(workspaceId: string, session: Session, settings: VirtualDocument): VirtualView {
    const { jumpcloud, start, hasRoster } = session;
    const { roster, bound } = jumpcloud.roster;
    const members = boundMembers(jumpcloud.roster);
    const all = new Set([...roster.people.flatMap((person) => person.groups), ...roster.emptyGroups]);
    const edited = new Set(settings.scripts.map(({ id }) => id));
    return {
      scripts: scriptsOf(settings).map((script) => cardOf(script, edited)),
      directory: hasRoster
        ? {
            people: roster.people.length,
            bound: bound.map((name) => ({ name, members: members.get(name)?.length ?? 0 })),
            unbound: [...all].filter((name) => !members.has(name)),
            changed: jumpcloud.roster !== start,
          }
        : null,
      dialect: settings.dialect,
      groupBox: settings.groupBox,
      suggestedTestEmail: suggestTestEmail(roster, settings.usedTestEmails),
      usedTestEmails: settings.usedTestEmails,
      localBaseUrl: this.ports.localServer(workspaceId)?.baseUrl ?? null,
      run: jumpcloud.view,
    };
  }
}

/** The built-in scripts, each replaced by the edited one of its id. */
function scriptsOf(settings: VirtualDocument): readonly Script[] {
  const edited = new Map(settings.scripts.map(({ format: _, ...script }) => [script.id, script as Script]));
  return builtInScripts(settings.dialect).map((script) => edited.get(script.id) ?? script);
}

function cardOf(script: Script, edited: ReadonlySet<string>): ScriptCard {
  const steps = script.parts.flatMap((part) => part.steps);
  return {
    id: script.id,
    name: script.name,
    about: script.about,
    asks: script.asks,
    change: script.change ?? null,
    facts: [...new Set(steps.flatMap((step) => step.facts))],
    steps: steps.length,
    edited: edited.has(script.id),
    localOnly: script.setUp !== undefined,
  };
}

function whatIsMissing(script: Script, { change, testEmail }: StartInput, hasRoster: boolean): AppError | null {
  if (script.asks.includes('test-email') && !/^[^\s@]+@[^\s@]+$/.test(testEmail))
    return {
      code: 'test-email',
      message: `Expected a test e-mail, found "${testEmail}".`,
      fix: 'Give one that nobody has at the service (J3).',
    };
  const needsRoster = script.parts.some((part) => part.over !== 'test');
  if (needsRoster && !hasRoster)
    return {
      code: 'no-roster',
      message: 'There is no roster, so there is nobody to push.',
      fix: 'Import who is in JumpCloud first, under Roster.',
    };
  if (script.change !== undefined && change?.kind !== script.change)
    return { code: 'no-choice', message: 'Choose whom or which group the script is about.', fix: 'Fill in the fields above the button.' };
  return null;
}

const noScript = (id: string): AppError => ({ code: 'no-script', message: `There is no script "${id}".`, fix: 'Choose one of the list.' });
