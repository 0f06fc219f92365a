import { Stack, Text } from '@mantine/core';
import type { Finding } from '../../../shared/saml/finding';
import { findingTitle } from '../../../shared/saml/finding-titles';
import { FindingList } from '../../components/finding-list';
import { Notice } from '../../components/notice';
import { findingTone, worstFirst } from './shown-findings';

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly label: string;
  /** Said when there are none. */
  readonly allRight: string;
}

/** What was found about metadata or attributes: expected, found, and what to do. */
export function Findings({ findings, label, allRight }: FindingsProps) {
  if (findings.length === 0) return <Notice tone="pass">{allRight}</Notice>;
  return (
    <FindingList
      label={label}
      findings={worstFirst(findings).map((finding, index) => ({
        key: `${finding.code}-${index}`,
        tone: findingTone[finding.severity],
        title: findingTitle(finding.code) ?? `Expected ${finding.expected}`,
        detail: (
          <Stack gap={2}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              Expected {finding.expected}; found {finding.found}.
            </Text>
            <Text size="sm">
              <strong>What to do:</strong> {finding.fix}
            </Text>
          </Stack>
        ),
      }))}
    />
  );
}
