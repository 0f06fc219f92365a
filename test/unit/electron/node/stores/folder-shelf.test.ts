import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rosterDocument } from '../../../../../shared/preview/roster-document';
import { openFileProfile } from '../../../../fakes/file-profile';
import { must } from '../../../../fakes/profile';

const folder = mkdtempSync(join(tmpdir(), 'shelf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const freshRoot = () => mkdtempSync(join(folder, 'profile-'));

const roster = {
  format: 'scim-preflight/roster@1' as const,
  source: { kind: 'csv' as const, name: 'people.csv', readAt: '2026-11-24T08:00:00.000Z' },
  people: [{ email: 'Ann@acme.example', firstname: 'Ann', lastname: 'Lee', active: true, groups: [], line: 2 }],
  emptyGroups: [],
  hasNames: true,
  problems: [],
};

describe('workspaces as folders', () => {
  it('move to the trash whole, and back', async () => {
    const root = freshRoot();
    const { workspaces, documents } = openFileProfile(root);
    const id = must(workspaces.create('Acme')).activeId ?? '';
    must(await documents.of(id).write(rosterDocument, roster));
    const [entry] = must(await workspaces.delete(id)).trash;
    expect(readdirSync(join(root, 'workspaces'))).toEqual([]);
    expect(entry?.name).toBe('Acme');
    must(workspaces.restore(entry?.trashId ?? ''));
    expect(readdirSync(join(root, 'trash'))).toEqual([]);
    expect(must(await documents.of(id).read(rosterDocument))).toEqual(roster);
  });

  it('are gone from the disk when deleted for good', async () => {
    const root = freshRoot();
    const { workspaces } = openFileProfile(root);
    const id = must(workspaces.create('Acme')).activeId ?? '';
    const [entry] = must(await workspaces.delete(id)).trash;
    expect(must(workspaces.deleteForGood(entry?.trashId ?? '')).trash).toEqual([]);
    expect(readdirSync(join(root, 'trash'))).toEqual([]);
    expect(workspaces.restore(entry?.trashId ?? '')).toMatchObject({ ok: false, error: { code: 'not-in-trash' } });
  });

  it('take their documents into a duplicate, but no journal and no damaged file', async () => {
    const root = freshRoot();
    const { workspaces, documents, shelf } = openFileProfile(root);
    const id = must(workspaces.create('Acme')).activeId ?? '';
    must(await documents.of(id).write(rosterDocument, roster));
    for (const name of ['journal.sqlite', 'roster.corrupt-2026-11-24T08-05-00-000Z.json'])
      writeFileSync(join(shelf.folderOf(id), name), 'x');
    const copy = must(await workspaces.duplicate(id, 'Copy')).activeId ?? '';
    expect(readdirSync(shelf.folderOf(copy)).sort()).toEqual(['roster.json', 'workspace.json']);
    expect(must(workspaces.get(copy)).id).toBe(copy);
    expect(must(await documents.of(copy).read(rosterDocument))).toEqual(roster);
  });

  it('that a kill left half made are not shown, and unfinished files are swept', () => {
    const root = freshRoot();
    mkdirSync(join(root, 'workspaces', 'half', 'x'), { recursive: true });
    mkdirSync(join(root, 'workspaces', '.copy.unfinished'), { recursive: true });
    writeFileSync(join(root, 'workspaces', 'half', '.roster.json.ab12.unfinished'), '{');
    const { workspaces } = openFileProfile(root);
    expect(workspaces.view().workspaces).toEqual([]);
    expect(readdirSync(join(root, 'workspaces'))).toEqual(['half']);
    expect(readdirSync(join(root, 'workspaces', 'half'))).toEqual(['x']);
  });

  it.each(['../outside', '', '.', '..', 'a/b', '.hidden'])('never lead out of their folder: %j', (name) => {
    const { shelf } = openFileProfile(freshRoot());
    expect(() => shelf.folderOf(name)).toThrow('not a name of a folder');
    expect(() => shelf.destroy(name)).toThrow('not a name of a folder');
  });

  it('come back from the copy when their file is gone', () => {
    const root = freshRoot();
    const id = must(openFileProfile(root).workspaces.create('Acme')).activeId ?? '';
    openFileProfile(root);
    rmSync(join(root, 'workspaces', id, 'workspace.json'));
    const { workspaces } = openFileProfile(root);
    expect(workspaces.view()).toMatchObject({ workspaces: [{ name: 'Acme' }], reports: [{ outcome: 'restored-copy', setAsideTo: null }] });
    expect(JSON.parse(readFileSync(join(root, 'workspaces', id, 'workspace.json'), 'utf8'))).toMatchObject({ name: 'Acme' });
  });
});

describe('who has an address', () => {
  it('is known from the roster and the organisation, and again when the file is another one', async () => {
    const { workspaces, documents, guide } = openFileProfile(freshRoot());
    const id = must(workspaces.create('Acme')).activeId ?? '';
    const view = async () => must(await guide.setValue(id, 'test-email', 'ann@acme.example')).facts;
    expect((await view()).testEmailOwner).toBeNull();
    must(await documents.of(id).write(rosterDocument, roster));
    expect(await view()).toMatchObject({
      testEmailOwner: { email: 'ann@acme.example', where: 'roster' },
      rosterDomains: [{ domain: 'acme.example', people: 1 }],
    });
    must(await documents.of(id).write(rosterDocument, { ...roster, people: [] }));
    expect((await view()).testEmailOwner).toBeNull();
  });
});
