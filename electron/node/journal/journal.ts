import { defaultLogBound, type LogBound } from '../../../shared/mirror/log-bound';
import type { MirrorEvent, MirrorExchange, MirrorLog } from '../../../shared/mirror/mirror-exchange';
import { err, ok, type Result } from '../../../shared/result';
import type { JsonObject } from '../../../shared/scim/json';
import { type CheckProgress, checkJournal } from './check-journal';
import { checksum } from './checksum';
import { DeferredExchanges, type DeferredRows } from './deferred-exchanges';
import { insertEntry, readEntries } from './entry-row';
import { createExchangeLog } from './exchange-log';
import { createPacks } from './exchange-pack';
import { type ExchangeRow, insertRow, rowOf } from './exchange-row';
import { charactersOf } from './log-sizes';
import { readRowBytes } from './row-bytes';
import { type Database, type Statement, type StorageFault, storageFault } from './sqlite';
import { readMeta, releaseTables } from './tables';
import { readable, withTexts } from './text-columns';
import { LogTrimmer } from './trim-log';

/** What the SCIM layer keeps of a resource besides what the organisation knows: `externalId`, the generic attributes. */
export interface AttributeChange {
  readonly resource: 'User' | 'Group';
  /** `userName` or `displayName` after the events. */
  readonly name: string;
  readonly attributes: JsonObject | null;
}

/** One change of the organisation: events in order, and what is kept besides. */
export interface Change {
  readonly events: readonly MirrorEvent[];
  readonly attributes: readonly AttributeChange[];
}

export interface JournalEntry extends Change {
  readonly seq: number;
  readonly at: number;
  readonly exchangeId: number | null;
}

export interface StoredSnapshot {
  readonly seq: number;
  readonly at: number;
  readonly body: string;
}

/** What becomes durable together: all of it or nothing. */
export interface Batch {
  readonly exchanges: readonly MirrorExchange[];
  readonly entries: readonly JournalEntry[];
}

/** One journal, one writer. When `commit` comes back, the batch is on disk. */
export interface Journal {
  readonly log: MirrorLog;
  readonly lastExchangeId: number;
  /** What no longer fits goes soon after, the oldest first. */
  boundLog(bound: LogBound): void;
  /** Requests that went so, since the journal began. */
  droppedRequests(): number;
  commit(batch: Batch): Result<void, StorageFault>;
  /** An exchange that changed nothing: in the log at once, on disk with the next commit or some tens of milliseconds later. */
  defer(exchange: MirrorExchange): void;
  /** Entries above `seq`, oldest first; throws `JournalDamage` where one is missing or not as it was written. */
  entriesAfter(seq: number): Iterable<JournalEntry>;
  /** True where nothing was ever written to it. */
  isEmpty(): boolean;
  /** Where history begins: the `seq` of the oldest snapshot. */
  readonly firstSeq: () => number;
  /** Of the newest snapshot, sound or not: so many changes there were at least. */
  lastSnapshotSeq(): number;
  /** Newest first; one that does not add up is passed over. */
  snapshots(): Iterable<StoredSnapshot>;
  writeSnapshot(snapshot: StoredSnapshot): Result<void, StorageFault>;
  /** How large the file is, where it was too large to be read through when it was opened; null where it was. */
  readonly uncheckedBytes: number | null;
  /** The whole of it, step by step; see `checkJournal`. */
  check(): Generator<CheckProgress, string | null>;
  readMeta(name: string): string | null;
  writeMeta(name: string, value: string): Result<void, StorageFault>;
  close(): void;
}

const kept = 2;

