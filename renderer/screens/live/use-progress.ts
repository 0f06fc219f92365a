import { useEffect, useState } from 'react';
import type { LivePushes } from '../../../shared/ipc/live';
import { subscribe } from '../../bridge';

type Step = LivePushes['live:progress'];

/** What a running job last said of itself, and whether it waits for the other side. */
export function useProgress(workspaceId: string, job: Step['job']) {
  const [step, setStep] = useState<Step | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  useEffect(() => {
    const ends = [
      subscribe('live:progress', (told) => {
        if (told.workspaceId !== workspaceId || told.job !== job) return;
        setStep(told);
        setWaiting(null);
      }),
      subscribe('live:waiting', (told) => {
        if (told.workspaceId === workspaceId) setWaiting(`waiting ${Math.ceil(told.ms / 1000)} s: ${told.why}`);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [workspaceId, job]);
  const fraction = step?.total == null || step.total === 0 ? null : step.done / step.total;
  const counted =
    step === null
      ? 'starting'
      : `${step.list}: ${step.done.toLocaleString('en-GB')}${step.total === null ? '' : ` of ${step.total.toLocaleString('en-GB')}`}`;
  return { fraction, detail: waiting === null ? counted : `${counted}; ${waiting}` };
}
