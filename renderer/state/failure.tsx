import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AppError } from '../../shared/app-error';
import { RequestError } from '../bridge';

const asAppError = (cause: unknown): AppError =>
  cause instanceof RequestError
    ? cause.error
    : {
        code: 'window-fault',
        message: cause instanceof Error ? cause.message : String(cause),
        fix: 'Try again; if it stays, copy this for support.',
      };

/** Says in a corner of the window that something asked for did not happen, and what to do. It stays until it is closed, or until the same fails again. */
export function showFailure(title: string, cause: AppError | unknown): void {
  const error = isAppError(cause) ? cause : asAppError(cause);
  notifications.hide(title);
  notifications.show({
    id: title,
    color: 'red.8',
    title,
    autoClose: false,
    role: 'alert',
    closeButtonProps: { 'aria-label': 'Close' },
    message: (
      <>
        <Text size="sm">{error.message}</Text>
        {error.path === undefined ? null : <Text size="sm">Where: {error.path}</Text>}
        {error.fix === undefined ? null : <Text size="sm">What to do: {error.fix}</Text>}
      </>
    ),
  });
}

const isAppError = (cause: unknown): cause is AppError =>
  typeof cause === 'object' && cause !== null && !(cause instanceof Error) && 'code' in cause && 'message' in cause;
