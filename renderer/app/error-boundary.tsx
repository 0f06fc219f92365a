import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { CopyButton } from '../components/copy-button';
import { Notice } from '../components/notice';

interface ErrorBoundaryProps {
  /** What failed, in a word: the screen's name. */
  readonly what: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
  readonly stack: string;
}

/** Keeps a bug in one screen from taking the window down: says so readably, and lets the details be copied for support. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, stack: '' };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)), stack: '' };
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    this.setState({ stack: info.componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, stack } = this.state;
    if (error === null) return this.props.children;
    const details = `${this.props.what}: ${error.name}: ${error.message}\n${error.stack ?? ''}\n${stack}`;
    return (
      <Stack p="md" maw={720}>
        <Notice tone="fail" role="alert" title={`${this.props.what} stopped because of a fault in this app`}>
          <Text size="sm">
            What you entered is kept: every change is written as you make it. Open the page again; if it stops once more, copy the details
            for support. They hold no token.
          </Text>
          <Code block mt="xs">
            {error.name}: {error.message}
          </Code>
          <Group mt="sm" gap="xs">
            <Button size="xs" onClick={() => this.setState({ error: null, stack: '' })}>
              Open it again
            </Button>
            <CopyButton text={details} what="details" wide />
          </Group>
        </Notice>
      </Stack>
    );
  }
}
