import { Collapse, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { formatFingerprint } from '../../../shared/saml/certificate';
import { prettyXml } from '../../../shared/saml/pretty-xml';
import type { RehearsedLogin } from '../../../shared/saml/rehearsal';
import { CopyButton } from '../../components/copy-button';
import { FieldGrid } from '../../components/field-grid';
import { Notice } from '../../components/notice';
import { PlainTable } from '../../components/plain-table';
import { Section } from '../../components/section';
import { CheckResultTag } from './check-result';
import styles from './saml.module.css';
import { VerdictTable } from './verdict-table';

/** A rehearsed login from the question to the verdict. */
export function RehearsedLoginView({ login }: { readonly login: RehearsedLogin }) {
  const { inspection, request, requestChecks, secondOpinion } = login;
  const accepted = inspection.verdict === 'accepted';
  return (
    <Section title="The rehearsed login">
      <Stack gap="sm" data-verdict={inspection.verdict}>
        <Notice
          tone={accepted ? 'pass' : 'fail'}
          role="status"
          title={accepted ? `Accepted: ${inspection.nameId ?? ''} would be signed in` : 'Rejected: nobody would be signed in'}
        >
          {accepted
            ? 'With these values on both sides, a login signed by JumpCloud would pass the same checks.'
            : 'See what failed below; the first failed check is usually the cause of the others.'}
        </Notice>
        <FieldGrid
          fields={[
            ['Signed by', `${login.signedBy.subject} (SHA-256 ${formatFingerprint(login.signedBy.sha256).slice(0, 23)}…)`],
            [
              'Second opinion',
              `${secondOpinion.accepts ? 'accepted' : 'rejected'} by another SAML library${secondOpinion.reason === '' ? '' : `: ${secondOpinion.reason}`}`,
            ],
          ]}
        />
        {request === null ? (
          <Text size="sm">The login starts at JumpCloud: there is no request, and the response must not answer one.</Text>
        ) : (
          <PlainTable label="Checks of the request" heads={['The request TestMu AI would send', 'Result', 'Expected and found']}>
            {requestChecks.map((check) => (
              <tr key={check.title}>
                <td>
                  <strong>{check.title}</strong>
                </td>
                <td>
                  <CheckResultTag result={check.isRight ? 'pass' : 'fail'} />
                </td>
                <td>
                  <div>Expected: {check.expected}</div>
                  {check.expected === check.found ? null : <div>Found: {check.found}</div>}
                </td>
              </tr>
            ))}
          </PlainTable>
        )}
        <VerdictTable checks={inspection.checks} />
        <XmlText xml={prettyXml(login.xml)} title="The signed response as XML" copyText={login.xml} />
      </Stack>
    </Section>
  );
}

interface XmlTextProps {
  readonly xml: string;
  readonly title: string;
  readonly copyText: string;
}

/** XML to read, folded away until asked for. */
export function XmlText({ xml, title, copyText }: XmlTextProps) {
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div>
      <div className={styles['inline']}>
        <UnstyledButton onClick={toggle} aria-expanded={opened} fz="sm" fw={600} c="var(--accent-ink)">
          {opened ? '▾' : '▸'} {title}
        </UnstyledButton>
        <CopyButton text={copyText} what={title} />
      </div>
      <Collapse expanded={opened}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className={styles['xml']} tabIndex={0} aria-label={title}>
          {xml}
        </section>
      </Collapse>
    </div>
  );
}
