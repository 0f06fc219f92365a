import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './finding-list.module.css';
import { Notice } from './notice';
import type { Tone } from './tone';

/** One thing found about a value or a file, ready to be read. */
export interface ShownFinding {
  /** Unique in its list. */
  readonly key: string;
  readonly tone: Tone;
  readonly title: string;
  /** What was expected, what was found and where, or how the two differ. */
  readonly detail?: ReactNode;
  /** Mends it in one click. */
  readonly fix?: { readonly label: string; readonly apply: () => void };
}

/** What was found, worst first as given, each with its remedy. Changes are announced politely. */
export function FindingList({ findings, label }: { readonly findings: readonly ShownFinding[]; readonly label: string }) {
  return (
    <ul className={styles['list']} aria-label={label} aria-live="polite">
      {findings.map(({ key, tone, title, detail, fix }) => (
        <li key={key} data-finding={key}>
          <Notice
            tone={tone}
            title={title}
            actions={
              fix === undefined ? null : (
                <Button size="compact-sm" variant="default" onClick={fix.apply}>
                  {fix.label}
                </Button>
              )
            }
          >
            {detail}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
