import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppError } from '../../../shared/app-error';
import type { LogBound } from '../../../shared/mirror/log-bound';
import type { MirrorEvent, MirrorExchange, MirrorLog } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import { type ProfileName, profiles } from '../../../shared/scim/profile';
import { defaultAssumptions } from '../../../shared/vendor/assumptions';
import type { Organisation } from '../../../shared/vendor/organisation';
import type { OrganisationSpec } from '../../../shared/vendor/scenario';
import type { Journal } from '../journal/journal';
import type { Recovery } from '../journal/recover-journal';
import type { StorageFault } from '../journal/sqlite';
import { boundConnections } from './bound-connections';
import type { Origin } from './load-mirror';
import type { MirrorSnapshot } from './mirror';
import { openMirror } from './open-mirror';
import { type ActResult, Recorder } from './recorder';
import { createScimApp, type ScimApp } from './scim-app';

export interface ScimServerOptions {
  /** Folder of the journal; null keeps it in memory. */
  readonly data: string | null;
  readonly token: string;
  readonly profile: ProfileName;
  /** What a new journal starts with; one that is there goes on from what it holds. */
  readonly origin?: Origin;
  /** In place of `origin`: how another server began, so that its journal or its requests can be played again. */
  readonly start?: MirrorSnapshot;
  readonly clock?: () => number;
  /** The journal may not grow beyond this: what would is answered 507. Without it the disk is the limit. */
  readonly maximumJournalBytes?: number;
  /** How much of the log of requests is kept; `defaultLogBound` unless told. */
  readonly logBound?: LogBound;
  /** The journal is read through at opening up to this size; 128 MB unless told. */
  readonly checkedBytes?: number;
  /** After a check that found damage: the journal is set aside and what can be read of it goes on. */
  readonly recover?: boolean;
  /** `/scim/v2` unless told. */
  readonly basePath?: string;
}

