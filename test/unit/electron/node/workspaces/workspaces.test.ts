import { describe, expect, it } from 'vitest';
import { must, openProfile } from '../../../../fakes/profile';

const activeName = (view: ReturnType<ReturnType<typeof openProfile>['workspaces']['view']>) => {
  const active = view.workspaces.find(({ id }) => id === view.activeId);
  return active?.kind === 'ready' ? active.name : null;
};
const names = (view: ReturnType<ReturnType<typeof openProfile>['workspaces']['view']>) => view.workspaces.map(({ name }) => name);

describe('several workspaces', () => {
  it('starts with none', () => {
    const { workspaces } = openProfile();
    expect(workspaces.view()).toMatchObject({ workspaces: [], activeId: null, trash: [], reports: [] });
  });

  it('opens the one that was made last, and another when told', () => {
    const { workspaces } = openProfile();
    must(workspaces.create('Acme'));
    const view = must(workspaces.create('Globex'));
    expect(names(view)).toEqual(['Acme', 'Globex']);
    expect(activeName(view)).toBe('Globex');
    expect(activeName(must(workspaces.open(view.workspaces[0]?.id ?? '')))).toBe('Acme');
  });

  it('refuses a name that is taken, whatever its case, and keeps its own name in a rename', () => {
    const { workspaces } = openProfile();
    const view = must(workspaces.create('Acme'));
    expect(workspaces.create('ACME')).toMatchObject({ ok: false, error: { code: 'name-taken' } });
    expect(names(must(workspaces.rename(view.activeId ?? '', 'acme')))).toEqual(['acme']);
  });

  it('copies values and progress into a duplicate, but not the token', async () => {
    const { workspaces, guide, secrets } = openProfile();
    const first = must(workspaces.create('Acme')).activeId ?? '';
    must(await guide.setValue(first, 'connection-name', 'jumpcloud'));
    must(await guide.setToken(first, 'abcdefghijklmnopqrstuvwxyz0123456789'));
    const second = must(await workspaces.duplicate(first, 'Acme test')).activeId ?? '';
    const copy = must(workspaces.get(second));
    expect(copy.values['connection-name']?.text).toBe('jumpcloud');
    expect([copy.token, secrets.read(second, 'bearer-token')]).toEqual([null, null]);
  });

  it('is where one was after a restart', async () => {
    const { texts, workspaces, guide } = openProfile();
    const first = must(workspaces.create('Acme')).activeId ?? '';
    must(workspaces.create('Globex'));
    must(workspaces.open(first));
    must(await guide.goToStep(first, '10'));
    must(await guide.setValue(first, 'acs-url', ' https://half'));
    const again = openProfile(texts).workspaces;
    expect(activeName(again.view())).toBe('Acme');
    expect(must(again.get(first))).toMatchObject({ currentStep: '10', values: { 'acs-url': { text: ' https://half' } } });
  });

  it('tells of every change', async () => {
    const { workspaces, guide } = openProfile();
    const told: string[] = [];
    workspaces.onListChange((view) => told.push(`list of ${view.workspaces.length}`));
    workspaces.onWorkspaceChange(({ name }) => told.push(name));
    const id = must(workspaces.create('Acme')).activeId ?? '';
    must(await guide.setNote(id, '1', 'ask Ann'));
    expect(told).toEqual(['list of 1', 'Acme']);
  });
});

describe('deleting, and taking it back', () => {
  it('moves to the trash and opens what is left', async () => {
    const { workspaces } = openProfile();
    must(workspaces.create('Acme'));
    const globex = must(workspaces.create('Globex')).activeId ?? '';
    const view = must(await workspaces.delete(globex));
    expect(names(view)).toEqual(['Acme']);
    expect(activeName(view)).toBe('Acme');
    expect(view.trash.map(({ name }) => name)).toEqual(['Globex']);
  });

  it('takes everything back, the token too while the app runs', async () => {
    const { workspaces, guide, secrets } = openProfile();
    const id = must(workspaces.create('Acme')).activeId ?? '';
    must(await guide.setValue(id, 'connection-name', 'jumpcloud'));
    must(await guide.setToken(id, 'abcdefghijklmnopqrstuvwxyz0123456789'));
    const [entry] = must(await workspaces.delete(id)).trash;
    expect(secrets.read(id, 'bearer-token')).toBeNull();
    const view = must(workspaces.restore(entry?.trashId ?? ''));
    expect([view.activeId, view.trash]).toEqual([id, []]);
    expect(must(workspaces.get(id)).values['connection-name']?.text).toBe('jumpcloud');
    expect(secrets.read(id, 'bearer-token')).toBe('abcdefghijklmnopqrstuvwxyz0123456789');
  });

  it('has forgotten the token after a restart, and says that it must be entered again', async () => {
    const { texts, workspaces, guide } = openProfile();
    const id = must(workspaces.create('Acme')).activeId ?? '';
    must(await guide.setToken(id, 'abcdefghijklmnopqrstuvwxyz0123456789'));
    const [entry] = must(await workspaces.delete(id)).trash;
    const later = openProfile(texts);
    must(later.workspaces.restore(entry?.trashId ?? ''));
    expect(must(await later.guide.view(id)).facts.tokenHeld).toBe(false);
  });

  it('empties the trash after thirty days, at the next start', async () => {
    const { texts, workspaces } = openProfile();
    const id = must(workspaces.create('Acme')).activeId ?? '';
    must(await workspaces.delete(id));
    expect(openProfile(texts).workspaces.view().trash).toHaveLength(1);
    for (const [path, text] of [...texts]) {
      if (!path.startsWith('trash/')) continue;
      texts.delete(path);
      texts.set(path.replace('2026-11-24', '2026-10-20'), text);
    }
    expect(openProfile(texts).workspaces.view().trash).toEqual([]);
    expect([...texts.keys()].filter((path) => path.includes(id))).toEqual([]);
  });

  it('tells those who work in it before its files move', async () => {
    const { workspaces, texts } = openProfile();
    const id = must(workspaces.create('Acme')).activeId ?? '';
    const seen: boolean[] = [];
    workspaces.onLeave((left) => void seen.push(texts.has(`workspaces/${left}/workspace.json`)));
    must(await workspaces.delete(id));
    expect(seen).toEqual([true]);
  });
});

