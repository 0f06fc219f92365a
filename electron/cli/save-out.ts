import { constants } from 'node:os';
import type { AppError } from '../../shared/app-error';
import type { Result } from '../../shared/result';
import { saveFile } from '../node/stores/save-file';
import { type FileContent, removeUnfinished } from '../node/stores/write-whole-file';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Saves what `--out` names. Ended meanwhile (Ctrl-C), nothing is left of it, and the exit code is the shell's for that signal. Only here,
 * since whoever listens to a signal puts off the end until the work in hand is done, which for a plan may be minutes.
 */
export async function saveOut(path: string, content: FileContent): Promise<Result<string, AppError>> {
  const end = (signal: (typeof endings)[number]): void => {
    removeUnfinished();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of endings) process.once(signal, end);
  try {
    return await saveFile(path, content);
  } finally {
    for (const signal of endings) process.removeListener(signal, end);
  }
}
