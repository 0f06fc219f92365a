import { Code } from '@mantine/core';
import { Fragment } from 'react';
import type { Script, Step } from '../../../shared/jumpcloud/virtual/script';
import styles from './jumpcloud.module.css';
import { StepFacts } from './step-facts';

const queryText = (query: Step['send']['query']): string => {
  const pairs = Object.entries(query ?? {}).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
};

/** What a script sends, before anything is sent: each request with the facts that it rests on. */
export function ScriptSteps({ script }: { readonly script: Script }) {
  return (
    <div className={styles['steps']}>
      {script.parts.map((part) => (
        <Fragment key={script.parts.indexOf(part)}>
          <h3 className={styles['part']}>
            {part.title}
            {part.always === true ? <span className={styles['soft']}>, also after a failure</span> : null}
          </h3>
          <ol className={styles['stepList']}>
            {part.steps.map((step) => (
              <li key={step.id} className={styles['step']}>
                <span className={styles['stepTitle']}>{step.title}</span>
                <Code className={styles['stepRequest']}>
                  {step.send.method} {step.send.path}
                  {queryText(step.send.query)}
                </Code>
                <StepFacts facts={step.facts} />
              </li>
            ))}
          </ol>
        </Fragment>
      ))}
    </div>
  );
}
