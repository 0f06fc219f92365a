import type { AppError } from '../../../shared/app-error';
import type { Input, Output } from '../../../shared/ipc/contract';
import type { organisationRequests } from '../../../shared/ipc/organisation';
import type { previewRequests } from '../../../shared/ipc/preview';
import type { rosterRequests } from '../../../shared/ipc/roster';
import type { Plan } from '../../../shared/plan/plan';
import type { Result } from '../../../shared/result';
import type { ToThread } from '../threads/thread-messages';

type WindowQuestion = keyof typeof rosterRequests | keyof typeof organisationRequests | keyof typeof previewRequests;

/** What main asks for itself, beside passing on what the window asks. */
interface OwnQuestions {
  /** The plan of the last run, unless something it was made from has changed since. */
  readonly 'plan:current': {
    readonly input: { readonly workspaceId: string };
    readonly output: Result<Plan | null, AppError>;
  };
}

/** What the worker answers. */
export type Question = WindowQuestion | keyof OwnQuestions;

/** Where a dialog saves is asked before the worker is: the path that was chosen goes with the question. */
type SavingQuestion = 'organisation:export-scenario' | 'preview:export';

/** A file comes with the question that reads it, in the parts in which the window sent it. */
type ReadingQuestion = 'roster:read' | 'organisation:import-scenario';

export type QuestionInput<Q extends Question> = Q extends keyof OwnQuestions
  ? OwnQuestions[Q]['input']
  : Q extends SavingQuestion
    ? Input<Q> & { readonly path: string }
    : Q extends ReadingQuestion
      ? Omit<Input<Q>, 'fileId'> & { readonly parts: readonly Uint8Array<ArrayBuffer>[] }
      : Q extends WindowQuestion
        ? Input<Q>
        : never;
export type QuestionOutput<Q extends Question> = Q extends keyof OwnQuestions
  ? OwnQuestions[Q]['output']
  : Q extends WindowQuestion
    ? Output<Q>
    : never;

export type Answers = { readonly [Q in Question]: (input: QuestionInput<Q>) => QuestionOutput<Q> | Promise<QuestionOutput<Q>> };

export type ToWorker =
  | ToThread<Question>
  /** The workspace's files were changed or removed by somebody else: what is held of it is dropped. */
  | { readonly kind: 'forget'; readonly workspaceId: string };
