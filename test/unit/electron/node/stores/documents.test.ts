import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Documents } from '../../../../../electron/node/stores/documents';
import { FileDocuments } from '../../../../../electron/node/stores/file-documents';
import { MemoryDocuments } from '../../../../../electron/node/stores/memory-documents';
import type { StoreTrouble } from '../../../../../electron/node/stores/store-report';
import { must } from '../../../../fakes/profile';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let counter = 0;

const spec = {
  name: 'list',
  schema: z.strictObject({ format: z.literal('scim-preflight/list@2'), entries: z.array(z.string()) }),
  migrate: (json: unknown) =>
    typeof json === 'object' && json !== null && 'format' in json && json.format === 'scim-preflight/list@1' && 'entry' in json
      ? { format: 'scim-preflight/list@2', entries: [json.entry] }
      : json,
} as const;
const listOf = (...entries: string[]) => ({ format: 'scim-preflight/list@2' as const, entries });

function onDisk() {
  counter += 1;
  const root = join(folder, String(counter));
  const troubles: StoreTrouble[] = [];
  const documents = new FileDocuments({
    folderOf: (id) => join(root, id),
    now: () => new Date('2026-11-24T08:05:00Z'),
    report: (trouble) => troubles.push(trouble),
  });
  const put = async (text: string) => {
    await mkdir(join(root, 'w'), { recursive: true });
    writeFileSync(join(root, 'w', 'list.json'), text);
  };
  return { root, documents, troubles, put, file: join(root, 'w', 'list.json') };
}

const both: readonly (readonly [string, () => Documents])[] = [
  ['on the disk', () => onDisk().documents],
  ['in memory', () => new MemoryDocuments()],
];

describe.each(both)('documents %s', (_where, open) => {
  it('are not there until they are written, and are read as they were written', async () => {
    const documents = open().of('w');
    expect(await documents.read(spec)).toEqual({ ok: true, value: null });
    must(await documents.write(spec, listOf('a', 'Ünïcode \u2028')));
    expect(must(await documents.read(spec))).toEqual(listOf('a', 'Ünïcode \u2028'));
  });

  it('belong to one workspace each', async () => {
    const documents = open();
    must(await documents.of('w').write(spec, listOf('w')));
    expect(must(await documents.of('v').read(spec))).toBeNull();
  });

  it('are gone when removed, and removing nothing is no fault', async () => {
    const documents = open().of('w');
    must(await documents.write(spec, listOf('a')));
    must(await documents.remove(spec));
    must(await documents.remove(spec));
    expect(must(await documents.read(spec))).toBeNull();
  });

  it('tell of every change', async () => {
    const documents = open();
    const told: string[] = [];
    const end = documents.onChange((id, name) => told.push(`${id}/${name}`));
    must(await documents.of('w').write(spec, listOf('a')));
    must(await documents.of('w').remove(spec));
    end();
    must(await documents.of('w').write(spec, listOf('a')));
    expect(told).toEqual(['w/list', 'w/list']);
  });

  it('have another stamp when they are another one', async () => {
    const documents = open();
    expect(await documents.stampOf('w', spec)).toBeNull();
    must(await documents.of('w').write(spec, listOf('a')));
    const first = await documents.stampOf('w', spec);
    must(await documents.of('w').write(spec, listOf('b')));
    expect(await documents.stampOf('w', spec)).not.toBe(first);
  });

  it('end as the last write said, however many were asked for at once', async () => {
    const documents = open().of('w');
    await Promise.all(Array.from({ length: 20 }, (_, number) => documents.write(spec, listOf(String(number)))));
    expect(must(await documents.read(spec))).toEqual(listOf('19'));
  });
});

describe('a document on the disk', () => {
  it('of an earlier version is migrated', async () => {
    const { documents, put } = onDisk();
    await put('{"format":"scim-preflight/list@1","entry":"old"}');
    expect(must(await documents.of('w').read(spec))).toEqual(listOf('old'));
  });

  it('with a byte order mark is read', async () => {
    const { documents, put } = onDisk();
    await put(`\ufeff${JSON.stringify(listOf('a'))}`);
    expect(must(await documents.of('w').read(spec))).toEqual(listOf('a'));
  });

  it.each([
    ['cut off', '{"format":"scim-preflight/list@2","entr'],
    ['of zero bytes', '\0\0\0\0'],
    ['of another shape', '{"format":"scim-preflight/list@2","entries":[1]}'],
    ['with a field too many', '{"format":"scim-preflight/list@2","entries":[],"more":1}'],
    ['of no format of ours', '{"hello":"world"}'],
  ])('%s is set aside with its content, reported, an error once, then nothing', async (_what, text) => {
    const { documents, put, root, troubles, file } = onDisk();
    await put(text);
    const first = await documents.of('w').read(spec);
    expect(first).toMatchObject({ ok: false });
    const aside = join(root, 'w', 'list.corrupt-2026-11-24T08-05-00-000Z.json');
    expect(troubles).toMatchObject([{ file, setAsideTo: aside, outcome: 'started-anew' }]);
    expect(readFileSync(aside, 'utf8')).toBe(text);
    expect(must(await documents.of('w').read(spec))).toBeNull();
  });

  it('set aside twice in the same moment keeps both', async () => {
    const { documents, put, root } = onDisk();
    await put('one');
    await documents.of('w').read(spec);
    await put('two');
    await documents.of('w').read(spec);
    const kept = readdirSync(join(root, 'w')).map((name) => readFileSync(join(root, 'w', name), 'utf8'));
    expect(kept.sort()).toEqual(['one', 'two']);
  });

  it('of a newer version is refused each time, reported, and never written over', async () => {
    const newer = '{"format":"scim-preflight/list@3","things":[]}';
    const { documents, put, file, troubles } = onDisk();
    await put(newer);
    const refusal = { ok: false, error: { code: 'other-version', path: `${file}: format` } };
    expect(await documents.of('w').write(spec, listOf('mine'))).toMatchObject(refusal);
    expect(await documents.of('w').read(spec)).toMatchObject(refusal);
    expect(await documents.of('w').write(spec, listOf('mine'))).toMatchObject(refusal);
    expect(readFileSync(file, 'utf8')).toBe(newer);
    expect(troubles.every(({ outcome, setAsideTo }) => outcome === 'left-untouched' && setAsideTo === null)).toBe(true);
  });

  it('that is damaged and written over unread is set aside first', async () => {
    const { documents, put, root } = onDisk();
    await put('precious, perhaps');
    must(await documents.of('w').write(spec, listOf('new')));
    expect(must(await documents.of('w').read(spec))).toEqual(listOf('new'));
    expect(readdirSync(join(root, 'w'))).toHaveLength(2);
  });

  it('that cannot be written says so, and the old one is unharmed', async () => {
    const { documents, root } = onDisk();
    must(await documents.of('w').write(spec, listOf('old')));
    writeFileSync(join(root, 'blocked'), 'a file where a folder should be');
    const refused = await documents.of('blocked').write(spec, listOf('new'));
    expect(refused).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^not-/) } });
    expect(must(await documents.of('w').read(spec))).toEqual(listOf('old'));
  });

  it('is readable by its owner only, and nothing lies beside it', async () => {
    const { documents, root, file } = onDisk();
    must(await documents.of('w').write(spec, listOf('a')));
    const { statSync } = await import('node:fs');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(join(root, 'w'))).toEqual(['list.json']);
  });
});
