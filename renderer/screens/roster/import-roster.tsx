import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { RosterReading, RosterView } from '../../../shared/ipc/roster';
import { invoke, RequestError } from '../../bridge';
import { DropTarget } from '../../components/drop-target';
import { ErrorNotice } from '../../components/error-notice';
import { ProgressWithCancel } from '../../components/progress-with-cancel';
import { useWorkspaceId } from '../../state/guide';
import { sendFile } from '../../state/send-file';
import { showDone } from '../../state/undo-toast';
import { ChooseColumns } from './choose-columns';
import styles from './roster.module.css';
import { RosterOffer } from './roster-offer';

interface ImportRosterProps {
  /** The roster in use, where there is one: importing again then shows what would change. */
  readonly current: RosterView | null;
  readonly onAdopted: () => Promise<void>;
  readonly onClose: () => void;
}

type Stage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly error: AppError }
  | { readonly kind: 'answered'; readonly reading: RosterReading };

const maxBytes = 200_000_000;

const asError = (cause: unknown): AppError =>
  cause instanceof RequestError ? cause.error : { code: 'window-fault', message: cause instanceof Error ? cause.message : String(cause) };

/** From a file to a roster in use: read, shown with its problems and with what would change, taken over. */
export function ImportRoster({ current, onAdopted, onClose }: ImportRosterProps) {
  const workspaceId = useWorkspaceId();
  const [stage, setStage] = useState<Stage>({ kind: 'choose' });

  const adopt = async (offerId: string, name: string): Promise<AppError | null> => {
    const adopted = await invoke('roster:adopt', { workspaceId, offerId });
    if (!adopted.ok) return adopted.error;
    await onAdopted();
    const { people } = adopted.value.counts;
    showDone(`${people.toLocaleString('en-GB')} ${people === 1 ? 'person was' : 'people were'} read from ${name}.`);
    return null;
  };

  const take = async (name: string, read: () => ReturnType<typeof invoke<'roster:read'>>) => {
    setStage({ kind: 'reading', name });
    try {
      const answer = await read();
      if (!answer.ok) {
        setStage({ kind: 'failed', name, error: answer.error });
        return;
      }
      const reading = answer.value;
      // The first roster that is read whole needs no question.
      const whole = reading.kind === 'read' && current === null && reading.roster.problems.length === 0 && reading.roster.counts.people > 0;
      const failed = whole ? await adopt(reading.roster.offerId, name) : null;
      if (failed !== null) setStage({ kind: 'failed', name, error: failed });
      else if (!whole) setStage({ kind: 'answered', reading });
    } catch (cause) {
      setStage({ kind: 'failed', name, error: asError(cause) });
    }
  };

  const drop = (file: File) =>
    void take(file.name, async () => invoke('roster:read', { workspaceId, name: file.name, fileId: await sendFile(file) }));

  if (stage.kind === 'reading') return <ProgressWithCancel label={`Reading ${stage.name}`} fraction={null} />;
  if (stage.kind === 'answered' && stage.reading.kind === 'read') {
    const { roster } = stage.reading;
    return (
      <RosterOffer
        roster={roster}
        onUse={async () => {
          const error = await adopt(roster.offerId, roster.name);
          if (error !== null) setStage({ kind: 'failed', name: roster.name, error });
        }}
        onDiscard={() => setStage({ kind: 'choose' })}
      />
    );
  }
  if (stage.kind === 'answered' && stage.reading.kind === 'unknown-columns') {
    const { fileId, name, preview } = stage.reading;
    return (
      <ChooseColumns
        name={name}
        preview={preview}
        onChosen={(mapping) => void take(name, () => invoke('roster:map-columns', { workspaceId, fileId, ...mapping }))}
        onDiscard={() => setStage({ kind: 'choose' })}
      />
    );
  }
  return (
    <Stack gap="md">
      {stage.kind === 'failed' ? <ErrorNotice title={`${stage.name} could not be read`} error={stage.error} /> : null}
      <DropTarget
        label={current === null ? 'Drop the roster here' : 'Drop the newer roster here'}
        hint={
          <Text size="sm" component="div">
            A CSV file with one row a person, or JumpCloud’s API answers as JSON. Columns in any order; groups divided by semicolons:
            <div className={styles['example']}>
              email,firstname,lastname,active,role,groups
              <br />
              ann@example.com,Ann,Lee,true,,eng-backend;qa-web-team
            </div>
          </Text>
        }
        accept=".csv,.tsv,.txt,.json"
        maxBytes={maxBytes}
        onLargeFile={drop}
      />
      {current === null ? null : (
        <div>
          <Button variant="default" onClick={onClose}>
            Keep {current.source.name}
          </Button>
        </div>
      )}
    </Stack>
  );
}
