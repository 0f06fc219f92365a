import { Text } from '@mantine/core';
import type { RuleFindingSeverity, RuleFindingText } from '../../../shared/plan/explain-rule-finding';
import { FindingList } from '../../components/finding-list';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';

const tones: Readonly<Record<RuleFindingSeverity, Tone>> = { error: 'fail', warning: 'warn', notice: 'info' };
const shownAtMost = 25;

/** What can be said of rules and group names before any run, worst first, each with what to do. */
export function RuleFindings({ findings }: { readonly findings: readonly RuleFindingText[] }) {
  const worth = findings.filter(({ severity }) => severity !== 'notice').length;
  return (
    <Section
      title="Checked before any run"
      aside={worth === 0 ? <Tag tone="pass">nothing stands in the way</Tag> : <Tag tone="warn">{worth} to look at</Tag>}
    >
      {findings.length === 0 ? (
        <Text size="sm">Every rule can fire, no two get in each other’s way, and no group name is easily mixed up with another.</Text>
      ) : (
        <>
          <FindingList
            label="Findings about rules and group names"
            findings={findings.slice(0, shownAtMost).map(({ severity, title, detail, fix }) => ({
              key: `${title} ${detail}`,
              tone: tones[severity],
              title,
              detail: (
                <Text size="sm" component="div">
                  {detail}
                  <Text size="sm" c="dimmed" component="div">
                    {fix}
                  </Text>
                </Text>
              ),
            }))}
          />
          {findings.length > shownAtMost ? (
            <Text size="sm" c="dimmed" mt="xs">
              and {(findings.length - shownAtMost).toLocaleString('en-GB')} more
            </Text>
          ) : null}
        </>
      )}
    </Section>
  );
}
