import type { Roster, RosterPerson } from '../../../../../shared/jumpcloud/roster';
import { type Dialect, defaultDialect } from '../../../../../shared/jumpcloud/virtual/dialect';
import type { Directory, DirectoryChange } from '../../../../../shared/jumpcloud/virtual/directory';
import { subjectOf } from '../../../../../shared/jumpcloud/virtual/item';
import { next, type Outcome, type Sending, startRun } from '../../../../../shared/jumpcloud/virtual/machine';
import { emptyMemory, type Memory } from '../../../../../shared/jumpcloud/virtual/memory';
import type { Answer } from '../../../../../shared/jumpcloud/virtual/read-answer';
import type { VirtualRequest } from '../../../../../shared/jumpcloud/virtual/render-request';
import { builtInScripts } from '../../../../../shared/jumpcloud/virtual/scripts';

export const person = (email: string, groups: readonly string[], parts: Partial<RosterPerson> = {}): RosterPerson => ({
  email,
  firstname: 'Ann',
  lastname: 'Lee',
  active: true,
  groups,
  line: 2,
  ...parts,
});

export const directoryOf = (people: readonly RosterPerson[], bound: readonly string[]): Directory => {
  const roster: Roster = { people, emptyGroups: [], hasNames: true, problems: [] };
  return { roster, bound, ungrouped: new Set() };
};

export interface Play {
  readonly directory?: Directory;
  readonly change?: DirectoryChange;
  readonly memory?: Memory;
  readonly dialect?: Partial<Dialect>;
  readonly groupBox?: boolean;
  readonly testEmail?: string;
}

/** Plays a built-in script to its end against something that answers. */
export function play(
  id: string,
  answer: (request: VirtualRequest) => Answer,
  parts: Play = {},
): { readonly outcome: Outcome; readonly sent: readonly Sending[] } {
  const dialect = { ...defaultDialect, ...parts.dialect };
  const script = builtInScripts(dialect).find((one) => one.id === id);
  if (script === undefined) throw new Error(`no script ${id}`);
  const subject = subjectOf({
    before: parts.directory ?? directoryOf([], []),
    change: parts.change ?? null,
    testEmail: parts.testEmail ?? 'test+1@acme.example',
    testGroup: 'jumpcloud-test-1',
    groupBox: parts.groupBox ?? true,
  });
  const run = startRun(script, subject, parts.memory ?? emptyMemory(), dialect);
  const sent: Sending[] = [];
  for (let turn = next(run, null); ; turn = next(run, answer(sent.at(-1)?.request ?? missing()))) {
    if (turn.kind === 'done') return { outcome: turn.outcome, sent };
    sent.push(turn.sending);
    if (sent.length > 10_000) throw new Error('the script does not end');
  }
}

const missing = (): never => {
  throw new Error('nothing was sent');
};
