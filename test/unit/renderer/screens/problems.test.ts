import { describe, expect, it } from 'vitest';
import { openProblems } from '../../../../renderer/screens/overview/problems';
import type { Guide } from '../../../../renderer/state/guide';
import { compareValue, newWorkspace, setValue } from '../../../../shared/guide/change-workspace';
import { noFacts, readValues } from '../../../../shared/guide/checks/read-values';
import { deriveProgress } from '../../../../shared/guide/progress';
import type { Workspace } from '../../../../shared/guide/workspace';

const at = '2026-11-24T08:00:00.000Z';

function guideOf(workspace: Workspace): Guide {
  const readings = readValues(workspace, noFacts, Date.parse(at));
  const progress = deriveProgress(workspace, readings);
  return { workspace, tokenStoredIn: 'memory', facts: noFacts, readings, progress, actions: {} as Guide['actions'] };
}

const problemsOf = (workspace: Workspace) => openProblems(guideOf(workspace)).map(({ tone, title, at: place }) => ({ tone, title, place }));

describe('what is known to be wrong', () => {
  const fresh = newWorkspace('w', 'W', at);

  it('is nothing in a fresh workspace: a value that is missing is work, not a problem', () => {
    expect(problemsOf(fresh)).toEqual([]);
  });

  it('is a value that cannot work, and leads to the ledger', () => {
    const [problem, ...others] = problemsOf(setValue(fresh, 'scim-base-url', 'https://auth.lambdatest.com/api/scim/', at));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ tone: 'fail', place: { screen: 'ledger', value: 'scim-base-url' } });
    expect(problem?.title).toMatch(/^SCIM base URL: /);
  });

  it('is a value that stood differently when it was met again, and leads to that step', () => {
    const kept = setValue(fresh, 'scim-base-url', 'https://auth.lambdatest.com/api/scim', at);
    expect(problemsOf(compareValue(kept, 'scim-base-url', '12', 'https://auth.lambdatest.com/api/SCIM', at))).toEqual([
      { tone: 'fail', title: 'SCIM base URL: not the same at step 12', place: { screen: 'guide', step: '12' } },
    ]);
    expect(problemsOf(compareValue(kept, 'scim-base-url', '12', null, at)), 'compared by eye').toEqual([]);
  });

  it('names what cannot work before what only should be looked at', () => {
    const warned = setValue(fresh, 'scim-base-url', 'https://scim.example.com/api/scim', at);
    const both = setValue(warned, 'acs-url', 'http://auth.lambdatest.com/login/callback', at);
    expect(problemsOf(both).map(({ tone }) => tone)).toEqual(['fail', 'warn']);
  });
});
