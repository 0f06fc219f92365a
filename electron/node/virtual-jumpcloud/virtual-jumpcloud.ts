import type { AppError } from '../../../shared/app-error';
import { type Dialect, defaultDialect } from '../../../shared/jumpcloud/virtual/dialect';
import type { Directory, DirectoryChange } from '../../../shared/jumpcloud/virtual/directory';
import { subjectOf } from '../../../shared/jumpcloud/virtual/item';
import { startRun } from '../../../shared/jumpcloud/virtual/machine';
import { emptyMemory, type Memory } from '../../../shared/jumpcloud/virtual/memory';
import type { RunEntry, RunView } from '../../../shared/jumpcloud/virtual/run-view';
import type { Script } from '../../../shared/jumpcloud/virtual/script';
import { err, ok, type Result } from '../../../shared/result';
import { type LocalTarget, openLocalSender } from './local-sender';
import { VirtualRun } from './virtual-run';

export interface StartOptions {
  readonly script: Script;
  readonly target: LocalTarget;
  readonly change: DirectoryChange | null;
  readonly testEmail: string;
  readonly groupBox: boolean;
  readonly dialect?: Dialect;
}

export interface VirtualJumpCloudOptions {
  /** The roster as JumpCloud starts from it, with the groups that are bound. */
  readonly directory: Directory;
  /** Milliseconds. */
  readonly now: () => number;
  /** A number that was not used before, for the test group's name. */
  readonly nonce: () => string;
  /** Switches what the script needs at the local server, and answers the way back; an error where that is not possible. */
  readonly setUp: (what: NonNullable<Script['setUp']>, target: LocalTarget) => Promise<Result<() => Promise<void>, AppError>>;
  readonly onChange: (view: RunView) => void;
}

/** JumpCloud as one organisation sees it: its directory, its memory of each service's ids, and one sequence at a time. */
export class VirtualJumpCloud {
  private directory: Directory;
  private readonly memories = new Map<string, Memory>();
  private current: VirtualRun | null = null;
  private lastRunId = 0;

  constructor(private readonly options: VirtualJumpCloudOptions) {
    this.directory = options.directory;
  }

  get roster(): Directory {
    return this.directory;
  }

  get view(): RunView | null {
    return this.current?.view ?? null;
  }

  entries(offset: number, limit: number): readonly RunEntry[] {
    return this.current?.entries(offset, limit) ?? [];
  }

  /** Makes the first request ready; nothing is sent yet. */
  async start(options: StartOptions): Promise<Result<RunView, AppError>> {
    if (this.current !== null && !this.current.isOver)
      return err({ code: 'busy', message: 'A sequence is still under way.', fix: 'Finish or cancel it first.' });
    const sender = openLocalSender(options.target);
    if (!sender.ok) return sender;
    let undo = async (): Promise<void> => undefined;
    if (options.script.setUp !== undefined) {
      const prepared = await this.options.setUp(options.script.setUp, options.target);
      if (!prepared.ok) return prepared;
      undo = prepared.value;
    }
    const subject = subjectOf({
      before: this.directory,
      change: options.change,
      testEmail: options.testEmail,
      testGroup: `jumpcloud-test-${this.options.nonce()}`,
      groupBox: options.groupBox,
    });
    this.lastRunId += 1;
    const current = new VirtualRun({
      runId: this.lastRunId,
      run: startRun(options.script, subject, this.memoryOf(sender.value.baseUrl), options.dialect ?? defaultDialect),
      sender: sender.value,
      now: this.options.now,
      onChange: () => this.options.onChange(current.view),
      onEnd: async (outcome, state) => {
        if (state === 'done') this.directory = outcome.directory;
        await undo();
      },
    });
    this.current = current;
    await current.begin();
    return ok(current.view);
  }

  async step(): Promise<void> {
    await this.current?.step();
  }

  async runToEnd(): Promise<void> {
    await this.current?.runToEnd();
  }

  async cancel(): Promise<void> {
    await this.current?.cancel();
  }

  /** As if JumpCloud were new: the roster as given, no ids. */
  async forget(directory: Directory): Promise<void> {
    await this.cancel();
    this.directory = directory;
    this.memories.clear();
  }

  private memoryOf(baseUrl: string): Memory {
    const memory = this.memories.get(baseUrl) ?? emptyMemory();
    this.memories.set(baseUrl, memory);
    return memory;
  }
}
