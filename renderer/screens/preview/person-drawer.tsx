import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconArrowsMove } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PersonDetail } from '../../../shared/ipc/preview';
import type { PersonView } from '../../../shared/vendor/organisation';
import { Disclosure } from '../../components/disclosure';
import { QueryError } from '../../components/query-error';
import { SideSheet } from '../../components/side-sheet';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { ChainList } from './chain-view';
import { ConflictWords } from './conflict-words';
import styles from './preview.module.css';
import { Reason } from './reason';

interface PersonDrawerProps {
  readonly runId: string;
  /** Null while nobody is looked at. */
  readonly userName: string | null;
  readonly onClose: () => void;
  readonly onMove: (userName: string) => void;
}

/** The whole story of one person: before and after, what holds and what does not, each effect in its turn. */
export function PersonDrawer({ runId, userName, onClose, onMove }: PersonDrawerProps) {
  const workspaceId = useWorkspaceId();
  const { data, error } = useQuery({
    queryKey: ['preview-person', workspaceId, runId, userName],
    queryFn: () => fetchValue('preview:person', { workspaceId, userName: userName ?? '' }),
    enabled: userName !== null,
    placeholderData: (before) => (before?.userName === userName ? before : undefined),
  });
  return (
    <SideSheet
      opened={userName !== null}
      onClose={onClose}
      title={data === undefined || data === null || data.name === '' ? userName : data.name}
    >
      {error === null ? null : <QueryError title="The person could not be looked up" error={error} />}
      {data === undefined ? (
        error === null ? (
          <Loader aria-label="Looking the person up" />
        ) : null
      ) : data === null ? (
        <Text size="sm">
          {userName} is not in this run: neither at the vendor before nor among those pushed. An address that a warning or refusal names may
          belong to another organisation.
        </Text>
      ) : (
        <Story person={data} onMove={onMove} />
      )}
    </SideSheet>
  );
}

const fields: readonly (readonly [label: string, value: (view: PersonView) => string])[] = [
  ['Account', (view) => (view.active ? 'active' : 'inactive')],
  ['Role', (view) => view.role],
  ['Sub-organisation', (view) => view.subOrganization ?? 'root organisation'],
  ['Concurrency group', (view) => view.concurrencyGroup],
  ['Teams', (view) => (view.teams.length === 0 ? 'none' : view.teams.join(', '))],
];

function Story({ person, onMove }: { readonly person: PersonDetail; readonly onMove: (userName: string) => void }) {
  const { before, after, reasons, conflicts, chains, groups } = person;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text size="sm">{person.userName}</Text>
          <Text size="sm" c="dimmed">
            {groups.length === 0 ? 'in no group' : `in ${groups.join(', ')}`}
          </Text>
        </div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowsMove size={14} aria-hidden="true" />}
          onClick={() => onMove(person.userName)}
        >
          What if moved…
        </Button>
      </Group>
      <section aria-label="Before and after">
        <div className={styles['grid']}>
          <span />
          <span className={styles['gridHead']}>Before</span>
          <span className={styles['gridHead']}>After</span>
          {fields.map(([label, value]) => (
            <Field key={label} label={label} before={before === null ? null : value(before)} after={after === null ? null : value(after)} />
          ))}
        </div>
      </section>
      {conflicts.length === 0 ? null : (
        <section aria-label="Conflicts">
          <Stack gap="xs">
            {conflicts.map((conflict) => (
              <ConflictWords
                key={`${conflict.type} ${conflict.incoming.displayName} ${conflict.incoming.entity.name}`}
                conflict={conflict}
              />
            ))}
          </Stack>
        </section>
      )}
      <section aria-label="Why, and why not">
        <Text fw={650} mb="xs">
          Why, and why not
        </Text>
        <ChainList chains={chains} label="Why, and why not" />
      </section>
      {reasons.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing happens to this person.
        </Text>
      ) : (
        <Disclosure summary={`What happens, one after the other (${reasons.length})`}>
          <ol className={styles['reasons']}>
            {reasons.map((reason, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the story of a finished run does not change
              <Reason key={at} reason={reason} />
            ))}
          </ol>
        </Disclosure>
      )}
    </Stack>
  );
}

function Field({ label, before, after }: { readonly label: string; readonly before: string | null; readonly after: string | null }) {
  return (
    <>
      <span>{label}</span>
      <span>{before ?? 'not there'}</span>
      <span className={before === after ? '' : styles['is']}>{after ?? 'not there'}</span>
    </>
  );
}
