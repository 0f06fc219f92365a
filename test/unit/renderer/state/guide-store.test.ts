import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuideStore } from '../../../../renderer/state/guide-store';
import { newWorkspace, setPasted, setValue } from '../../../../shared/guide/change-workspace';
import { noFacts } from '../../../../shared/guide/checks/read-values';
import type { Workspace } from '../../../../shared/guide/workspace';
import type { GuideView } from '../../../../shared/ipc/guide';
import { ok } from '../../../../shared/result';
import { installWindowBridge, settle, type WindowBridge } from '../../../fakes/window-bridge';

const at = '2026-11-24T08:00:00.000Z';
const viewOf = (workspace: Workspace): GuideView => ({ workspace, tokenStoredIn: 'memory', facts: noFacts });

let bridge: WindowBridge;
beforeEach(() => {
  bridge = installWindowBridge();
});
afterEach(() => bridge.remove());

function open(workspace: Workspace) {
  let view = viewOf(workspace);
  const told: string[] = [];
  const store = createGuideStore({
    workspaceId: workspace.id,
    view: () => view,
    keep: (kept) => {
      view = kept;
    },
    tell: (words) => told.push(words),
  });
  return { store, told, view: () => view };
}

const empty = newWorkspace('w', 'W', at);

describe('typing into a value', () => {
  it('is one change for undo, however many keystrokes it took', async () => {
    const { store } = open(empty);
    for (const text of ['T', 'Te', 'Tes', 'Test']) store.actions.type('display-label', text);
    expect(store.edits().stack.past).toHaveLength(1);
    store.actions.pause();
    store.actions.type('display-label', 'Test!');
    expect(store.edits().stack.past).toHaveLength(2);
  });

  it('shows the text at once and forgets it as a draft when main has it', async () => {
    const { store } = open(empty);
    store.actions.type('display-label', 'Test');
    expect(store.edits().drafts.get('display-label')).toBe('Test');
    await bridge.answerNext(ok(viewOf(setValue(empty, 'display-label', 'Test', at))));
    expect(store.edits().drafts.size).toBe(0);
  });

  it('sends only the newest text while main is busy', async () => {
    const { store } = open(empty);
    for (const text of ['T', 'Te', 'Tes']) store.actions.type('display-label', text);
    await bridge.answerNext(ok(viewOf(setValue(empty, 'display-label', 'T', at))));
    expect(bridge.asked('guide:set-value')).toEqual([
      { workspaceId: 'w', value: 'display-label', text: 'T' },
      { workspaceId: 'w', value: 'display-label', text: 'Tes' },
    ]);
  });
});

describe('undo', () => {
  it('puts back the text with its ticks, after what was typed has been written', async () => {
    const before = setPasted(setValue(empty, 'display-label', 'TestMu AI', at), 'display-label', '7', true, at);
    const { store, told } = open(before);
    store.actions.put('display-label', 'Other');
    store.actions.undo();
    await settle();
    expect(bridge.asked('guide:put-back'), 'not before the typed text is written').toEqual([]);
    await bridge.answerNext(ok(viewOf(setValue(before, 'display-label', 'Other', at))));
    expect(bridge.asked('guide:put-back')).toEqual([{ workspaceId: 'w', values: before.values, steps: before.steps }]);
    await bridge.answerNext(ok(viewOf(before)));
    expect(told).toEqual(['Taken back: Display label']);
  });

  it('and redo go there and back', async () => {
    const { store } = open(empty);
    store.actions.put('display-label', 'One');
    const withOne = setValue(empty, 'display-label', 'One', at);
    await bridge.answerNext(ok(viewOf(withOne)));
    store.actions.undo();
    await settle();
    await bridge.answerNext(ok(viewOf(empty)));
    store.actions.redo();
    await settle();
    expect(bridge.asked('guide:put-back')).toEqual([
      { workspaceId: 'w', values: {}, steps: {} },
      { workspaceId: 'w', values: withOne.values, steps: {} },
    ]);
  });

  it('does nothing where nothing was changed', async () => {
    const { store, told } = open(empty);
    store.actions.undo();
    await settle();
    expect([bridge.waiting, told]).toEqual([[], []]);
  });
});
