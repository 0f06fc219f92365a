import { closeSync, fstatSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './sqlite';
import { prepareTables, releaseTables } from './tables';

const pageSize = 4096;

/**
 * The first page of a journal says where each table begins, and all journals of one version say the same, since their tables are
 * made in the same order. One whose first page is gone gets that of a new journal; the file's own size and counters are put in
 * (SQLite file format, section 1.3). Only ever done to a copy.
 */
export function repairHeader(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'scim-preflight-page-'));
  try {
    const fresh = join(folder, 'fresh.db');
    const opened = openDatabase(fresh);
    if (!opened.ok) return;
    prepareTables(opened.value);
    releaseTables(opened.value);
    opened.value.close();
    const first = readFileSync(fresh).subarray(0, pageSize);
    const file = openSync(path, 'r+');
    try {
      const old = Buffer.alloc(100);
      readSync(file, old, 0, 100, 0);
      const counter = first.readUInt32BE(24);
      first.writeUInt32BE(Math.floor(fstatSync(file).size / pageSize), 28);
      // A write-ahead log beside the file is read with it (file format, section 1.3.3: 2 means WAL).
      first[18] = 2;
      first[19] = 2;
      // No free pages: what they held is not asked for.
      first.writeUInt32BE(0, 32);
      first.writeUInt32BE(0, 36);
      first.writeUInt32BE(counter, 92);
      writeSync(file, first, 0, pageSize, 0);
    } finally {
      closeSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
