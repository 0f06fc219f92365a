import { Button, Code, Text } from '@mantine/core';
import type { AppError } from '../../shared/app-error';
import { Notice } from './notice';

export interface ErrorNoticeProps {
  readonly error: AppError;
  /** What was being attempted, e.g. "The roster could not be read". */
  readonly title: string;
  readonly onRetry?: () => void;
}

/** An expected failure in full: what was expected and found, where, and what to do. */
export function ErrorNotice({ error, title, onRetry }: ErrorNoticeProps) {
  const retry =
    onRetry === undefined ? null : (
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        Try again
      </Button>
    );
  return (
    <Notice tone="fail" role="alert" title={title} actions={retry}>
      <Text size="sm">{error.message.replace(/^expected /, 'Expected ')}</Text>
      {error.path === undefined ? null : (
        <Text size="sm">
          Where: <Code>{error.path}</Code>
        </Text>
      )}
      {error.fix === undefined ? null : (
        <Text size="sm">
          <strong>What to do:</strong> {error.fix}
        </Text>
      )}
    </Notice>
  );
}
