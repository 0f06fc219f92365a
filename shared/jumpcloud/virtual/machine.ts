import type { FactId } from '../facts';
import type { Dialect } from './dialect';
import type { Directory } from './directory';
import { holds, type Item, itemsOf, labelOf, membersToSend, type Standing, type Subject, standingOf, valuesOf } from './item';
import { learn } from './learn';
import type { Memory } from './memory';
import { type Problem, severityOf } from './problem';
import { type Answer, fits, readAnswer } from './read-answer';
import { renderRequest, type VirtualRequest } from './render-request';
import type { Branch, Part, Script, Step } from './script';

/** Where a script stands. Changed in place by `next`; the memory outlives it. */
export interface Run {
  readonly script: Script;
  readonly subject: Subject;
  readonly memory: Memory;
  readonly dialect: Dialect;
  readonly problems: Problem[];
  requests: number;
  stopped: boolean;
  testUserMade: boolean;
  part: number;
  items: readonly Item[] | null;
  item: number;
  step: number;
  pending: Pending | null;
}

interface Pending {
  readonly part: Part;
  readonly step: Step;
  readonly item: Item;
  readonly request: VirtualRequest;
  /** Members that were still to be sent, this portion included. */
  readonly outstanding: number;
}

/** One request, and what made JumpCloud send it. */
export interface Sending {
  readonly part: string;
  readonly stepId: string;
  readonly title: string;
  readonly facts: readonly FactId[];
  /** The e-mail or the group's name. */
  readonly about: string;
  readonly request: VirtualRequest;
}

/** What an answer meant for the step that asked. */
export interface Settled {
  readonly result: 'pass' | 'warn' | 'fail';
  readonly problem: Problem | null;
}

export type Turn =
  | { readonly kind: 'send'; readonly settled: Settled | null; readonly sending: Sending }
  | { readonly kind: 'done'; readonly settled: Settled | null; readonly outcome: Outcome };

export interface Outcome {
  /** `fail`: JumpCloud would stop here. `warn`: it goes on, but something is not as it should be. */
  readonly result: 'pass' | 'warn' | 'fail';
  readonly requests: number;
  readonly problems: readonly Problem[];
  /** J4, I1: whether the test e-mail has been used up at a service whose DELETE only deactivates. */
  readonly testEmailUsed: boolean;
  /** JumpCloud's side after the change, whatever the service answered. */
  readonly directory: Directory;
}

export function startRun(script: Script, subject: Subject, memory: Memory, dialect: Dialect): Run {
  const start = { problems: [], requests: 0, stopped: false, testUserMade: false, part: 0, items: null, item: 0, step: 0, pending: null };
  return { script, subject, memory, dialect, ...start };
}

/** Takes in the answer to the request before, null at first, and says which request comes next. */
export function next(run: Run, answer: Answer | null): Turn {
  const settled = run.pending === null || answer === null ? null : settle(run, run.pending, answer);
  for (let at = current(run); at !== null; at = current(run)) {
    const sending = prepare(run, at);
    if (sending !== null) return { kind: 'send', settled, sending };
    run.step += 1;
  }
  return { kind: 'done', settled, outcome: outcomeOf(run) };
}

/** What became of it so far; also for a run that was given up. */
export function outcomeOf(run: Run): Outcome {
  const failed = run.stopped || run.problems.some((problem) => severityOf(problem.code) === 'fail');
  return {
    result: failed ? 'fail' : run.problems.length > 0 ? 'warn' : 'pass',
    requests: run.requests,
    problems: run.problems,
    testEmailUsed: run.testUserMade,
    directory: run.subject.after,
  };
}

interface Place {
  readonly part: Part;
  readonly item: Item;
  readonly step: Step;
}

/** The step to play now; moves over ends of items and parts, and after a stop over all but clean-up. */
function current(run: Run): Place | null {
  for (;;) {
    const part = run.script.parts[run.part];
    if (part === undefined) return null;
    run.items ??= run.stopped && part.always !== true ? [] : itemsOf(part.over, run.subject);
    const item = run.items[run.item];
    const step = part.steps[run.step];
    if (item !== undefined && step !== undefined) return { part, item, step };
    run.step = 0;
    if (item !== undefined) run.item += 1;
    else enterPart(run, run.part + 1);
  }
}

function enterPart(run: Run, part: number): void {
  run.part = part;
  run.items = null;
  run.item = 0;
  run.step = 0;
}

function prepare(run: Run, { part, item, step }: Place): Sending | null {
  const standing = standingOf(item, run.memory);
  if (!(step.only ?? []).every((condition) => holds(condition, standing, run.subject))) return null;
  const portion = portionOf(step, standing, run.dialect.membersPerRequest);
  if (step.each !== undefined && portion.length === 0) return null;
  const request = renderRequest(step.send, valuesOf(standing, run.subject, run.dialect, portion), run.dialect);
  run.pending = { part, step, item, request, outstanding: outstandingOf(step, standing) };
  run.requests += 1;
  return { part: part.title, stepId: step.id, title: step.title, facts: step.facts, about: labelOf(item), request };
}

const portionOf = (step: Step, standing: Standing, limit: number): readonly string[] =>
  (step.each === undefined ? standing.wanted() : membersToSend(standing, step.each)).slice(0, limit);

const outstandingOf = (step: Step, standing: Standing): number => (step.each === undefined ? 0 : membersToSend(standing, step.each).length);

function settle(run: Run, pending: Pending, answer: Answer): Settled {
  const { part, step, item, request } = pending;
  run.pending = null;
  const values = valuesOf(standingOf(item, run.memory), run.subject, run.dialect, []);
  const reading = readAnswer(request, answer, { userName: String(values.oldUserName), displayName: item.group?.knownAs ?? '' });
  const branch: Branch = step.answers.find((one) => fits(one, reading)) ?? { status: 'any', go: 'stop', problem: 'unexpected-answer' };
  const taken = reading.status !== null && reading.status >= 200 && reading.status < 300;
  if (taken) learn(run.memory, { item, request, reading, branch, sent: values });
  if (taken && item.isTest && request.method === 'POST' && request.path === '/Users') run.testUserMade = true;
  const problem = branch.problem === undefined ? null : { code: branch.problem, stepId: step.id, about: labelOf(item), request, answer };
  if (problem !== null) run.problems.push(problem);
  // A portion that was taken is followed by the next one of the same step, as long as that brings the end nearer.
  const again = taken && branch.go === 'next' && outstandingOf(step, standingOf(item, run.memory)) < pending.outstanding;
  if (!again) follow(run, part, branch.go);
  if (problem === null) return { result: 'pass', problem };
  return { result: branch.go === 'stop' ? 'fail' : severityOf(problem.code), problem };
}

function follow(run: Run, part: Part, go: Branch['go']): void {
  if (go === 'next') run.step += 1;
  else if (go === 'skip') run.step = part.steps.length;
  else if (go === 'stop') {
    run.stopped = true;
    enterPart(run, run.part + 1);
  } else run.step = part.steps.findIndex((step) => step.id === go.to);
}
