import { Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PersonDetail } from '../../../shared/ipc/preview';
import type { PersonView } from '../../../shared/vendor/organisation';
import { QueryError } from '../../components/query-error';
import { SideSheet } from '../../components/side-sheet';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { ConflictWords } from './conflict-words';
import styles from './preview.module.css';
import { Reason } from './reason';

interface PersonDrawerProps {
  readonly runId: string;
  /** Null while nobody is looked at. */
  readonly userName: string | null;
  readonly onClose: () => void;
}

/** The whole story of one person: before and after, each effect with its chain, conflicts. */
export function PersonDrawer({ runId, userName, onClose }: PersonDrawerProps) {
  const workspaceId = useWorkspaceId();
  const { data, error } = useQuery({
    queryKey: ['preview-person', workspaceId, runId, userName],
    queryFn: () => fetchValue('preview:person', { workspaceId, userName: userName ?? '' }),
    enabled: userName !== null,
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
        <Text size="sm">Nobody of that name is in this run.</Text>
      ) : (
        <Story person={data} />
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

function Story({ person }: { readonly person: PersonDetail }) {
  const { before, after, reasons, conflicts } = person;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {person.userName}
      </Text>
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
      <section aria-label="Why">
        <Text fw={650} mb="xs">
          Why
        </Text>
        {reasons.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nothing happens to this person.
          </Text>
        ) : (
          <ol className={styles['reasons']}>
            {reasons.map((reason, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the story of a finished run does not change
              <Reason key={at} reason={reason} person={person.name === '' ? person.userName : person.name} />
            ))}
          </ol>
        )}
      </section>
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
