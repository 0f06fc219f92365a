import { type Explained, explainOutcome, explainProblem, sentWords } from '../../../shared/jumpcloud/virtual/explain-problem';
import { next, type Outcome, outcomeOf, type Run, type Sending, type Turn } from '../../../shared/jumpcloud/virtual/machine';
import type { OutcomeView, RunEntry, RunView } from '../../../shared/jumpcloud/virtual/run-view';
import type { LocalSender } from './local-sender';

export interface VirtualRunOptions {
  readonly runId: number;
  readonly run: Run;
  readonly sender: LocalSender;
  /** Milliseconds. */
  readonly now: () => number;
  /** After each change of the view; entries up to `sent` can be asked for. */
  readonly onChange: () => void;
  /** Once, at the end or when it is given up. */
  readonly onEnd: (outcome: Outcome, state: 'done' | 'cancelled') => Promise<void> | void;
}

const keptTextLength = 20_000;
const problemsShown = 50;

/** One script on its way: sends a request at a time, on demand or until the end, and keeps what was said. */
export class VirtualRun {
  private readonly list: RunEntry[] = [];
  /** By step, kind and status: the first example, and how many there are. */
  private readonly problems = new Map<string, Explained & { readonly index: number; count: number }>();
  private readonly stopping = new AbortController();
  private state: RunView['state'] = 'waiting';
  private turn: Turn;
  private outcome: OutcomeView | null = null;

  constructor(private readonly options: VirtualRunOptions) {
    this.turn = next(options.run, null);
  }

  /** A script that has nothing to send is over at once. */
  async begin(): Promise<void> {
    if (this.turn.kind === 'done') await this.end(this.turn.outcome, 'done');
  }

  get view(): RunView {
    const { runId, run, sender } = this.options;
    const upcoming = this.turn.kind === 'send' && this.outcome === null ? this.entry(this.turn.sending, this.list.length) : null;
    const sent = this.list.length;
    return {
      runId,
      scriptId: run.script.id,
      name: run.script.name,
      baseUrl: sender.baseUrl,
      state: this.state,
      upcoming,
      sent,
      outcome: this.outcome,
    };
  }

  entries(offset: number, limit: number): readonly RunEntry[] {
    return this.list.slice(offset, offset + limit);
  }

  get isOver(): boolean {
    return this.outcome !== null;
  }

  /** Sends the one request that is ready. */
  async step(): Promise<void> {
    if (this.state !== 'waiting') return;
    if (await this.sendOne()) {
      this.state = 'waiting';
      this.options.onChange();
    }
  }

  /** Sends all that is left. */
  async runToEnd(): Promise<void> {
    if (this.state !== 'waiting') return;
    while (await this.sendOne()) this.options.onChange();
  }

  /** Gives up; a request that is under way is cut off. */
  async cancel(): Promise<void> {
    if (this.isOver) return;
    const idle = this.state === 'waiting';
    this.stopping.abort();
    if (idle) await this.end(outcomeOf(this.options.run), 'cancelled');
  }

  /** True when there is more to send. */
  private async sendOne(): Promise<boolean> {
    if (this.turn.kind !== 'send') return false;
    this.state = 'sending';
    const { sending } = this.turn;
    const index = this.list.length;
    const startedAt = this.options.now();
    const { answer, text } = await this.options.sender.send(sending.request, this.stopping.signal);
    const durationMs = this.options.now() - startedAt;
    if (this.stopping.signal.aborted) {
      this.list.push({ ...this.entry(sending, index), failure: 'Cancelled.', durationMs });
      await this.end(outcomeOf(this.options.run), 'cancelled');
      return false;
    }
    this.turn = next(this.options.run, answer);
    const { settled } = this.turn;
    const problem = settled === null || settled.problem === null ? null : explainProblem(settled.problem);
    const status = answer.kind === 'answered' ? answer.status : null;
    if (problem !== null) this.note(`${sending.stepId} ${settled?.problem?.code} ${status}`, problem, index);
    this.list.push({
      ...this.entry(sending, index),
      status,
      failure: answer.kind === 'failed' ? answer.reason : null,
      responseText: readable(text),
      durationMs,
      result: settled?.result ?? null,
      problem,
    });
    if (this.turn.kind === 'send') return true;
    await this.end(this.turn.outcome, 'done');
    return false;
  }

  private async end(outcome: Outcome, state: 'done' | 'cancelled'): Promise<void> {
    await this.options.onEnd(outcome, state);
    this.state = state;
    this.outcome = this.explained(outcome, state);
    this.options.sender.close();
    this.options.onChange();
  }

  private note(kind: string, problem: Explained, index: number): void {
    const known = this.problems.get(kind);
    if (known === undefined) this.problems.set(kind, { ...problem, index, count: 1 });
    else known.count += 1;
  }

  private explained(outcome: Outcome, state: 'done' | 'cancelled'): OutcomeView {
    return {
      result: state === 'cancelled' ? 'warn' : outcome.result,
      sentence: state === 'cancelled' ? `Cancelled after ${sentWords(this.list.length)}.` : explainOutcome(outcome),
      problems: [...this.problems.values()].slice(0, problemsShown),
      usedTestEmail: outcome.testEmailUsed ? this.options.run.subject.testEmail : null,
    };
  }

  private entry(sending: Sending, index: number): RunEntry {
    const { part, stepId, title, facts, about, request } = sending;
    return {
      index,
      part,
      stepId,
      title,
      facts,
      about,
      method: request.method,
      path: request.path,
      contentType: request.contentType,
      requestText: request.body === undefined ? '' : cut(JSON.stringify(request.body, null, 2)),
      status: null,
      failure: null,
      responseText: '',
      durationMs: null,
      result: null,
      problem: null,
    };
  }
}

const cut = (text: string): string => (text.length <= keptTextLength ? text : `${text.slice(0, keptTextLength)}\n… cut here`);

function readable(text: string): string {
  if (text.length > keptTextLength * 4) return cut(text);
  try {
    return cut(JSON.stringify(JSON.parse(text), null, 2));
  } catch {
    return cut(text);
  }
}
