import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalPath, openJournal } from '../../electron/node/journal/open-journal';
import { startMirror } from '../../electron/node/scim-server/load-mirror';
import { Mirror, type MirrorSnapshot } from '../../electron/node/scim-server/mirror';
import { openMirror } from '../../electron/node/scim-server/open-mirror';
import type { MirrorEvent } from '../../shared/mirror/mirror-exchange';
import { defaultAssumptions } from '../../shared/vendor/assumptions';

/**
 * Opening a journal of a million changes, of which a snapshot holds all but the last thousands, against playing them all from the
 * beginning and against reading the file's bytes. `npm run bench -- --open`; `BENCH_EVENTS` changes the number.
 */
const eventCount = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const userCount = 10_000;
const batch = 1000;
/** As the server writes them: a snapshot after as many entries as there are people. */
const betweenSnapshots = userCount;
const folder = mkdtempSync(join(tmpdir(), 'scim-open-'));
const nameOf = (at: number): string => `person${at % userCount}@bench.example`;
const origin = {
  organisation: { users: Array.from({ length: userCount }, (_, at) => ({ userName: nameOf(at) })) },
  assumptions: defaultAssumptions,
};

/** Somebody is deactivated or comes back: each event changes one person. */
const eventAt = (at: number): MirrorEvent => ({
  type: 'pushUser',
  userName: nameOf(at * 7),
  active: Math.floor(at / userCount) % 2 === 1,
});

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown } | null): T {
  if (result?.ok === true) return result.value;
  throw new Error(JSON.stringify(result));
}

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const begin = performance.now();
  const value = work();
  return { ms: performance.now() - begin, value };
}

function write(): void {
  const journal = must(openJournal({ folder }));
  const { mirror } = must(startMirror(journal, origin, 0));
  for (let seq = 1; seq <= eventCount; seq += batch) {
    const entries = Array.from({ length: Math.min(batch, eventCount - seq + 1) }, (_, more) => {
      const change = { events: [eventAt(seq + more)], attributes: [] };
      if (!mirror.perform(change, seq + more).written) throw new Error('expected every event to change somebody');
      return { ...change, seq: seq + more, at: seq + more, exchangeId: null };
    });
    must(journal.commit({ exchanges: [], entries }));
    const last = seq + entries.length - 1;
    // The last thousands have no snapshot yet, as on a server that was killed.
    if (last % betweenSnapshots === 0 && last < eventCount)
      must(journal.writeSnapshot({ seq: last, at: last, body: JSON.stringify(mirror.snapshot()) }));
  }
  journal.close();
}

try {
  write();
  const path = journalPath(folder);
  const bytes = timed(() => readFileSync(path)).ms;
  const opened = timed(() => must(openMirror({ folder }, origin, 0)));
  const { journal, loaded } = opened.value;
  const first = [...journal.snapshots()].at(-1);
  const played = timed(() => {
    const mirror = must(Mirror.restore(JSON.parse(first?.body ?? '') as MirrorSnapshot));
    for (const entry of journal.entriesAfter(0)) mirror.perform(entry, entry.at);
    return mirror;
  });
  if (JSON.stringify(played.value.snapshot()) !== JSON.stringify(loaded.mirror.snapshot()))
    throw new Error('expected the same organisation');
  journal.close();
  const result = {
    events: eventCount,
    megabytes: Math.round(statSync(path).size / 1_048_576),
    playedOnOpening: loaded.played,
    openMs: Math.round(opened.ms),
    readBytesMs: Math.round(bytes),
    playAllMs: Math.round(played.ms),
    openToPlayAll: opened.ms / played.ms,
    openToReadingBytes: opened.ms / bytes,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
