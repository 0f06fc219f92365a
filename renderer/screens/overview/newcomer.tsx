import { Button } from '@mantine/core';
import { IconEyeCheck, IconListCheck, IconPlus, IconRocket, IconServer } from '@tabler/icons-react';
import { BrandMark } from '../../app/brand';
import { openWorkspaceDialog } from '../../state/workspace-dialog';
import { workspaceActions } from '../../state/workspaces';
import styles from './newcomer.module.css';

const points = [
  {
    icon: IconListCheck,
    title: 'Walk the 18 steps',
    text: 'Every value is asked once, checked while you paste it, and carried to where it belongs.',
  },
  {
    icon: IconEyeCheck,
    title: 'See each person before and after',
    text: 'What pushing your groups will do to everybody: teams, roles, conflicts, and why.',
  },
  {
    icon: IconServer,
    title: 'Rehearse on your own desk',
    text: 'A SCIM server that answers as TestMu AI does, and a JumpCloud that talks to it.',
  },
] as const;

/** What a newcomer sees: what this is, and two ways to begin. */
export function Newcomer({ hasWorkspaces }: { readonly hasWorkspaces: boolean }) {
  return (
    <section className={styles['root']} aria-labelledby="welcome">
      <span className={styles['mark']}>
        <BrandMark size={52} />
      </span>
      <h1 className={styles['title']} id="welcome">
        {hasWorkspaces ? 'No workspace is open' : 'Rehearse JumpCloud and TestMu AI before you switch anything on'}
      </h1>
      <p className={styles['lead']}>
        SSO and SCIM provisioning, step by step. Nothing leaves this computer, and nothing is changed in either console until you do it
        there.
      </p>
      <div className={styles['ways']}>
        <Button size="md" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => openWorkspaceDialog({ kind: 'create' })}>
          Create a workspace
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconRocket size={18} aria-hidden="true" />}
          onClick={() => void workspaceActions.openDemo()}
        >
          Open the demo: Acme, 2,000 people
        </Button>
      </div>
      <ul className={styles['points']}>
        {points.map(({ icon: Glyph, title, text }) => (
          <li key={title} className={styles['point']}>
            <Glyph size={24} stroke={1.5} aria-hidden="true" />
            <strong>{title}</strong>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
