import type { AppError } from '../../../shared/app-error';
import type { BundleExchange } from '../../../shared/bundle/bundle-format';
import type { ExchangeDetail, LogPage, ServerView, StartOutcome } from '../../../shared/ipc/server';
import type { PersonStep, ReplayRow, ReplayView } from '../../../shared/mirror/replay-view';
import { err, ok, type Result } from '../../../shared/result';
import { curlText } from '../../../shared/scim/curl';
import type { Removal } from '../../../shared/scim/exchange';
import { archivePieces } from '../../../shared/scim/http-archive';
import { type LogFilter, parseLogFilter } from '../../../shared/scim/log-filter';
import type { ProfileName } from '../../../shared/scim/profile';
import { trafficPieces } from '../../../shared/scim/traffic-file';
import { journalScenario, plainExchange } from '../bundle/journal-scenario';
import type { RecordedRun } from '../bundle/read-data-folder';
import { journalPath } from '../journal/open-journal';
import { unreadPart } from '../journal/unread-part';
import type { ScimServer } from '../scim-server/scim-server';
import type { Documents } from '../stores/documents';
import { ContentFault } from '../stores/save-file';
import type { ReportTrouble } from '../stores/store-report';
import { nextTurn } from '../threads/in-steps';
import { describeDetail, logRow } from './describe-detail';
import { inPortions, readAtOnce } from './in-portions';
import { LocalServer, type LocalServerPorts } from './local-server';
import { openFreshCopy } from './open-fresh-copy';
import { personHistory } from './person-history';
import { type ReplayOrder, readActs, readRequests, sourceWords } from './replay-order';
import { ReplaySession } from './replay-session';

export interface ServerDeskPorts {
  readonly documents: Documents;
  readonly folderOf: (workspaceId: string) => string;
  readonly tokenOf: (workspaceId: string) => LocalServerPorts['token'];
  readonly makeToken: () => string;
  readonly appVersion: string;
  readonly onChange: (workspaceId: string) => void;
  readonly report: ReportTrouble;
  readonly onReplay: (workspaceId: string, view: ReplayView) => void;
}

/** The servers of all workspaces, as the window asks for them. */
export class ServerDesk {
  private readonly servers = new Map<string, LocalServer>();
  private readonly replays = new Map<string, ReplaySession>();

  constructor(private readonly ports: ServerDeskPorts) {}

  of(workspaceId: string): LocalServer {
    const known = this.servers.get(workspaceId);
    if (known !== undefined) return known;
    const made: LocalServer = new LocalServer({
      workspaceId,
      folder: this.ports.folderOf(workspaceId),
      documents: this.ports.documents,
      token: this.ports.tokenOf(workspaceId),
      makeToken: this.ports.makeToken,
      onChange: () => this.ports.onChange(workspaceId),
      report: this.ports.report,
      isOurs: (port) => [...this.servers.values()].some((server) => server !== made && server.port === port),
    });
    this.servers.set(workspaceId, made);
    return made;
  }

  view = (workspaceId: string): Promise<Result<ServerView, AppError>> => this.of(workspaceId).view();
  start = (workspaceId: string, port: number | null): Promise<Result<StartOutcome, AppError>> => this.of(workspaceId).start(port);
  stop = (workspaceId: string): Promise<Result<ServerView, AppError>> => this.of(workspaceId).stop();

  setProfile = (workspaceId: string, profile: ProfileName): Promise<Result<ServerView, AppError>> =>
    this.whole(workspaceId, (server) => server.setProfile(profile));
  newToken = (workspaceId: string): Promise<Result<ServerView, AppError>> => this.whole(workspaceId, (server) => server.newToken());
  reset = (workspaceId: string): Promise<Result<ServerView, AppError>> => this.whole(workspaceId, (server) => server.reset());
  recoverJournal = (workspaceId: string): Promise<Result<ServerView, AppError>> =>
    this.whole(workspaceId, (server) => server.recoverJournal());
  undoReset = (workspaceId: string): Promise<Result<ServerView, AppError>> => this.whole(workspaceId, (server) => server.undoReset());

