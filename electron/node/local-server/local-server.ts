import { existsSync, renameSync, rmSync } from 'node:fs';
import type { AppError } from '../../../shared/app-error';
import type { ServerView, StartOutcome } from '../../../shared/ipc/server';
import type { LogBound } from '../../../shared/mirror/log-bound';
import { err, ok, type Result } from '../../../shared/result';
import type { ProfileName } from '../../../shared/scim/profile';
import { createScimServer, type Listening, type ScimServer } from '../scim-server/scim-server';
import type { Documents } from '../stores/documents';
import type { ReportTrouble } from '../stores/store-report';
import { describeServer } from './describe-server';
import { findFreePort } from './free-port';
import { JournalCheck } from './journal-check';
import { damagedJournal, hasJournal, type JournalTrouble, lostJournal } from './journal-trouble';
import { ServerSettings, type StampedOrigin } from './server-settings';

export interface LocalServerPorts {
  readonly workspaceId: string;
  /** Where the journal is kept. */
  readonly folder: string;
  readonly documents: Documents;
  readonly token: { readonly read: () => string | null; readonly keep: (token: string) => void; readonly storedIn: 'keyring' | 'memory' };
  readonly makeToken: () => string;
  readonly onChange: () => void;
  readonly report: ReportTrouble;
  /** Whether the server of another workspace listens there. */
  readonly isOurs: (port: number) => boolean;
}

type Work<T> = () => Promise<Result<T, AppError>>;

/**
 * The SCIM server of one workspace. Its journal is open as soon as somebody looks, so that the log is there while nothing listens;
 * starting and stopping is about the port alone. One thing at a time: what is asked for meanwhile waits.
 */
export class LocalServer {
  private server: ScimServer | null = null;
  private listening: Listening | null = null;
  private check: JournalCheck | null = null;
  private trouble: JournalTrouble | null = null;
  /** Set for one opening. */
  private recovers = false;
  private last: Promise<unknown> = Promise.resolve();

  private readonly settings: ServerSettings;

  constructor(private readonly ports: LocalServerPorts) {
    this.settings = new ServerSettings(ports.documents, ports.workspaceId);
  }

  /** The open server, its journal read; the error says why it cannot be opened. */
  opened = (): Promise<Result<ScimServer, AppError>> => this.inTurn(() => this.open());

  get target(): { readonly baseUrl: string; readonly token: string } | null {
    const token = this.ports.token.read();
    return this.listening === null || token === null ? null : { baseUrl: this.listening.baseUrl, token };
  }

  /** Where it listens; null where it does not. */
  get port(): number | null {
    return this.listening?.port ?? null;
  }

  /** What is listed and told, without opening anything that is not open. */
  get openNow(): ScimServer | null {
    return this.server;
  }

  view = (): Promise<Result<ServerView, AppError>> => this.inTurn(() => this.viewNow());

  start = (port: number | null): Promise<Result<StartOutcome, AppError>> =>
    this.inTurn(async (): Promise<Result<StartOutcome, AppError>> => {
      const settings = await this.settings.read();
      if (!settings.ok) return settings;
      const wanted = port ?? settings.value.port ?? 0;
      const started = await this.listen(wanted);
      if (!started.ok) {
        if (started.error.code !== 'port-in-use') return started;
        const by = this.ports.isOurs(wanted) ? 'another-workspace' : 'another-program';
        return ok({ kind: 'port-in-use', port: wanted, by, freePort: await findFreePort() });
      }
      const kept = await this.settings.change({ port: started.value.port });
      if (!kept.ok) return kept;
      const view = await this.viewNow();
      return view.ok ? ok({ kind: 'started', view: view.value }) : view;
    });

  stop = (): Promise<Result<ServerView, AppError>> =>
    this.inTurn(async () => {
      await this.shut();
      return this.viewNow();
    });

  setProfile = (profile: ProfileName): Promise<Result<ServerView, AppError>> =>
    this.inTurn(() => this.reopen(() => this.settings.change({ profile })));

  newToken = (): Promise<Result<ServerView, AppError>> =>
    this.inTurn(() =>
      this.reopen(async () => {
        this.ports.token.keep(this.ports.makeToken());
        return ok(null);
      }),
    );

  setGroupProvisioning = (on: boolean): Promise<Result<ServerView, AppError>> =>
    this.inTurn(async () => {
      const opened = await this.open();
      if (!opened.ok) return opened;
      const done = await opened.value.act({ type: 'setGroupProvisioning', on });
      if (!('effects' in done))
        return err({
          code: 'journal-unwritable',
          message: `The journal cannot be written (${done.code}).`,
          fix: 'Free some space on the disk and try again.',
        });
      this.ports.onChange();
      return this.viewNow();
    });

  setLogBound = (logBound: LogBound): Promise<Result<ServerView, AppError>> =>
    this.inTurn(async () => {
      const opened = await this.open();
      if (!opened.ok) return opened;
      const kept = await this.settings.change({ logBound });
      if (!kept.ok) return kept;
      opened.value.boundLog(logBound);
      return this.viewNow();
    });

