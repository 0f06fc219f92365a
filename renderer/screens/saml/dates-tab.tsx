import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { RotationView, SamlView } from '../../../shared/ipc/saml';
import { ErrorNotice } from '../../components/error-notice';
import { Notice } from '../../components/notice';
import { PlainTable } from '../../components/plain-table';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { demand, errorOf } from '../../state/demand';
import { CheckResultTag } from './check-result';
import styles from './saml.module.css';

interface TabProps {
  readonly workspaceId: string;
  readonly view: SamlView;
}

const dayMs = 86_400_000;

/** What ends when, as a calendar to keep, and the rotation of the certificate rehearsed. */
export function DatesTab({ workspaceId, view }: TabProps) {
  const save = useMutation({ mutationFn: () => demand('saml:save-calendar', { workspaceId }) });
  const rotate = useMutation({ mutationFn: () => demand('saml:rotation', { workspaceId }) });
  const saveError = errorOf(save.error);
  const rotateError = errorOf(rotate.error);
  const expiries = [...view.expiries].sort((a, b) => a.atMs - b.atMs);
  const now = Date.now();
  return (
    <Stack gap="md">
      <Section
        title="What ends when"
        aside={
          <Button
            size="compact-sm"
            variant="default"
            disabled={expiries.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            Save as calendar (.ics)…
          </Button>
        }
      >
        {expiries.length === 0 ? (
          <Text size="sm">
            Nothing with an end is known yet: read JumpCloud's metadata under “Identity provider”, and its certificates stand here.
          </Text>
        ) : (
          <PlainTable heads={['What', 'Ends', 'Left']}>
            {expiries.map((expiry) => {
              const days = Math.floor((expiry.atMs - now) / dayMs);
              return (
                <tr key={expiry.id}>
                  <td>
                    <strong>{expiry.title}</strong>
                    <div>{expiry.description}</div>
                  </td>
                  <td className={styles['date']}>{new Date(expiry.atMs).toLocaleDateString('en-GB', { dateStyle: 'medium' })}</td>
                  <td className={styles['date']}>
                    <Tag tone={days < 0 ? 'fail' : days < 60 ? 'warn' : 'pass'}>
                      {days < 0 ? 'over' : days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`}
                    </Tag>
                  </td>
                </tr>
              );
            })}
          </PlainTable>
        )}
        {typeof save.data === 'string' ? (
          <Notice tone="pass" role="status">
            Saved as {save.data}, with reminders 60, 30, 7 and 1 days before.
          </Notice>
        ) : null}
        {saveError === null ? null : <ErrorNotice error={saveError} title="The calendar was not saved" />}
      </Section>
      <Section
        title="Rehearse the rotation"
        aside={
          <Button size="compact-sm" disabled={view.missing.length > 0} loading={rotate.isPending} onClick={() => rotate.mutate()}>
            Rehearse it
          </Button>
        }
      >
        <Text size="sm">
          JumpCloud changes over hard: a new certificate takes the place of the old one at once, its private key with it, and until TestMu
          AI has the new one nobody can sign in.{' '}
          {view.missing.length > 0
            ? `To rehearse it, still missing: ${view.missing.join(', ')}.`
            : 'The rehearsal signs one login at each moment, with an old and a new key of our own.'}
        </Text>
        {rotateError === null ? null : <ErrorNotice error={rotateError} title="The rotation could not be rehearsed" />}
        {rotate.data === undefined ? null : <Rotation rotation={rotate.data} />}
      </Section>
    </Stack>
  );
}

function Rotation({ rotation }: { readonly rotation: RotationView }) {
  return (
    <Stack gap="sm" mt="sm">
      <PlainTable heads={['Moment', 'JumpCloud signs with', 'TestMu AI holds', 'A login then']}>
        {rotation.moments.map((moment) => (
          <tr key={moment.id} data-moment={moment.id} data-verdict={moment.verdict}>
            <td>
              <strong>{moment.title}</strong>
            </td>
            <td>the {moment.jumpCloud} key</td>
            <td>the {moment.testMu} certificate</td>
            <td>
              <CheckResultTag result={moment.verdict === 'accepted' ? 'pass' : 'fail'} />
            </td>
          </tr>
        ))}
      </PlainTable>
      <Text size="sm" fw={600}>
        The order of steps; logins fail while a step is marked
      </Text>
      <ol className={styles['steps']}>
        {rotation.steps.map((step) => (
          <li key={step.what} className={step.opensOutage ? styles['outage'] : undefined}>
            <Tag>{step.where}</Tag> {step.what}{' '}
            {step.opensOutage ? <strong>Logins fail from here until the next step is done.</strong> : null}
          </li>
        ))}
      </ol>
    </Stack>
  );
}
