import type { Input, Output } from '../../../shared/ipc/contract';
import type { organisationRequests } from '../../../shared/ipc/organisation';
import type { PreviewPushes, previewRequests } from '../../../shared/ipc/preview';
import type { rosterRequests } from '../../../shared/ipc/roster';
import type { StoreTrouble } from '../stores/store-report';

/** What the worker answers: the window's own requests. */
export type Question = keyof typeof rosterRequests | keyof typeof organisationRequests | keyof typeof previewRequests;

/** Where a dialog saves is asked before the worker is: the path that was chosen goes with the question. */
type SavingQuestion = 'organisation:export-scenario' | 'preview:export';

export type QuestionInput<Q extends Question> = Q extends SavingQuestion ? Input<Q> & { readonly path: string } : Input<Q>;

export type Answers = { readonly [Q in Question]: (input: QuestionInput<Q>) => Output<Q> | Promise<Output<Q>> };

export type ToWorker =
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question; readonly input: unknown }
  /** The workspace's files were changed or removed by somebody else: what is held of it is dropped. */
  | { readonly kind: 'forget'; readonly workspaceId: string };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly output: unknown }
  /** A fault of ours, not an expected failure. */
  | { readonly kind: 'fault'; readonly id: number; readonly message: string }
  | { readonly kind: 'progress'; readonly progress: PreviewPushes['preview:progress'] }
  | { readonly kind: 'trouble'; readonly trouble: StoreTrouble };

export interface WorkerStart {
  /** Folder with one folder a workspace. */
  readonly workspacesFolder: string;
}
