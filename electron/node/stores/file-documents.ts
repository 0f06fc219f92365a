import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import { readKept } from './check-json';
import type { DocumentSpec, Documents, WorkspaceDocuments } from './documents';
import { notWritten } from './not-written';
import { setAside } from './set-aside';
import type { ReportTrouble } from './store-report';
import { writeWholeFile } from './write-whole-file';

interface FileDocumentsPorts {
  /** The workspace's folder. */
  readonly folderOf: (workspaceId: string) => string;
  readonly now: () => Date;
  readonly report: ReportTrouble;
}

/** Documents as files: `<folder>/<name>.json`. */
export class FileDocuments implements Documents {
  private readonly listeners = new Set<(workspaceId: string, name: string) => void>();
  /** The last work on each file: the next one starts behind it. */
  private readonly queues = new Map<string, Promise<unknown>>();
  /** Files that were looked at before they may be written over. */
  private readonly seen = new Set<string>();

  constructor(private readonly ports: FileDocumentsPorts) {}

  of(workspaceId: string): WorkspaceDocuments {
    const pathOf = (spec: DocumentSpec): string => join(this.ports.folderOf(workspaceId), `${spec.name}.json`);
    const told = (name: string): void => {
      for (const listener of this.listeners) listener(workspaceId, name);
    };
    return {
      read: (spec) => this.inTurn(pathOf(spec), () => this.readNow(pathOf(spec), spec)),
      write: async (spec, value) => {
        const written = await this.inTurn(pathOf(spec), () => this.writeNow(pathOf(spec), spec, value));
        if (written.ok) told(spec.name);
        return written;
      },
      remove: async (spec) => {
        await this.inTurn(pathOf(spec), () => rm(pathOf(spec), { force: true }));
        told(spec.name);
        return ok(null);
      },
    };
  }

  async stampOf(workspaceId: string, spec: DocumentSpec): Promise<string | null> {
    try {
      const { mtimeMs, size, ino } = await stat(join(this.ports.folderOf(workspaceId), `${spec.name}.json`));
      return `${mtimeMs}/${size}/${ino}`;
    } catch {
      return null;
    }
  }

  onChange(listener: (workspaceId: string, name: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async settle(): Promise<void> {
    await Promise.allSettled(this.queues.values());
  }

  private async readNow<S extends z.ZodType>(path: string, spec: DocumentSpec<S>): Promise<Result<z.output<S> | null, AppError>> {
    const there = await readIfThere(path);
    if (!there.ok) return there;
    const text = there.value;
    if (text === null) {
      this.seen.add(path);
      return ok(null);
    }
    const reading = readKept(text, spec.schema, spec.migrate);
    if (reading.kind === 'good') {
      this.seen.add(path);
      return ok(reading.value);
    }
    const problem = { ...reading.problem, path: reading.problem.path === undefined ? path : `${path}: ${reading.problem.path}` };
    if (reading.kind === 'other-version') {
      this.ports.report({ file: path, setAsideTo: null, outcome: 'left-untouched', problem });
      return err(problem);
    }
    const setAsideTo = setAside(path, this.ports.now());
    this.ports.report({ file: path, setAsideTo, outcome: 'started-anew', problem });
    return err({ ...problem, fix: `The damaged file was kept as ${setAsideTo}. Import the data again.` });
  }

  /** A file that this session has not read yet is read first: what is damaged is set aside, what is of another version stays. */
  private async writeNow<S extends z.ZodType>(path: string, spec: DocumentSpec<S>, value: z.output<S>): Promise<Result<null, AppError>> {
    if (!this.seen.has(path)) {
      const there = await this.readNow(path, spec);
      if (!there.ok && (there.error.code === 'other-version' || there.error.code === 'not-readable')) return there;
      this.seen.add(path);
    }
    try {
      await writeWholeFile(path, JSON.stringify(value));
      return ok(null);
    } catch (error) {
      return err(notWritten('The file', path, error));
    }
  }

  private inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(path) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.queues.set(path, mine);
    const tidy = (): void => {
      if (this.queues.get(path) === mine) this.queues.delete(path);
    };
    mine.then(tidy, tidy);
    return mine;
  }
}

async function readIfThere(path: string): Promise<Result<string | null, AppError>> {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok(null);
    return err({
      code: 'not-readable',
      message: `The file could not be read: ${error instanceof Error ? error.message : String(error)}`,
      path,
      fix: 'Check that the file belongs to you and that the disk is in order.',
    });
  }
}
