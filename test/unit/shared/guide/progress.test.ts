import { describe, expect, it } from 'vitest';
import { demoWorkspace } from '../../../../electron/node/workspaces/demo';
import {
  burnEmail,
  compareValue,
  newWorkspace,
  setNote,
  setPasted,
  setSeen,
  setToken,
  setValue,
  setVerdict,
} from '../../../../shared/guide/change-workspace';
import { noFacts, readValues } from '../../../../shared/guide/checks/read-values';
import { deriveProgress } from '../../../../shared/guide/progress';
import type { StepId } from '../../../../shared/guide/step-id';
import { stepIds } from '../../../../shared/guide/step-id';
import type { Workspace } from '../../../../shared/guide/workspace';
import { workspaceSchema } from '../../../../shared/guide/workspace';

const at = '2026-11-24T08:00:00.000Z';
const fresh = newWorkspace('w', 'Acme', at);
const progressOf = (workspace: Workspace, facts = noFacts) => deriveProgress(workspace, readValues(workspace, facts, Date.parse(at)));
const stateOf = (workspace: Workspace, step: StepId) => progressOf(workspace).steps[step].state;
const facts = { last4: '6789', fingerprint: '00112233', expiresAt: null };

describe('a fresh workspace', () => {
  it('can begin in either console, and says what the later steps wait for', () => {
    const { steps, done, next } = progressOf(fresh);
    const todo = stepIds.filter((id) => steps[id].state.kind === 'todo');
    expect(todo).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect([done, next]).toEqual([0, '1']);
    expect(steps['13'].state).toEqual({
      kind: 'blocked',
      by: [
        { kind: 'step', step: '6' },
        { kind: 'step', step: '7' },
        { kind: 'value', value: 'scim-base-url', from: '3' },
        { kind: 'value', value: 'bearer-token', from: '3' },
      ],
    });
  });
});

describe('a step', () => {
  it('is begun by a first tick, a note, or a value that is wrong so far', () => {
    expect(stateOf(setSeen(fresh, '1', ['signed-in'], true, at), '1')).toEqual({ kind: 'in-progress', waitsFor: [] });
    expect(stateOf(setNote(fresh, '2', 'ask Ann', at), '2').kind).toBe('in-progress');
    expect(stateOf(setValue(fresh, 'scim-base-url', 'https://auth.lambdatest.com/api/scim/', at), '3').kind).toBe('in-progress');
  });

  it('is done when all of its checks hold, and not any more when one ceases to', () => {
    const done = setSeen(fresh, '1', ['signed-in', 'enterprise-plan'], true, at);
    expect(stateOf(done, '1')).toEqual({ kind: 'done', reason: null });
    expect(stateOf(setSeen(done, '1', ['enterprise-plan'], false, at), '1').kind).toBe('in-progress');
  });

  it('with values is done when they are there without an error', () => {
    const one = setValue(fresh, 'scim-base-url', 'https://auth.lambdatest.com/api/scim', at);
    expect(stateOf(one, '3').kind).toBe('in-progress');
    expect(stateOf(setToken(one, facts, at), '3')).toEqual({ kind: 'done', reason: null });
  });

  it('may be begun before what it needs, and then says what it waits for', () => {
    const begun = setSeen(fresh, '13', ['username-is-email'], true, at);
    expect(stateOf(begun, '13')).toMatchObject({ kind: 'in-progress', waitsFor: [{ step: '6' }, { step: '7' }, {}, {}] });
  });

  it('is skipped or called done with a reason, which frees those that need it, and can be taken back', () => {
    const skipped = setVerdict(fresh, '8', { kind: 'skipped', reason: 'Ann did it' }, at);
    expect(stateOf(skipped, '8')).toEqual({ kind: 'skipped', reason: 'Ann did it' });
    expect(stateOf(skipped, '9').kind).toBe('todo');
    expect(stateOf(setVerdict(fresh, '8', { kind: 'done-anyway', reason: 'no list there' }, at), '8')).toEqual({
      kind: 'done',
      reason: 'no list there',
    });
    expect(stateOf(setVerdict(skipped, '8', null, at), '9')).toEqual({ kind: 'blocked', by: [{ kind: 'step', step: '8' }] });
  });
});

describe('values that travel', () => {
  const withName = setPasted(setValue(fresh, 'connection-name', 'jumpcloud', at), 'connection-name', '8', true, at);

  it('forget where they were pasted when they change', () => {
    expect(withName.values['connection-name']?.pasted).toEqual({ '8': at });
    expect(setValue(withName, 'connection-name', 'jumpcloud2', at).values['connection-name']?.pasted).toEqual({});
    expect(setValue(withName, 'connection-name', 'jumpcloud', at)).toBe(withName);
  });

  it('are confirmed the second time only when the same letters stand there', () => {
    const check = (workspace: Workspace) =>
      progressOf(workspace).steps['10'].checks.find(({ check: one }) => one.kind === 'confirmed' && one.value === 'connection-name')
        ?.passed;
    expect(check(withName)).toBe(false);
    expect(check(compareValue(withName, 'connection-name', '10', null, at))).toBe(true);
    expect(check(compareValue(withName, 'connection-name', '10', 'jumpcloud', at))).toBe(true);
    expect(check(compareValue(withName, 'connection-name', '10', 'JumpCloud', at))).toBe(false);
  });

  it('keep a token’s ticks only while it is the same token', () => {
    const pasted = setPasted(setToken(fresh, facts, at), 'bearer-token', '13', true, at);
    expect(setToken(pasted, facts, at).token?.pasted).toEqual({ '13': at });
    expect(setToken(pasted, { ...facts, fingerprint: 'ffeeddcc' }, at).token?.pasted).toEqual({});
  });
});

describe('the test e-mail', () => {
  const entered = setPasted(setValue(fresh, 'test-email', 'ann+1@acme.example', at), 'test-email', '14', true, at);
  const all = ['test-passed', 'activated', 'one-person-arrived'];

  it('that this step’s own test used up does not undo the step', () => {
    const tested = burnEmail(setSeen(entered, '14', all, true, at), 'ann+1@acme.example', '', at);
    expect(stateOf(tested, '14')).toEqual({ kind: 'done', reason: null });
  });

  it('that an earlier test used up keeps it open', () => {
    const burnt = burnEmail(entered, 'ANN+1@acme.example', '', at);
    expect(stateOf(burnt, '14').kind).toBe('in-progress');
    expect(readValues(burnt, noFacts, Date.parse(at))['test-email'].state).toBe('wrong');
  });
});

describe('the demo', () => {
  const demo = demoWorkspace('d', at);

  it('passes its own schema', () => {
    expect(workspaceSchema.parse(demo)).toEqual(demo);
  });

  it('stands before step 13 with values that are all in order', () => {
    const { done, next, steps } = progressOf(demo);
    expect([done, next]).toEqual([12, '13']);
    expect(steps['13'].state.kind).toBe('todo');
    const findings = Object.values(readValues(demo, noFacts, Date.parse(at))).flatMap((reading) => reading.findings);
    expect(findings).toEqual([]);
  });
});
