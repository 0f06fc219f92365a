import type { StepId } from '../../shared/guide/step-id';
import type { PlainValueId } from '../../shared/guide/value-id';
import { values } from '../../shared/guide/values';
import type { Channel, Input } from '../../shared/ipc/contract';
import type { GuideView } from '../../shared/ipc/guide';
import { emptyUndoStack, redo, remember, type Step, type UndoStack, undo } from '../../shared/undo-stack';
import { invoke } from '../bridge';
import { ask } from './ask';
import { applyDrafts, type Drafts, noDrafts, withDraft, withoutDraft } from './drafts';
import { showFailure } from './failure';
import type { GuideActions, GuideSnapshot } from './guide-actions';
import { createLatestWriter } from './latest-writer';
import { showUndo } from './undo-toast';

/** What the window adds to the view that main keeps. */
export interface GuideEdits {
  readonly drafts: Drafts;
  readonly stack: UndoStack<GuideSnapshot>;
}

export interface GuideStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly edits: () => GuideEdits;
  readonly actions: GuideActions;
}

interface GuideStorePorts {
  readonly workspaceId: string;
  /** The view as main told it last; null while it is not there. */
  readonly view: () => GuideView | null;
  readonly keep: (view: GuideView) => void;
  /** Tells what was taken back or done again. */
  readonly tell: (words: string) => void;
}

type GuideChannel = Extract<Channel, `guide:${string}`>;

/** The edits of one workspace's guide: keystrokes on their way to main, and what can be taken back. */
export function createGuideStore({ workspaceId, view, keep, tell }: GuideStorePorts): GuideStore {
  const listeners = new Set<() => void>();
  let edits: GuideEdits = { drafts: noDrafts, stack: emptyUndoStack };
  /** The value or the note that is being typed into: its keystrokes are one change. */
  let typing: PlainValueId | StepId | null = null;

  const change = (next: Partial<GuideEdits>) => {
    edits = { ...edits, ...next };
    for (const listener of listeners) listener();
  };
  const snapshot = (): GuideSnapshot | null => {
    const now = view();
    if (now === null) return null;
    const { values: kept, steps } = applyDrafts(now.workspace, edits.drafts);
    return { values: kept, steps };
  };
  const note = (label: string, merge = false) => {
    const before = snapshot();
    if (before !== null) change({ stack: remember(edits.stack, before, label, merge) });
  };
  const send = async <C extends GuideChannel>(channel: C, input: Input<C>, title: string): Promise<boolean> => {
    const answer = (await ask(channel as 'guide:view', input as Input<'guide:view'>, title)) satisfies GuideView | null;
    if (answer === null) return false;
    keep(answer);
    return true;
  };
  const writer = createLatestWriter<PlainValueId, string>(
    async (value, text) => {
      await send('guide:set-value', { workspaceId, value, text }, `${values[value].name} could not be kept`);
    },
    (value, text) => change({ drafts: withoutDraft(edits.drafts, value, text) }),
  );
  const noteWriter = createLatestWriter<StepId, string>(
    async (step, text) => {
      await send('guide:set-note', { workspaceId, step, note: text }, 'The note could not be kept');
    },
    () => undefined,
  );
  const settled = async () => {
    await writer.settled();
    await noteWriter.settled();
  };
  const write = (id: PlainValueId, text: string) => {
    change({ drafts: withDraft(edits.drafts, id, text) });
    writer.write(id, text);
  };
  /** A change that undo takes back in one step, after what was typed before it. */
  const act = <C extends GuideChannel>(label: string, channel: C, input: Input<C>, title: string) => {
    typing = null;
    note(label);
    void settled().then(() => send(channel, input, title));
  };
  const travel = (move: (stack: UndoStack<GuideSnapshot>, now: GuideSnapshot) => Step<GuideSnapshot> | null, words: string) => {
    typing = null;
    const now = snapshot();
    const step = now === null ? null : move(edits.stack, now);
    if (step === null) return;
    change({ stack: step.stack });
    void settled()
      .then(() => send('guide:put-back', { workspaceId, ...step.state }, 'The change could not be taken back'))
      .then((done) => {
        if (done) tell(`${words}: ${step.label}`);
      });
  };

  const actions: GuideActions = {
    type: (id, text) => {
      note(values[id].name, typing === id);
      typing = id;
      write(id, text);
    },
    put: (id, text) => {
      typing = null;
      note(values[id].name);
      write(id, text);
    },
    putAll: (texts) => {
      typing = null;
      note(texts.length === 1 ? '1 pasted value' : `${texts.length} pasted values`);
      for (const [id, text] of texts) write(id, text);
    },
    setPasted: (value, step, pasted) =>
      act(
        `“${values[value].name}” pasted at step ${step}`,
        'guide:set-pasted',
        { workspaceId, value, step, pasted },
        'The tick could not be kept',
      ),
    compare: (value, step, found) =>
      act(`${values[value].name} compared`, 'guide:compare-value', { workspaceId, value, step, found }, 'The comparison could not be kept'),
    forgetComparison: (value, step) =>
      act(
        `${values[value].name} compared`,
        'guide:forget-comparison',
        { workspaceId, value, step },
        'The comparison could not be forgotten',
      ),
    setSeen: (step, checks, seen) =>
      act(`ticks of step ${step}`, 'guide:set-seen', { workspaceId, step, checks: [...checks], seen }, 'The tick could not be kept'),
    setVerdict: (step, verdict) =>
      act(`state of step ${step}`, 'guide:set-verdict', { workspaceId, step, verdict }, 'The step could not be changed'),
    setNote: (step, text) => {
      note(`note on step ${step}`, typing === step);
      typing = step;
      noteWriter.write(step, text);
    },
    goToStep: (step) => void send('guide:go-to-step', { workspaceId, step }, 'The place in the guide could not be kept'),
    setRegion: (region) => void send('guide:set-region', { workspaceId, region }, 'The region could not be kept'),
    setToken: (text) => send('guide:set-token', { workspaceId, text }, 'The bearer token could not be kept'),
    forgetToken: () =>
      void send('guide:set-token', { workspaceId, text: '' }, 'The bearer token could not be forgotten').then((done) => {
        if (!done) return;
        const onUndo = () => void send('guide:restore-token', { workspaceId }, 'The bearer token could not be taken back');
        showUndo({ message: 'The bearer token was forgotten.', onUndo });
      }),
    compareToken: (step, found) => void send('guide:compare-token', { workspaceId, step, found }, 'The comparison could not be kept'),
    copyToken: () =>
      invoke('guide:copy-token', { workspaceId }).catch((cause) => {
        showFailure('The bearer token could not be copied', cause);
        return false;
      }),
    burnTestEmail: () => void send('guide:burn-test-email', { workspaceId }, 'The test e-mail could not be noted'),
    unburnTestEmail: (email) => void send('guide:unburn-test-email', { workspaceId, email }, 'The test e-mail could not be changed'),
    pause: () => {
      typing = null;
    },
    undo: () => travel(undo, 'Taken back'),
    redo: () => travel(redo, 'Done again'),
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edits: () => edits,
    actions,
  };
}
