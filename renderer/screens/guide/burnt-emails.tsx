import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { jumpcloudFacts } from '../../../shared/jumpcloud/facts';
import { FactBadge } from '../../components/fact-badge';
import { Section } from '../../components/section';
import { useGuide } from '../../state/guide';
import styles from './burnt-emails.module.css';

/** Test e-mails that a Test Connection has used up: a used one stays at the vendor, deactivated, and fails the next test (I1). */
export function BurntEmails() {
  const { workspace, readings, actions } = useGuide();
  const current = workspace.values['test-email']?.text ?? '';
  const usable = readings['test-email'].state === 'ok' || readings['test-email'].state === 'warned';
  return (
    <Section title="Used test e-mails" aside={<FactBadge id="I1" text={jumpcloudFacts.I1.text} />}>
      {workspace.burntEmails.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet. Note each one as soon as you have clicked <b>Test Connection</b> with it, whether the test passed or not.
        </Text>
      ) : (
        <ul className={styles['list']}>
          {workspace.burntEmails.map(({ email, at, baseUrl }) => (
            <li key={email} className={styles['line']}>
              <span className="mono">{email}</span>
              <Text span size="sm" c="dimmed">
                {at.slice(0, 10)}
                {baseUrl === '' ? '' : `, at ${baseUrl}`}
              </Text>
              <Tooltip label="Noted by mistake: take it off the list">
                <ActionIcon size="sm" aria-label={`Take ${email} off the list`} onClick={() => actions.unburnTestEmail(email)}>
                  <IconX size={14} aria-hidden="true" />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
      {current === '' ? null : (
        <Group mt="sm">
          <Button size="xs" variant="default" disabled={!usable} onClick={actions.burnTestEmail}>
            I have tested with {current}
          </Button>
        </Group>
      )}
    </Section>
  );
}
