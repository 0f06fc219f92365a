import type { AppError } from '../../../shared/app-error';
import type { MadeBundleView, PlayedBundleView } from '../../../shared/ipc/bundle';
import type { Input, Output } from '../../../shared/ipc/contract';
import type { Result } from '../../../shared/result';
import type { RecordedRun } from './read-data-folder';

/** What is asked of a bundle's thread: some of it as the window asks, the rest with what main adds. */
export interface BundleQuestions {
  readonly make: {
    readonly input: {
      readonly workspaceId: string;
      readonly version: string;
      /** What the workspace's server recorded; null for what its preview plays, which is read from its documents. */
      readonly recorded: RecordedRun | null;
    };
    readonly output: Result<MadeBundleView, AppError>;
  };
  readonly 'look-for': { readonly input: Input<'bundle:look-for'>; readonly output: Output<'bundle:look-for'> };
  readonly records: { readonly input: Input<'bundle:records'>; readonly output: Output<'bundle:records'> };
  readonly save: { readonly input: { readonly path: string }; readonly output: Result<string, AppError> };
  readonly open: {
    readonly input: { readonly name: string; readonly parts: readonly Uint8Array[] };
    readonly output: Result<PlayedBundleView, AppError>;
  };
  readonly people: { readonly input: Input<'bundle:people'>; readonly output: Output<'bundle:people'> };
  readonly findings: { readonly input: Input<'bundle:findings'>; readonly output: Output<'bundle:findings'> };
  readonly exchanges: { readonly input: Input<'bundle:exchanges'>; readonly output: Output<'bundle:exchanges'> };
}

export type BundleQuestion = keyof BundleQuestions;
export type QuestionInput<Q extends BundleQuestion> = BundleQuestions[Q]['input'];
export type QuestionOutput<Q extends BundleQuestion> = BundleQuestions[Q]['output'];

export type BundleAnswers = {
  readonly [Q in BundleQuestion]: (input: QuestionInput<Q>) => QuestionOutput<Q> | Promise<QuestionOutput<Q>>;
};
