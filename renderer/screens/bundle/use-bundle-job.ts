import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { BundleProgress } from '../../../shared/bundle/bundle-plan';
import type { BundleJob } from '../../../shared/ipc/bundle';
import type { Result } from '../../../shared/result';
import { invoke, RequestError, subscribe } from '../../bridge';

/** `sending` is the window's own part: the file on its way. */
export type JobProgress = BundleProgress | { readonly stage: 'sending'; readonly done: number; readonly total: number };

export interface RunningJob<T> {
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly failure: AppError | null;
  readonly cancelled: boolean;
  /** Answers what came of it; null where nothing did. */
  readonly run: (
    work: (told: (progress: JobProgress) => void) => Promise<Result<T | { readonly kind: 'cancelled' }, AppError>>,
  ) => Promise<T | null>;
  readonly cancel: () => void;
}

interface State {
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly failure: AppError | null;
  readonly cancelled: boolean;
}

const idle: State = { running: false, progress: null, failure: null, cancelled: false };

/** Work on a bundle: how far it is, a way out, and why nothing came of it. */
export function useBundleJob<T extends { readonly kind: string }>(job: BundleJob): RunningJob<T> {
  const [state, setState] = useState(idle);
  useEffect(
    () =>
      subscribe('bundle:progress', ({ job: told, ...progress }) => {
        if (told === job) setState((before) => (before.running ? { ...before, progress } : before));
      }),
    [job],
  );
  const run: RunningJob<T>['run'] = async (work) => {
    setState({ ...idle, running: true });
    try {
      const outcome = await work((progress) => setState((before) => ({ ...before, progress })));
      if (!outcome.ok) setState({ ...idle, failure: outcome.error });
      else if (isCancelled(outcome.value)) setState({ ...idle, cancelled: true });
      else {
        setState(idle);
        return outcome.value;
      }
    } catch (cause) {
      const failure = cause instanceof RequestError ? cause.error : { code: 'window-fault', message: String(cause) };
      setState({ ...idle, failure });
    }
    return null;
  };
  return { ...state, run, cancel: () => void invoke('bundle:cancel', { job }) };
}

const isCancelled = <T extends { readonly kind: string }>(
  outcome: T | { readonly kind: 'cancelled' },
): outcome is { readonly kind: 'cancelled' } => outcome.kind === 'cancelled';
