import { RequestError } from '../bridge';
import { ErrorNotice } from './error-notice';

interface QueryErrorProps {
  /** What was being attempted. */
  readonly title: string;
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** A query that failed: with the reason that main gave, or as a fault of the window. */
export function QueryError({ title, error, onRetry }: QueryErrorProps) {
  const shown =
    error instanceof RequestError
      ? error.error
      : { code: 'window-fault', message: error.message, fix: 'Try again; if it stays, copy this for support.' };
  return <ErrorNotice title={title} error={shown} {...(onRetry === undefined ? {} : { onRetry })} />;
}