export function createJournal(database: Database, logBound: LogBound = defaultLogBound, uncheckedBytes: number | null = null): Journal {
  const statement = (sql: string): Statement => database.prepare(sql);
  const insert = {
    exchange: insertRow(database),
    entry: insertEntry(database),
    snapshot: statement('INSERT OR REPLACE INTO snapshots (seq, at, checksum, body) VALUES (?, ?, ?, ?)'),
  };
  const begin = statement('BEGIN IMMEDIATE');
  const end = statement('COMMIT');
  let durable: boolean | null = null;

  /**
   * FULL where the organisation changes: the write-ahead log is on the disk itself before the answer leaves, so that not even a
   * power cut takes an answered write back. A batch of reads only is committed without that flush: kill -9 loses none of it,
   * a power cut at most the last lines of the log.
   */
  const useSynchronous = (full: boolean): void => {
    if (durable === full) return;
    database.exec(full ? 'PRAGMA synchronous = FULL' : 'PRAGMA synchronous = NORMAL');
    durable = full;
  };

  const attempt = (work: () => void): Result<void, StorageFault> => {
    try {
      work();
      return ok(undefined);
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      return err(storageFault(error));
    }
  };

  const trimmer = new LogTrimmer(
    database,
    logBound,
    (work) =>
      attempt(() => {
        useSynchronous(false);
        begin.run();
        work();
        end.run();
      }).ok,
  );
  const insertExchange = (row: ExchangeRow): void => {
    insert.exchange(row);
    trimmer.note(Number(row[0]), 1, charactersOf(row));
  };

  const packs = createPacks(database);
  const writeReads = (reads: DeferredRows): void => trimmer.note(reads.id, reads.count, packs.write(reads));

  const write = ({ exchanges, entries }: Batch, reads: DeferredRows | null): Result<void, StorageFault> =>
    attempt(() => {
      useSynchronous(entries.length > 0);
      begin.run();
      if (reads !== null) writeReads(reads);
      for (const entry of entries) insert.entry(entry);
      for (const exchange of exchanges) insertExchange(rowOf(exchange, seqOf(entries, exchange.id)));
      end.run();
    });

  const deferred = new DeferredExchanges(() => settle(false));

  /** What was deferred goes to the disk, and for a reader every exchange into a row of its own. What does not fit is not in the log. */
  const settle = (forReader: boolean): void => {
    if (!database.open) return;
    const reads = deferred.take();
    const layOut = forReader && packs.some();
    if (reads === null && !layOut) return;
    attempt(() => {
      useSynchronous(false);
      begin.run();
      if (layOut) for (const row of packs.layOut()) trimmer.note(Number(row[0]), 1, charactersOf(row));
      if (reads !== null && forReader) for (const row of readRowBytes(reads.rows)) insertExchange(row);
      else if (reads !== null) writeReads(reads);
      end.run();
    });
  };

  const commit = (batch: Batch): Result<void, StorageFault> => {
    const reads = deferred.take();
    const written = write(batch, reads);
    // A change is not refused for the sake of a read.
    return written.ok || reads === null ? written : write(batch, null);
  };

  const one = (sql: string): unknown => Object.values((statement(sql).get() as object | undefined) ?? {})[0];

  return {
    log: createExchangeLog(database, () => {
      settle(true);
      trimmer.steps();
    }),
    boundLog: (bound) => trimmer.setBound(bound),
    droppedRequests: () => trimmer.dropped(),
    lastExchangeId: Number(
      one(
        'SELECT max((SELECT coalesce(max(id), 0) FROM exchanges), (SELECT coalesce(max(CAST(exchange_id AS INTEGER)), 0) FROM entries))',
      ) ?? 0,
    ),
    commit,
    defer: (exchange) => deferred.add(exchange),
    isEmpty: () => Number(one('SELECT (SELECT count(*) FROM snapshots) + (SELECT count(*) FROM (SELECT seq FROM entries LIMIT 1))')) === 0,
    firstSeq: () => Number(one('SELECT min(seq) FROM snapshots') ?? 0),
    lastSnapshotSeq: () => Number(one('SELECT max(seq) FROM snapshots') ?? 0),
    entriesAfter: (seq) => readEntries(database, seq),
    *snapshots() {
      for (const { seq } of statement('SELECT seq FROM snapshots ORDER BY seq DESC').all() as { seq: number }[]) {
        const bytes = statement(`SELECT ${readable('at, checksum, body')} FROM snapshots WHERE seq = ?`).get(seq) as object | undefined;
        const row = bytes === undefined ? null : withTexts<StoredSnapshot & { readonly checksum: string }>(bytes);
        // One that does not add up is passed over: the one before it and the entries since give the same organisation.
        if (row !== null && checksum(row.body) === row.checksum) yield { seq, at: row.at, body: row.body };
      }
    },
    writeSnapshot: ({ seq, at, body }) =>
      attempt(() => {
        useSynchronous(true);
        begin.run();
        insert.snapshot.run([seq, at, checksum(body), body]);
        // The first stays: with it the whole journal can be played from the beginning.
        database.exec(
          `DELETE FROM snapshots WHERE seq > (SELECT min(seq) FROM snapshots) AND seq NOT IN (SELECT seq FROM snapshots ORDER BY seq DESC LIMIT ${kept})`,
        );
        end.run();
      }),
    uncheckedBytes,
    check: () => checkJournal(database),
    readMeta: (name) => readMeta(database, name),
    writeMeta: (name, value) =>
      attempt(() => {
        useSynchronous(true);
        statement('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run([name, value]);
      }),
    close: () => {
      settle(false);
      trimmer.close();
      // Nothing is lost where the disk does not allow it: everything answered is in the log beside the file.
      attempt(() => releaseTables(database));
      database.close();
    },
  };
}

const seqOf = (entries: readonly JournalEntry[], exchangeId: number): number | null =>
  entries.length === 0 ? null : (entries.find((entry) => entry.exchangeId === exchangeId)?.seq ?? null);