  log(workspaceId: string, expression: string, before: number | null, limit: number): Promise<Result<LogPage, AppError>> {
    return this.withFilter(workspaceId, expression, ({ log }, filter) => {
      const page = log.list({ ...filter, limit, ...(before === null ? {} : { before }) });
      return { rows: page.exchanges.map(logRow), total: page.total, nextBefore: page.nextBefore };
    });
  }

  exchange = (workspaceId: string, id: number): Promise<Result<ExchangeDetail | null, AppError>> =>
    this.with(workspaceId, ({ log, organisation }) => {
      const exchange = log.get(id);
      return exchange === null ? null : describeDetail(exchange, log, organisation());
    });

  pin = (workspaceId: string, id: number, pinned: boolean): Promise<Result<true, AppError>> =>
    this.changing(workspaceId, ({ log }) => {
      log.pin(id, pinned);
      return true;
    });
  remove = (workspaceId: string, ids: readonly number[]): Promise<Result<Removal, AppError>> =>
    this.changing(workspaceId, ({ log }) => log.remove(ids));
  clear = (workspaceId: string): Promise<Result<Removal, AppError>> => this.changing(workspaceId, ({ log }) => log.clear());
  undoRemoval = (workspaceId: string, removalId: number): Promise<Result<number, AppError>> =>
    this.changing(workspaceId, ({ log }) => log.undo(removalId));

  curl = (workspaceId: string, id: number): Promise<Result<string | null, AppError>> =>
    this.with(workspaceId, ({ log }) => {
      const exchange = log.get(id);
      return exchange === null ? null : curlText(exchange, this.baseUrlOf(workspaceId));
    });

  /** The pieces of the file, to be written one after the other. */
  export(
    workspaceId: string,
    { format, ids, expression }: { format: 'har' | 'json'; ids: readonly number[] | null; expression: string },
  ): Promise<Result<Iterable<string>, AppError>> {
    return this.withFilter(workspaceId, expression, ({ log }, filter) => {
      const wanted = ids ?? log.ids(filter);
      const exchanges = inPortions(wanted, (portion) => log.read(portion));
      const pieces =
        format === 'json'
          ? trafficPieces(exchanges)
          : archivePieces(exchanges, { baseUrl: this.baseUrlOf(workspaceId), appVersion: this.ports.appVersion });
      return this.whileReadable(workspaceId, pieces);
    });
  }

  /** What the server recorded, to be made a bundle of; other requests are answered between the portions of a long log. */
  recorded = (workspaceId: string): Promise<Result<RecordedRun, AppError>> =>
    this.reading(workspaceId, () => this.readRecorded(workspaceId));

  private async readRecorded(workspaceId: string): Promise<Result<RecordedRun, AppError>> {
    const opened = await this.of(workspaceId).opened();
    if (!opened.ok) return opened;
    const { log } = opened.value;
    const scenario = journalScenario({
      beginning: opened.value.beginning(),
      entries: opened.value.entries(0),
      path: this.ports.folderOf(workspaceId),
    });
    if (!scenario.ok) return scenario;
    // Both of one moment: what comes in meanwhile is of the next bundle.
    const ids = log.ids({});
    const exchanges: BundleExchange[] = [];
    for (let at = 0; at < ids.length; at += readAtOnce) {
      exchanges.push(...log.read(ids.slice(at, at + readAtOnce)).map(plainExchange));
      await nextTurn();
    }
    return ok({ scenario: scenario.value, exchanges });
  }

  history = (workspaceId: string, userName: string): Promise<Result<readonly PersonStep[], AppError>> =>
    this.reading(workspaceId, async () => {
      const opened = await this.of(workspaceId).opened();
      return opened.ok ? personHistory(opened.value, userName) : opened;
    });

  replay = (workspaceId: string, order: ReplayOrder): Promise<Result<ReplayView, AppError>> =>
    this.reading(workspaceId, () => this.makeReplay(workspaceId, order));

