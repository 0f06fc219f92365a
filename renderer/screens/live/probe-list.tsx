import type { CheckResult, Probe } from '../../../shared/preflight/probe';
import { probeTitles } from '../../../shared/preflight/probe';
import { PlainTable } from '../../components/plain-table';
import { Tag } from '../../components/tag';
import type { Tone } from '../../components/tone';
import { ToneIcon } from '../../components/tone-icon';
import styles from './live.module.css';

const shown: Readonly<Record<CheckResult, { readonly tone: Tone; readonly word: string }>> = {
  pass: { tone: 'pass', word: 'passed' },
  warn: { tone: 'warn', word: 'warning' },
  fail: { tone: 'fail', word: 'failed' },
  skipped: { tone: 'neutral', word: 'not asked' },
};

/** Each probe with what was sent, what came back, what it means and what to do. */
export function ProbeList({ probes }: { readonly probes: readonly Probe[] }) {
  return (
    <PlainTable heads={['Probe', 'Verdict', 'What came back, and what it means']}>
      {probes.map((probe) => {
        const { tone, word } = shown[probe.result];
        return (
          <tr key={probe.code} data-probe={probe.code} data-result={probe.result}>
            <td>
              <strong>{probeTitles[probe.code]}</strong>
              {probe.request === null ? null : <div className={styles['request']}>{probe.request}</div>}
            </td>
            <td>
              <Tag tone={tone} icon={<ToneIcon tone={tone} size={13} />}>
                {word}
              </Tag>
              {probe.status === null ? null : <div className={styles['request']}>status {probe.status}</div>}
            </td>
            <td>
              <div>{probe.meaning}</div>
              {probe.fix === null ? null : (
                <div>
                  <strong>What to do:</strong> {probe.fix}
                </div>
              )}
            </td>
          </tr>
        );
      })}
    </PlainTable>
  );
}
