import { Text } from '@mantine/core';
import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { routeHash } from '../../app/router';
import { Section } from '../../components/section';
import { Tag } from '../../components/tag';
import { toneClass } from '../../components/tone-class';
import { ToneIcon } from '../../components/tone-icon';
import type { Guide } from '../../state/guide';
import styles from './open-problems.module.css';
import { openProblems, type Problem } from './problems';

const address = ({ at }: Problem): string => (at.screen === 'ledger' ? routeHash('ledger', at.value) : routeHash('guide', at.step));

/** What is known to be wrong; each line leads to where it is mended. */
export function OpenProblems({ guide }: { readonly guide: Guide }) {
  const problems = openProblems(guide);
  return (
    <Section title="Open problems" aside={problems.length === 0 ? null : <Tag tone="fail">{problems.length}</Tag>}>
      {problems.length === 0 ? (
        <div className={styles['none']}>
          <IconCircleCheck size={20} stroke={1.7} aria-hidden="true" />
          <Text size="sm">Nothing that was entered so far looks wrong.</Text>
        </div>
      ) : (
        <ul className={styles['list']}>
          {problems.map((problem) => (
            <li key={problem.key}>
              <a className={`${styles['problem']} ${toneClass[problem.tone]}`} href={address(problem)}>
                <span className={styles['sign']}>
                  <ToneIcon tone={problem.tone} size={18} />
                </span>
                <span className={styles['words']}>
                  <strong>{problem.title}</strong>
                  <span>{problem.text}</span>
                </span>
                <IconChevronRight size={16} stroke={1.7} aria-hidden="true" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