  private async makeReplay(workspaceId: string, { source, target, watch }: ReplayOrder): Promise<Result<ReplayView, AppError>> {
    const local = this.of(workspaceId);
    const opened = await local.opened();
    if (!opened.ok) return opened;
    const requests = readRequests(source, opened.value);
    if (!requests.ok) return requests;
    if (requests.value.length === 0)
      return err({ code: 'nothing-to-replay', message: 'There is no request to play.', fix: 'Choose some requests, or another filter.' });
    const token = local.token();
    const fromLog = source.kind !== 'text';
    const copy = target === 'live' ? ok(opened.value) : await openFreshCopy(local, opened.value, token, fromLog);
    if (!copy.ok) return copy;
    await this.closeReplay(workspaceId);
    const session = new ReplaySession({
      server: copy.value,
      token,
      target,
      source: sourceWords(source, requests.value.length, opened.value.droppedRequests()),
      requests: requests.value,
      acts: target === 'fresh' && fromLog ? readActs(opened.value) : [],
      watch,
      onChange: (view) => this.ports.onReplay(workspaceId, view),
      onClose: async () => {
        if (target === 'fresh') await copy.value.close();
      },
    });
    this.replays.set(workspaceId, session);
    return ok(session.view);
  }

  replayView = (workspaceId: string): ReplayView | null => this.replays.get(workspaceId)?.view ?? null;

  replayRows = (workspaceId: string, offset: number, limit: number): readonly ReplayRow[] =>
    this.replays.get(workspaceId)?.slice(offset, limit) ?? [];

  driveReplay = async (
    workspaceId: string,
    work: (session: ReplaySession) => Promise<void> | void,
  ): Promise<Result<ReplayView, AppError>> => {
    const session = this.replays.get(workspaceId);
    if (session === undefined) return err({ code: 'no-replay', message: 'No replay is open.', fix: 'Choose requests in the log first.' });
    await work(session);
    return ok(session.view);
  };

  closeReplay = async (workspaceId: string): Promise<void> => {
    const session = this.replays.get(workspaceId);
    this.replays.delete(workspaceId);
    await session?.close();
  };

  /** Before the workspace's folder goes, and when the app ends. */
  async leave(workspaceId: string): Promise<void> {
    await this.closeReplay(workspaceId);
    const server = this.servers.get(workspaceId);
    this.servers.delete(workspaceId);
    await server?.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.servers.keys()].map((workspaceId) => this.leave(workspaceId)));
  }

  private baseUrlOf(workspaceId: string): string {
    return this.of(workspaceId).target?.baseUrl ?? 'http://127.0.0.1:0/scim/v2';
  }

  /** A replay that plays on this server ends before the server becomes another one. */
  private async whole(
    workspaceId: string,
    work: (server: LocalServer) => Promise<Result<ServerView, AppError>>,
  ): Promise<Result<ServerView, AppError>> {
    await this.closeReplay(workspaceId);
    return work(this.of(workspaceId));
  }

  private with<T>(workspaceId: string, work: (server: ScimServer) => T): Promise<Result<T, AppError>> {
    return this.reading(workspaceId, async () => {
      const opened = await this.of(workspaceId).opened();
      return opened.ok ? ok(work(opened.value)) : opened;
    });
  }

  /** A journal that breaks while it is open is told of as what it is. */
  private async reading<T>(workspaceId: string, work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    try {
      return await work();
    } catch (error) {
      return err(unreadPart(this.journalOf(workspaceId), error));
    }
  }

  /** The same for what is read while it is written. */
  private *whileReadable(workspaceId: string, pieces: Iterable<string>): Iterable<string> {
    try {
      yield* pieces;
    } catch (error) {
      throw new ContentFault(unreadPart(this.journalOf(workspaceId), error));
    }
  }

  private journalOf(workspaceId: string): string {
    return journalPath(this.ports.folderOf(workspaceId));
  }

  private async changing<T>(workspaceId: string, work: (server: ScimServer) => T): Promise<Result<T, AppError>> {
    const done = await this.with(workspaceId, work);
    this.ports.onChange(workspaceId);
    return done;
  }

  private async withFilter<T>(
    workspaceId: string,
    expression: string,
    work: (server: ScimServer, filter: LogFilter) => T,
  ): Promise<Result<T, AppError>> {
    const filter = parseLogFilter(expression);
    if (!filter.ok) {
      const { message, fix, at } = filter.error;
      return err({ code: 'bad-filter', message, fix, path: `character ${at + 1}` });
    }
    return this.with(workspaceId, (server) => work(server, filter.value));
  }
}
