import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconBookmark, IconFlask, IconGitCompare, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunView, WhatIfStepView } from '../../../shared/ipc/preview';
import { Tag } from '../../components/tag';
import { TextDialog } from '../../components/text-dialog';
import type { TriedChange } from './tried-change';
import { useProof } from './use-preview';
import { useWhatIf } from './use-what-if';
import styles from './what-if.module.css';

interface WhatIfBarProps {
  readonly run: RunView;
  readonly onTry: (change: TriedChange) => void;
  readonly onCompare: () => void;
}

/** Changes on top of the plan: what was tried, back and forth, kept under a name, compared. */
export function WhatIfBar({ run, onTry, onCompare }: WhatIfBarProps) {
  const { steps, undo, redo, scenarios } = run.whatIf;
  const actions = useWhatIf();
  const [naming, setNaming] = useState(false);
  return (
    <section className={`${styles['bar']} ${steps.length > 0 ? styles['active'] : ''}`} aria-label="What if">
      <div className={styles['head']}>
        <IconFlask size={18} stroke={1.7} aria-hidden="true" />
        <strong>What if…</strong>
        {steps.length === 0 ? (
          <span className={styles['hint']}>Try a change on top of this plan, without a new run. The plan itself stays as it is.</span>
        ) : (
          <Untouched runId={run.runId} />
        )}
        <span className={styles['buttons']}>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="compact-sm" variant="default">
                Try a change
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onTry({ kind: 'rename-group' })}>Rename a group…</Menu.Item>
              <Menu.Item onClick={() => onTry({ kind: 'untick-group' })}>Untick a group…</Menu.Item>
              <Menu.Item onClick={() => onTry({ kind: 'delete-group' })}>Delete a group…</Menu.Item>
              <Menu.Item onClick={() => onTry({ kind: 'move-person' })}>Move a person…</Menu.Item>
              <Menu.Item onClick={() => onTry({ kind: 'change-rules' })}>Other rules…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Tooltip label={undo === null ? 'Nothing to undo' : `Undo: ${undo}`}>
            <ActionIcon
              aria-label="Undo the last what-if"
              data-disabled={undo === null}
              aria-disabled={undo === null}
              onClick={undo === null ? undefined : actions.undo}
            >
              <IconArrowBackUp size={17} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={redo === null ? 'Nothing to play again' : `Play again: ${redo}`}>
            <ActionIcon
              aria-label="Play the what-if again"
              data-disabled={redo === null}
              aria-disabled={redo === null}
              onClick={redo === null ? undefined : actions.redo}
            >
              <IconArrowForwardUp size={17} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          {steps.length === 0 ? null : (
            <>
              <Button size="compact-sm" variant="default" leftSection={<IconGitCompare size={15} aria-hidden="true" />} onClick={onCompare}>
                Compare
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconBookmark size={15} aria-hidden="true" />}
                onClick={() => setNaming(true)}
              >
                Keep
              </Button>
              <Button size="compact-sm" variant="subtle" leftSection={<IconX size={15} aria-hidden="true" />} onClick={actions.clear}>
                Clear
              </Button>
            </>
          )}
          {scenarios.length === 0 ? null : <Scenarios run={run} />}
        </span>
      </div>
      {steps.length === 0 ? null : (
        <ol className={styles['steps']} aria-label="Changes tried">
          {steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps stand in the order in which they were tried
            <Step key={at} step={step} />
          ))}
        </ol>
      )}
      <TextDialog
        opened={naming}
        title="Keep these changes"
        label="Name"
        description="They can be opened again on any later run, and compared."
        initial=""
        confirmLabel="Keep"
        maxLength={200}
        problemWith={(text) => (text === '' ? 'Give it a name.' : null)}
        onText={actions.keep}
        onClose={() => setNaming(false)}
      />
    </section>
  );
}

/** That the plan below is what it was; the fingerprints may come a moment after the change. */
function Untouched({ runId }: { readonly runId: string }) {
  const proof = useProof(runId);
  if (proof === undefined) return <Tag tone="neutral">checking the plan</Tag>;
  const { before, after, writes } = proof.untouched;
  const same = before === after && writes === 0;
  return (
    <Tooltip
      label={
        same
          ? `The plan below is untouched: its fingerprint is ${before} before and after, 0 records written.`
          : 'The plan below has changed: run the preview again.'
      }
    >
      <button type="button" className={styles['proof']}>
        <Tag tone={same ? 'pass' : 'fail'}>{same ? 'plan untouched' : 'plan touched'}</Tag>
      </button>
    </Tooltip>
  );
}

function Step({ step }: { readonly step: WhatIfStepView }) {
  return (
    <li className={styles['step']}>
      <span>{step.label}</span>
      {step.refusals.length === 0 ? (
        <span className={styles['hint']}>
          {step.people.toLocaleString('en-GB')} {step.people === 1 ? 'person' : 'people'}
          {step.groups === 0 ? '' : `, ${step.groups.toLocaleString('en-GB')} ${step.groups === 1 ? 'group' : 'groups'}`}
        </span>
      ) : (
        <Tag tone="fail">refused: {step.refusals[0]}</Tag>
      )}
      {step.exact ? null : <Tag tone="warn">estimate: a new run with these rules tells for certain</Tag>}
    </li>
  );
}

function Scenarios({ run }: { readonly run: RunView }) {
  const { open, remove } = useWhatIf();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          Kept ({run.whatIf.scenarios.length})
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Open in place of the changes of now</Menu.Label>
        {run.whatIf.scenarios.map(({ id, name, steps }) => (
          <Menu.Item key={id} onClick={() => open(id)}>
            {name}
            <div className={styles['hint']}>{steps.length === 1 ? steps[0] : `${steps.length} changes`}</div>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>Remove</Menu.Label>
        {run.whatIf.scenarios.map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<IconTrash size={14} aria-hidden="true" />} onClick={() => remove(id)}>
            Remove “{name}”
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
