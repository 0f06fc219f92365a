import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { Check } from '../../../shared/saml/check';
import { CHECK_WORDS } from '../../../shared/saml/check-words';
import { PlainTable } from '../../components/plain-table';
import { CheckResultTag } from './check-result';

interface VerdictTableProps {
  readonly checks: readonly Check[];
}

const rank = { fail: 0, skipped: 1, pass: 2 } as const;

/** Every check of a login, failures first; those that passed can be hidden. */
export function VerdictTable({ checks }: VerdictTableProps) {
  const [failuresOnly, setFailuresOnly] = useState(false);
  const shown = [...checks].sort((a, b) => rank[a.result] - rank[b.result]).filter((check) => !failuresOnly || check.result !== 'pass');
  const passed = checks.filter((check) => check.result === 'pass').length;
  return (
    <>
      <Switch
        size="xs"
        mb="xs"
        label={`Hide the ${passed} checks that passed`}
        checked={failuresOnly}
        onChange={(event) => setFailuresOnly(event.currentTarget.checked)}
      />
      <PlainTable heads={['Check', 'Result', 'Expected and found']}>
        {shown.map((check) => {
          const words = CHECK_WORDS[check.code];
          return (
            <tr key={`${check.code}-${check.result}-${check.found}`} data-check={check.code} data-result={check.result}>
              <td>
                <strong>{words.title}</strong>
              </td>
              <td>
                <CheckResultTag result={check.result} />
              </td>
              <td>
                <div>Expected: {check.expected}</div>
                {check.expected === check.found ? null : <div>Found: {check.found}</div>}
                {check.result !== 'fail' ? null : (
                  <>
                    <div>
                      <strong>Usual cause:</strong> {words.cause}
                    </div>
                    <div>
                      <strong>What to do:</strong> {words.fix}
                    </div>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </PlainTable>
    </>
  );
}
