import { Button } from '@mantine/core';
import { IconArrowRight, IconConfetti } from '@tabler/icons-react';
import type { Progress } from '../../../shared/guide/progress';
import { steps } from '../../../shared/guide/steps';
import { navigate } from '../../app/router';
import { MarkedText } from '../../components/marked-text';
import { ConsoleTag } from '../guide/console-tag';
import styles from './next-step.module.css';
import { ProgressStrip } from './progress-strip';

/** How far one is, and the one thing to do next. */
export function NextStep({ progress }: { readonly progress: Progress }) {
  const { done, skipped, total, next } = progress;
  return (
    <section className={styles['card']} aria-label="Progress">
      <div className={styles['far']}>
        <span className={styles['count']}>
          {done + skipped}
          <span className={styles['total']}> of {total}</span>
        </span>
        <span className={styles['words']}>steps finished{skipped === 0 ? '' : `, ${skipped} of them skipped`}</span>
      </div>
      <ProgressStrip progress={progress} />
      {next === null ? (
        <div className={styles['next']}>
          <div className={styles['what']}>
            <div className={styles['title']}>
              <IconConfetti size={20} stroke={1.6} aria-hidden="true" />
              {done + skipped === total ? 'All steps are finished' : 'Every step that is left waits for another one'}
            </div>
          </div>
          <Button variant="default" onClick={() => navigate('guide')}>
            Open the guide
          </Button>
        </div>
      ) : (
        <div className={styles['next']}>
          <div className={styles['what']}>
            <div className={styles['kicker']}>
              Next: step {next} <ConsoleTag console={steps[next].console} />
            </div>
            <div className={styles['title']}>{steps[next].title}</div>
            <div className={styles['summary']}>
              <MarkedText text={steps[next].summary} />
            </div>
          </div>
          <Button size="md" rightSection={<IconArrowRight size={18} aria-hidden="true" />} onClick={() => navigate('guide', next)}>
            {done + skipped === 0 ? 'Begin' : 'Go on'}
          </Button>
        </div>
      )}
    </section>
  );
}
