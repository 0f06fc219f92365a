import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyUndoStack, redo, remember, type UndoStack, undo } from '../../../shared/undo-stack';

const none: UndoStack<string> = emptyUndoStack;

describe('undo and redo', () => {
  it('gives back the state before the last change, and the change again', () => {
    const stack = remember(none, 'before', 'Step 1 done', false);
    const undone = undo(stack, 'after');
    expect(undone?.state).toBe('before');
    expect(undone?.label).toBe('Step 1 done');
    expect(redo(undone?.stack ?? none, 'before')?.state).toBe('after');
  });

  it('takes keystrokes in one field as one change', () => {
    const first = remember(none, '', 'SCIM base URL', true);
    expect(undo(remember(first, 'h', 'SCIM base URL', true), 'ht')?.state).toBe('');
  });

  it('keeps two fields apart', () => {
    const first = remember(none, '', 'SCIM base URL', true);
    expect(undo(remember(first, 'h', 'ACS URL', true), 'ht')?.state).toBe('h');
  });

  it('has nothing to redo after a new change', () => {
    const undone = undo(remember(none, 'a', 'x', false), 'b');
    expect(redo(remember(undone?.stack ?? none, 'a', 'y', false), 'c')).toBeNull();
  });

  it('undoing everything leads to the first state, redoing everything to the last', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 50 }), (states) => {
        let stack = none;
        let now = 'first';
        for (const state of states) {
          stack = remember(stack, now, 'edit', false);
          now = state;
        }
        const last = now;
        for (let back = undo(stack, now); back !== null; back = undo(stack, now)) ({ stack, state: now } = back);
        expect(now).toBe('first');
        for (let forth = redo(stack, now); forth !== null; forth = redo(stack, now)) ({ stack, state: now } = forth);
        expect(now).toBe(last);
      }),
    );
  });
});