export interface Listening {
  readonly port: number;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

export interface ScimServer {
  readonly app: ScimApp;
  readonly log: MirrorLog;
  readonly profile: ProfileName;
  /** What opening the journal had to say: damage set aside, or null. */
  readonly recovery: Recovery | null;
  /** How large the journal is, where it was too large to be read through at opening. */
  readonly uncheckedBytes: number | null;
  /** True where the journal was there already and `origin` was not used. */
  readonly resumed: boolean;
  /** Port 0 picks a free one. */
  listen(port: number): Promise<Result<Listening, AppError>>;
  /** Ends connections, writes a snapshot, closes the journal. Once is enough. */
  close(): Promise<void>;
  /** After it is journalled. Returns what ends the listening. */
  onExchange(listener: (exchange: MirrorExchange) => void): () => void;
  /** The organisation as it is now: to be read at once, never to be changed or kept; it is another one after a fault of the disk. */
  organisation(): Organisation;
  /** Plain data to start a preview, a what-if or a copy from. */
  snapshot(): MirrorSnapshot;
  boundLog(bound: LogBound): void;
  /** Reads the whole journal, step by step; returns the first damage in words, null where there is none. */
  checkJournal(): ReturnType<Journal['check']>;
  /** Requests that the log had no room for any more. */
  droppedRequests(): number;
  /** An act of the vendor's admin. */
  act(event: MirrorEvent): Promise<ActResult | StorageFault>;
  /** How the journal began; null where that snapshot cannot be read any more. */
  beginning(): MirrorSnapshot | null;
  /** Everything that changed the organisation above `seq`, oldest first. Read on at once: nothing can be written meanwhile. */
  entries(seq?: number): ReturnType<Journal['entriesAfter']>;
}

const bounds = {
  /** Several times what a load test opens at once: until then nobody's place is taken. */
  maxConnections: 1024,
  /** A head or body that comes slower than this is not waited for. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 30_000,
  maxHeaderSize: 16_384,
  connectionsCheckingInterval: 2000,
} as const;

/** The embedded SCIM server: on 127.0.0.1 alone, durable, one organisation behind it. */
export function createScimServer(options: ScimServerOptions): Result<ScimServer, AppError> {
  const clock = options.clock ?? Date.now;
  const basePath = (options.basePath ?? '/scim/v2').replace(/\/+$/, '');
  const place = {
    folder: options.data,
    ...(options.maximumJournalBytes === undefined ? {} : { maximumBytes: options.maximumJournalBytes }),
    ...(options.logBound === undefined ? {} : { logBound: options.logBound }),
    ...(options.checkedBytes === undefined ? {} : { checkedBytes: options.checkedBytes }),
    recover: options.recover === true,
  };
  const opened = openMirror(place, options.start ?? originFor(options), clock());
  if (!opened.ok) return opened;
  const { journal, loaded, recovery, resumed } = opened.value;
  const recorder = new Recorder(journal, loaded, profiles[options.profile], clock, `http://127.0.0.1${basePath}`);
  const app = createScimApp(recorder, { token: options.token, basePath, clock });
  let server: Server | null = null;
  let closed = false;

  return ok({
    app,
    log: journal.log,
    profile: options.profile,
    recovery,
    uncheckedBytes: journal.uncheckedBytes,
    resumed,
    async listen(port) {
      const listening = await listen(app, port);
      if (!listening.ok) return listening;
      server = listening.value;
      const bound = (server.address() as AddressInfo).port;
      recorder.moveTo(`http://127.0.0.1:${bound}${basePath}`);
      return ok({ port: bound, baseUrl: recorder.baseUrl });
    },
    async close() {
      if (closed) return;
      closed = true;
      if (server !== null) await stop(server);
      recorder.close();
    },
    onExchange: (listener) => recorder.onExchange(listener),
    organisation: () => recorder.mirror.organisation,
    snapshot: () => recorder.mirror.snapshot(),
    boundLog: (bound) => journal.boundLog(bound),
    checkJournal: () => journal.check(),
    droppedRequests: () => journal.droppedRequests(),
    act: (event) => recorder.act(event),
    beginning() {
      const first = [...journal.snapshots()].at(-1);
      return first === undefined || first.seq !== 0 ? null : (JSON.parse(first.body) as MirrorSnapshot);
    },
    entries: (seq = journal.firstSeq()) => journal.entriesAfter(seq),
  });
}

/** A generic service provider knows no other organisations and no switch for groups. */
function originFor({ origin, profile }: ScimServerOptions): Origin {
  const given = origin ?? { organisation: {}, assumptions: defaultAssumptions };
  if (profiles[profile].deviations.has('other-organisation')) return given;
  const organisation: OrganisationSpec = { ...given.organisation, usersInOtherOrganisations: [], groupProvisioning: true };
  return { ...given, organisation };
}

function listen(app: ScimApp, port: number): Promise<Result<Server, AppError>> {
  const { maxConnections, maxHeaderSize, headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval } = bounds;
  const server = createServer(
    // Joined, a second `Host` or `Authorization` shows and is refused; by itself Node drops all but the first.
    { maxHeaderSize, headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval, joinDuplicateHeaders: true },
    app.listener,
  );
  server.on('checkContinue', app.listener);
  boundConnections(server, maxConnections);
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(err(cannotListen(error, port))));
    server.listen(port, '127.0.0.1', () => resolve(ok(server)));
  });
}

const cannotListen = (error: NodeJS.ErrnoException, port: number): AppError => ({
  code: error.code === 'EADDRINUSE' ? 'port-in-use' : 'cannot-listen',
  message:
    error.code === 'EADDRINUSE'
      ? `expected a free port, found that another program listens on 127.0.0.1:${port}`
      : `expected to listen on 127.0.0.1:${port}, found ${error.code ?? error.message}`,
  fix: 'Choose another port, or 0 for any free one.',
});

/** Requests that are being answered are finished; idle connections are closed at once. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 2000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