describe('damage', () => {
  const damaged = (text: string) => {
    const first = openProfile();
    const id = must(first.workspaces.create('Acme')).activeId ?? '';
    const { texts } = openProfile(first.texts);
    texts.set(`workspaces/${id}/workspace.json`, text);
    return { id, ...openProfile(texts) };
  };

  it.each([
    ['cut off', '{"format":"scim-preflight/workspace@2","id"'],
    ['empty', ''],
    ['of another shape', '{"format":"scim-preflight/workspace@2","name":7}'],
    ['no object', '[]'],
  ])('a file that is %s is set aside, reported, and the copy of the last good start takes its place', (_what, text) => {
    const { id, texts, workspaces } = damaged(text);
    const { reports, workspaces: list } = workspaces.view();
    expect(list).toMatchObject([{ kind: 'ready', name: 'Acme' }]);
    expect(reports).toMatchObject([{ file: `workspaces/${id}/workspace.json`, outcome: 'restored-copy' }]);
    expect(texts.get(reports[0]?.setAsideTo ?? '')).toBe(text);
  });

  it('without a copy it begins anew, and keeps the damaged file', () => {
    const first = openProfile();
    const id = must(first.workspaces.create('Acme')).activeId ?? '';
    first.texts.set(`workspaces/${id}/workspace.json`, '{');
    const { workspaces, texts } = openProfile(first.texts);
    const [report] = workspaces.view().reports;
    expect(report?.outcome).toBe('started-anew');
    expect(texts.get(report?.setAsideTo ?? '')).toBe('{');
  });

  it('a file of a newer version is refused, said so, and left as it is', async () => {
    const newer = '{"format":"scim-preflight/workspace@3","id":"x"}';
    const { id, texts, workspaces, guide } = damaged(newer);
    expect(workspaces.view().workspaces).toMatchObject([{ kind: 'refused', id, problem: { code: 'other-version' } }]);
    expect(await guide.setValue(id, 'acs-url', 'https://x')).toMatchObject({ ok: false, error: { code: 'other-version' } });
    expect(workspaces.rename(id, 'New')).toMatchObject({ ok: false });
    expect(texts.get(`workspaces/${id}/workspace.json`)).toBe(newer);
  });

  it('a report stays until it is dismissed, over restarts', () => {
    const { texts, workspaces } = damaged('{');
    const again = openProfile(texts).workspaces;
    expect(again.view().reports).toEqual(workspaces.view().reports);
    expect(again.dismissReport(again.view().reports[0]?.id ?? '').reports).toEqual([]);
    expect(openProfile(texts).workspaces.view().reports).toEqual([]);
  });

  it('a damaged memory of the app itself loses only which workspace was open', () => {
    const first = openProfile();
    must(first.workspaces.create('Acme'));
    first.texts.set('app.json', '{"format":"scim-preflight/app@1","activeId":5}');
    const { workspaces } = openProfile(first.texts);
    expect(names(workspaces.view())).toEqual(['Acme']);
    expect(workspaces.view().reports).toMatchObject([{ file: 'app.json' }]);
  });
});

/** A disk that takes nothing any more, and gives what it has. */
class FullDisk extends Map<string, string> {
  full = false;
  override set(path: string, text: string): this {
    if (this.full) throw new Error('ENOSPC: no space left on device, write');
    return super.set(path, text);
  }
}

describe('a full disk', () => {
  const filled = () => {
    const texts = new FullDisk();
    const { workspaces } = openProfile(texts);
    const first = must(workspaces.create('Acme')).activeId ?? '';
    must(workspaces.create('Globex'));
    texts.full = true;
    return { texts, first };
  };

  it('keeps nobody from opening the app: everything is there, and one report says what to do', () => {
    const { texts } = filled();
    const { workspaces } = openProfile(texts);
    expect(names(workspaces.view())).toEqual(['Acme', 'Globex']);
    expect(workspaces.view().reports).toMatchObject([
      { outcome: 'not-written', problem: { message: expect.stringContaining('ENOSPC'), fix: expect.stringContaining('room') } },
    ]);
  });

  it('lets another workspace be opened, and refuses what has to be kept', () => {
    const { texts, first } = filled();
    const { workspaces } = openProfile(texts);
    expect(activeName(must(workspaces.open(first)))).toBe('Acme');
    expect(workspaces.rename(first, 'New')).toMatchObject({ ok: false, error: { code: 'not-written' } });
    expect(names(workspaces.view())).toEqual(['Acme', 'Globex']);
  });

  it('is no more told of when it has room again, nor after a restart', () => {
    const { texts, first } = filled();
    const { workspaces } = openProfile(texts);
    must(workspaces.open(first));
    texts.full = false;
    expect(must(workspaces.open(first)).reports).toEqual([]);
    expect(openProfile(texts).workspaces.view().reports).toEqual([]);
  });
});
