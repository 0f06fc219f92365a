import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerView } from '../../../shared/ipc/server';
import { explainRecovery, explainSalvage } from '../journal/explain-recovery';
import { journalPath } from '../journal/open-journal';
import type { Recovery } from '../journal/recover-journal';
import type { StoreTrouble } from '../stores/store-report';

/** What opening a journal found, for who opens it and for the list of what happened to files. */
export interface JournalTrouble {
  readonly notice: NonNullable<ServerView['recovery']>;
  readonly report: StoreTrouble;
}

export function damagedJournal(folder: string, recovery: Recovery): JournalTrouble {
  return {
    notice: { title: 'The journal was damaged', text: explainRecovery(recovery) },
    report: {
      file: journalPath(folder),
      setAsideTo: recovery.setAside,
      outcome: 'recovered',
      problem: { code: 'journal-damaged', message: `The journal of the local SCIM server was damaged. ${explainSalvage(recovery)}` },
    },
  };
}

/** Whether there is a journal with anything in it; asked before opening makes one. */
export const hasJournal = (folder: string): boolean => (statSync(journalPath(folder), { throwIfNoEntry: false })?.size ?? 0) > 0;

/** There was one, as the workspace remembers, and it is gone or empty. */
export function lostJournal(folder: string): JournalTrouble {
  const file = journalPath(folder);
  const damaged = existsSync(folder) ? readdirSync(folder).filter((name) => /^journal\.damaged-.*\.db$/.test(name)) : [];
  const last = damaged.sort().at(-1);
  const setAsideTo = last === undefined ? null : join(folder, last);
  const message = 'The journal of the local SCIM server is gone or empty: the log of its requests and what they changed.';
  return {
    notice: {
      title: 'The journal is gone',
      text: `Expected it at ${file}, where it was before. The server begins again with the workspace’s organisation and an empty log.${setAsideTo === null ? '' : ` A damaged one was set aside as ${setAsideTo}.`} If you have a copy, close the app and put it there.`,
    },
    report: {
      file,
      setAsideTo,
      outcome: 'started-anew',
      problem: { code: 'journal-missing', message, fix: 'If you have a copy, close the app and put it there.' },
    },
  };
}