  checkJournal = (): Promise<Result<ServerView, AppError>> =>
    this.inTurn(async () => {
      const opened = await this.open();
      if (!opened.ok) return opened;
      if (this.check?.view.kind !== 'running') {
        this.check = new JournalCheck(opened.value, this.ports.onChange);
        void this.check.run();
      }
      return this.viewNow();
    });

  leaveCheck = (): Promise<Result<ServerView, AppError>> =>
    this.inTurn(() => {
      this.endCheck();
      return this.viewNow();
    });

  recoverJournal = (): Promise<Result<ServerView, AppError>> =>
    this.inTurn(() =>
      this.reopen(async () => {
        this.recovers = true;
        return ok(null);
      }),
    );

  /** The old journal steps aside, where `undoReset` finds it until the next reset. */
  reset = (): Promise<Result<ServerView, AppError>> =>
    this.inTurn(() =>
      this.reopen(async () => {
        // First what a full disk may refuse: then nothing has moved.
        const changed = await this.settings.change({ originStamp: null });
        if (!changed.ok) return changed;
        rmSync(this.aside, { recursive: true, force: true });
        if (existsSync(this.ports.folder)) renameSync(this.ports.folder, this.aside);
        return changed;
      }),
    );

  undoReset = (): Promise<Result<ServerView, AppError>> =>
    this.inTurn(async () => {
      if (!existsSync(this.aside)) return err({ code: 'nothing-to-undo', message: 'There is no journal from before a reset.' });
      return this.reopen(async () => {
        const meanwhile = `${this.aside}-swap`;
        renameSync(this.aside, meanwhile);
        if (existsSync(this.ports.folder)) renameSync(this.ports.folder, this.aside);
        renameSync(meanwhile, this.ports.folder);
        // It began with an organisation that the workspace has left behind.
        return this.settings.change({ originStamp: 'before a reset' });
      });
    });

  /** What a new journal begins with. */
  origin = (): Promise<Result<StampedOrigin, AppError>> => this.settings.origin();

  close = (): Promise<Result<null, AppError>> =>
    this.inTurn(async () => {
      await this.shut();
      return ok(null);
    });

  private get aside(): string {
    return `${this.ports.folder}-before-reset`;
  }

  private inTurn<T>(work: Work<T>): Promise<Result<T, AppError>> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async open(): Promise<Result<ScimServer, AppError>> {
    if (this.server !== null) return ok(this.server);
    const settings = await this.settings.read();
    if (!settings.ok) return settings;
    const origin = await this.settings.origin();
    if (!origin.ok) return origin;
    const { organisation, assumptions, stamp } = origin.value;
    const { folder } = this.ports;
    const lost = settings.value.originStamp !== null && !hasJournal(folder);
    const created = createScimServer({
      data: folder,
      token: this.token(),
      profile: settings.value.profile,
      origin: { organisation, assumptions },
      logBound: settings.value.logBound,
      recover: this.recovers,
    });
    if (!created.ok) return created;
    this.recovers = false;
    this.server = created.value;
    this.server.onExchange(() => this.ports.onChange());
    const { recovery } = this.server;
    this.trouble = recovery !== null ? damagedJournal(folder, recovery) : lost ? lostJournal(folder) : null;
    if (this.trouble !== null) this.ports.report(this.trouble.report);
    if (!this.server.resumed) {
      const kept = await this.settings.change({ originStamp: stamp });
      if (!kept.ok) return kept;
    }
    return ok(this.server);
  }

  private async listen(port: number): Promise<Result<Listening, AppError>> {
    const opened = await this.open();
    if (!opened.ok) return opened;
    if (this.listening !== null) return ok(this.listening);
    const listening = await opened.value.listen(port);
    if (listening.ok) this.listening = listening.value;
    return listening;
  }

  private async shut(): Promise<void> {
    const { server } = this;
    this.endCheck();
    this.server = null;
    this.listening = null;
    await server?.close();
  }

  private endCheck(): void {
    this.check?.leave();
    this.check = null;
  }

  /** Closes, changes something, and is where it was: listening on the same port, if it did. */
  private async reopen(change: Work<null>): Promise<Result<ServerView, AppError>> {
    const port = this.listening?.port ?? null;
    await this.shut();
    const changed = await change();
    if (port !== null) {
      const listening = await this.listen(port);
      if (!listening.ok && changed.ok) return listening;
    }
    if (!changed.ok) return changed;
    const view = await this.viewNow();
    this.ports.onChange();
    return view;
  }

  private async viewNow(): Promise<Result<ServerView, AppError>> {
    const opened = await this.open();
    if (!opened.ok) return opened;
    const settings = await this.settings.read();
    if (!settings.ok) return settings;
    return ok(
      describeServer({
        server: opened.value,
        listening: this.listening,
        settings: settings.value,
        token: { last4: this.token().slice(-4), storedIn: this.ports.token.storedIn },
        check: this.check?.view ?? { kind: 'none' },
        stampNow: await this.settings.stampNow(),
        recovery: this.trouble?.notice ?? null,
        canUndoReset: existsSync(this.aside),
      }),
    );
  }

  /** The bearer token, made when it is first needed. */
  token(): string {
    const { token, makeToken } = this.ports;
    const kept = token.read();
    if (kept !== null) return kept;
    const made = makeToken();
    token.keep(made);
    return made;
  }
}
