import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { styleNonce } from '../style-nonce';
import { cssVariables, theme } from '../theme/theme';
import styles from './app.module.css';
import { ErrorBoundary } from './error-boundary';
import { createQueryClient } from './query-client';
import { Start } from './start';

const queryClient = createQueryClient();

/** The window: theme, data and messages around whatever is shown. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={4} className={styles['notifications']} />
        <ErrorBoundary what="The window">
          <Start />
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}
