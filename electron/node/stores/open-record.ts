import type { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import { readKept } from './check-json';
import { notWritten } from './not-written';
import type { RecordFile } from './record-file';
import type { ReportTrouble } from './store-report';

export interface RecordSpec<S extends z.ZodType> {
  readonly schema: S;
  readonly migrate?: (json: unknown) => unknown;
  /** What to begin with where there is nothing to go back to. */
  readonly begin: () => z.output<S>;
}

interface RecordPorts {
  readonly file: RecordFile;
  /** A copy from when the record was last opened in order. */
  readonly copy: RecordFile;
  /** Puts a damaged file out of the way and answers where it went. */
  readonly setAside: (path: string) => string;
  readonly report: ReportTrouble;
}

/**
 * Reads a record at the start. In order: a copy is kept, in case the next start finds it damaged. Damaged: set aside, reported, and the
 * copy takes its place, or a new beginning where there is none. Of a version we do not know: refused, left as it is. A disk that takes
 * nothing is reported, and keeps nobody from reading what is there.
 */
export function openRecord<S extends z.ZodType<Readonly<Record<string, unknown>>>>(
  spec: RecordSpec<S>,
  { file, copy, setAside, report }: RecordPorts,
): Result<z.output<S>, AppError> {
  const write = (target: RecordFile, value: z.output<S>): void => {
    try {
      target.write(value);
    } catch (error) {
      report({ file: target.path, setAsideTo: null, outcome: 'not-written', problem: notWritten('The file', target.path, error) });
    }
  };
  const goBack = (setAsideTo: string | null, problem: AppError): z.output<S> => {
    const earlier = copy.readText();
    const saved = earlier === null ? null : readKept(earlier, spec.schema, spec.migrate);
    const value = saved?.kind === 'good' ? saved.value : spec.begin();
    write(file, value);
    report({ file: file.path, setAsideTo, outcome: saved?.kind === 'good' ? 'restored-copy' : 'started-anew', problem });
    return value;
  };
  const text = file.readText();
  if (text === null && copy.readText() === null) return ok(spec.begin());
  if (text === null) return ok(goBack(null, missing(file.path)));
  const reading = readKept(text, spec.schema, spec.migrate);
  switch (reading.kind) {
    case 'good':
      write(copy, reading.value);
      return ok(reading.value);
    case 'other-version': {
      const problem = { ...reading.problem, path: `${file.path}: format` };
      report({ file: file.path, setAsideTo: null, outcome: 'left-untouched', problem });
      return err(problem);
    }
    case 'corrupt':
      return ok(goBack(setAside(file.path), reading.problem));
  }
}

const missing = (path: string): AppError => ({
  code: 'file-missing',
  message: 'The file is not there any more, although a copy of it is.',
  path,
  fix: 'If it was moved on purpose, close the app and put it back.',
});
