import { Stack, Text } from '@mantine/core';
import { CHECK_WORDS } from '../../../shared/saml/check-words';
import type { Defect } from '../../../shared/saml/defect';
import { DEFECTS } from '../../../shared/saml/defects';
import type { RehearsedDefect } from '../../../shared/saml/rehearsal';
import { FieldGrid } from '../../components/field-grid';
import { Notice } from '../../components/notice';
import { PlainTable } from '../../components/plain-table';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { ToneIcon } from '../../components/tone-icon';
import styles from './saml.module.css';

/** The same login with exactly one fault each: which check catches it, and what the admin would see. */
export function FaultMatrix({ rows }: { readonly rows: readonly RehearsedDefect[] }) {
  const missed = rows.filter((row) => !row.caught).length;
  return (
    <Section title={`${rows.length} logins with one fault each`}>
      <Stack gap="sm">
        <Notice tone={missed === 0 ? 'pass' : 'fail'} role="status">
          {missed === 0
            ? 'Every faulty login was refused, each by the check that names the fault.'
            : `${missed} faults were not caught by the check that should: report this, it is a fault of the app.`}
        </Notice>
        <Text size="sm" c="dimmed">
          What the consoles show is inferred from who checks what: neither vendor documents its message for each case.
        </Text>
        <PlainTable className={styles['faults'] ?? ''} heads={['Fault, and what refuses it', 'What you would see, the cause and the fix']}>
          {rows.map((row) => {
            const defect = DEFECTS.find((one) => one.id === row.defectId);
            return defect === undefined ? null : <DefectRow key={row.defectId} row={row} defect={defect} />;
          })}
        </PlainTable>
      </Stack>
    </Section>
  );
}

function DefectRow({ row, defect }: { readonly row: RehearsedDefect; readonly defect: Defect }) {
  return (
    <tr data-defect={row.defectId} data-caught={row.caught}>
      <td>
        <Stack gap={4} align="flex-start">
          <strong>{defect.title}</strong>
          {[...new Set(row.failed.map((check) => check.code))].map((code) => (
            <Tag key={code} tone="fail" icon={<ToneIcon tone="fail" size={13} />}>
              {CHECK_WORDS[code].title}
            </Tag>
          ))}
        </Stack>
      </td>
      <td>
        <FieldGrid
          fields={[
            ['In JumpCloud', defect.inJumpCloud],
            ['At TestMu AI', defect.inTestMu],
            ['Cause', defect.cause],
            ['Fix', defect.fix],
          ]}
        />
      </td>
    </tr>
  );
}
