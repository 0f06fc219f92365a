import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { RunView } from '../../../shared/ipc/preview';
import { type WarningCode, warningKinds } from '../../../shared/plan/warning-kinds';
import { toneClass } from '../../components/tone-class';
import { ToneIcon } from '../../components/tone-icon';
import styles from './preview.module.css';
import { severityTone } from './severity-tone';

interface WarningBoardProps {
  readonly run: RunView;
  readonly onShow: (code: WarningCode) => void;
}

/** What must be seen before anything else: the stop signs at large with what to do, the rest by name and number. */
export function WarningBoard({ run, onShow }: WarningBoardProps) {
  const stops = run.warnings.filter(({ code }) => warningKinds[code].severity === 'stop');
  const others = run.warnings.filter(({ code }) => warningKinds[code].severity !== 'stop' && warningKinds[code].severity !== 'notice');
  return (
    <>
      {stops.map(({ code, count }) => (
        <div key={code} role="alert" data-warning={code} className={`${styles['stop']} ${toneClass.fail}`}>
          <IconHandStop size={30} stroke={1.7} aria-hidden="true" />
          <div className={styles['stopWords']}>
            <strong>Stop: {warningKinds[code].title}</strong>
            <span>{warningKinds[code].advice}</span>
          </div>
          <Button size="xs" variant="default" onClick={() => onShow(code)}>
            Show {count === 1 ? 'it' : `all ${count.toLocaleString('en-GB')}`}
          </Button>
        </div>
      ))}
      {others.length === 0 ? null : (
        <ul className={styles['board']} aria-label="Warnings, worst first">
          {others.map(({ code, count }) => (
            <li key={code} data-warning={code}>
              <button
                type="button"
                className={`${styles['boardRow']} ${toneClass[severityTone[warningKinds[code].severity]]}`}
                title={warningKinds[code].advice}
                onClick={() => onShow(code)}
              >
                <ToneIcon tone={severityTone[warningKinds[code].severity]} size={17} />
                <strong className={styles['boardCount']}>{count.toLocaleString('en-GB')}</strong>
                <span>{warningKinds[code].title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
