import { describe, expect, it } from 'vitest';
import { navigationNotes } from '../../../../renderer/app/navigation-notes';
import { stepListEntries } from '../../../../renderer/screens/guide/step-list-entries';
import { openPlaces } from '../../../../renderer/screens/ledger/open-places';
import type { Guide } from '../../../../renderer/state/guide';
import { newWorkspace, setPasted, setValue, setVerdict } from '../../../../shared/guide/change-workspace';
import { noFacts, readValues } from '../../../../shared/guide/checks/read-values';
import { deriveProgress } from '../../../../shared/guide/progress';
import type { Workspace } from '../../../../shared/guide/workspace';

const at = '2026-11-24T08:00:00.000Z';
const fresh = newWorkspace('w', 'W', at);
const readings = (workspace: Workspace) => readValues(workspace, noFacts, Date.parse(at));

describe('the step list', () => {
  it('has the seed’s 14 steps and its 4 group steps between 13 and 14', () => {
    const entries = stepListEntries(deriveProgress(fresh, readings(fresh)));
    expect(entries.map(({ number }) => number).join(' ')).toBe('1 2 3 4 5 6 7 8 9 10 11 12 13 G1 G2 G3 G4 14');
    expect(entries.filter(({ grouped }) => grouped).map(({ id }) => id)).toEqual(['G1', 'G2', 'G3', 'G4']);
  });
});

describe('the navigation', () => {
  it('counts a skipped step as finished, and values that are there', () => {
    const workspace = setVerdict(setValue(fresh, 'display-label', 'TestMu AI', at), '1', { kind: 'skipped', reason: 'done before' }, at);
    const found = readings(workspace);
    const guide: Guide = {
      workspace,
      tokenStoredIn: 'memory',
      facts: noFacts,
      readings: found,
      progress: deriveProgress(workspace, found),
      actions: {} as Guide['actions'],
    };
    expect(navigationNotes(guide)).toMatchObject({ guide: '1/18', ledger: '1/13' });
    expect(navigationNotes(null)).toEqual({});
  });
});

describe('a value’s places', () => {
  it('are open until they are ticked', () => {
    const typed = setValue(fresh, 'display-label', 'TestMu AI', at);
    expect(openPlaces(typed, 'display-label').map(({ step }) => step)).toEqual(['7']);
    expect(openPlaces(setPasted(typed, 'display-label', '7', true, at), 'display-label')).toEqual([]);
  });
});
