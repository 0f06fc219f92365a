import { Button, Text } from '@mantine/core';
import { Notice } from '../../components/notice';
import { QueryError } from '../../components/query-error';
import { errorOf } from '../../state/demand';
import styles from './server.module.css';

interface UnopenedJournalProps {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly onBeginAnew: () => void;
}

/** What is wrong with the file itself, and will be the next time: another program's hold on it goes by itself. */
const ofTheFile: ReadonlySet<string> = new Set(['journal-version', 'journal-differs', 'journal-damaged', 'journal-unreadable']);

/** Why there is no server, and how there could be one. */
export function UnopenedJournal({ error, onRetry, onBeginAnew }: UnopenedJournalProps) {
  return (
    <div className={styles['screen']}>
      <h1 className={styles['title']}>Local SCIM server</h1>
      <QueryError title="The server’s journal could not be opened" error={error} onRetry={onRetry} />
      {ofTheFile.has(errorOf(error)?.code ?? '') ? (
        <Notice
          tone="info"
          title="Or begin without it"
          actions={
            <Button size="compact-sm" variant="default" onClick={onBeginAnew}>
              Set it aside and begin anew
            </Button>
          }
        >
          <Text size="sm">
            The server then holds the workspace’s organisation, with an empty log. The folder with the journal is kept beside the new one,
            as it is, until the next reset.
          </Text>
        </Notice>
      ) : null}
    </div>
  );
}
