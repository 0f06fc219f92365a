import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inOrder } from '../../../shared/preview/edit-rules';
import type { EntityType, RuleSpec } from '../../../shared/vendor/event';
import { Section } from '../../components/section';
import { fetchValue } from '../../state/fetch-value';
import { useWorkspaceId } from '../../state/guide';
import { RuleChangePanel, type ShownChange } from './rule-change-panel';
import { RuleFindings } from './rule-findings';
import { RuleList } from './rule-list';
import styles from './rules.module.css';
import { TestName } from './test-name';
import { useEditOrganisation } from './use-organisation';

interface RuleEditorProps {
  readonly rules: readonly RuleSpec[];
  readonly enabledTypes: readonly EntityType[];
}

/** The organisation's rules: every change is kept at once, its effect on the known groups is shown, and what is wrong with them is told. */
export function RuleEditor({ rules, enabledTypes }: RuleEditorProps) {
  const workspaceId = useWorkspaceId();
  const edit = useEditOrganisation();
  const [last, setLast] = useState<ShownChange | null>(null);
  const [hovered, setHovered] = useState<readonly RuleSpec[] | null>(null);
  const { data: report } = useQuery({
    queryKey: ['organisation-check-rules', workspaceId, JSON.stringify(rules), enabledTypes.join()],
    queryFn: () => fetchValue('organisation:check-rules', { workspaceId }),
    placeholderData: (before) => before,
    refetchOnMount: 'always',
  });
  const put = async (next: readonly RuleSpec[], label: string) => {
    const kept = await edit({ kind: 'rules', rules: [...next], label });
    if (kept) setLast({ before: rules, after: next, label });
    return kept;
  };
  const shown: ShownChange | null = hovered === null ? last : { before: rules, after: hovered, label: null };
  return (
    <div className={styles['columns']}>
      <div className={styles['stack']}>
        <Section
          title="In this order; the first that matches decides"
          aside={
            report === undefined || report.groups === 0 ? null : (
              <span className={styles['aside']}>
                {(report.groups - report.unmatched).toLocaleString('en-GB')} of {report.groups.toLocaleString('en-GB')} groups are matched
              </span>
            )
          }
        >
          <RuleList
            rules={rules}
            enabledTypes={enabledTypes}
            taken={report === undefined || report.groups === 0 ? undefined : report.taken}
            onPut={put}
            onHover={setHovered}
          />
        </Section>
        {shown === null ? null : <RuleChangePanel change={shown} />}
        {report === undefined ? null : <RuleFindings findings={report.findings} />}
      </div>
      <TestName rules={inOrder(rules)} enabledTypes={enabledTypes} />
    </div>
  );
}
