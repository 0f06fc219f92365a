import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canSaveFile, saveFile } from '../../../../../electron/node/stores/save-file';
import { writeWholeFile } from '../../../../../electron/node/stores/write-whole-file';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe.runIf(process.platform !== 'win32')('who may read a file', () => {
  it('is for a file that a person asked for what their umask says', async () => {
    const before = process.umask(0o027);
    try {
      await saveFile(join(folder, 'plan.json'), 'x');
      process.umask(0o022);
      await saveFile(join(folder, 'bundle.json'), 'x');
    } finally {
      process.umask(before);
    }
    expect(modeOf(join(folder, 'plan.json'))).toBe(0o640);
    expect(modeOf(join(folder, 'bundle.json'))).toBe(0o644);
  });

  it('stays as it was where the file was there already', async () => {
    const path = join(folder, 'plan.json');
    writeFileSync(path, 'earlier');
    chmodSync(path, 0o600);
    await saveFile(path, 'x');
    expect(modeOf(path)).toBe(0o600);
  });

  it('is for a file of the app its owner alone, whatever the umask', async () => {
    const before = process.umask(0o022);
    try {
      await writeWholeFile(join(folder, 'workspaces', 'secrets.json'), 'x');
    } finally {
      process.umask(before);
    }
    expect(modeOf(join(folder, 'workspaces', 'secrets.json'))).toBe(0o600);
    expect(modeOf(join(folder, 'workspaces'))).toBe(0o700);
  });
});

describe.runIf(process.platform !== 'win32')('a name that stands for something else', () => {
  it('is written behind, where it is a link, whether or not the file is there yet', async () => {
    const link = join(folder, 'latest.json');
    symlinkSync('plan-1.json', link);
    await saveFile(link, 'first');
    await saveFile(link, 'second');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'plan-1.json'), 'utf8')).toBe('second');
    expect(readdirSync(folder).sort()).toEqual(['latest.json', 'plan-1.json']);
  });

  it('is written into, where it is a pipe or a device, which stays what it is', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const [saved, read] = await Promise.all([saveFile(pipe, ['{', '}']), readFile(pipe, 'utf8')]);
    expect(saved).toEqual({ ok: true, value: pipe });
    expect(read).toBe('{}');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });
});

describe('a file that a person asked for', () => {
  it('is written whole, piece by piece, over an earlier one, and nothing stays beside it', async () => {
    const path = join(folder, 'out.json');
    expect(await saveFile(path, 'earlier')).toEqual({ ok: true, value: path });
    expect(await saveFile(path, ['{', '}'])).toEqual({ ok: true, value: path });
    expect(readFileSync(path, 'utf8')).toBe('{}');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('leaves the earlier one where a piece cannot be made', async () => {
    const path = join(folder, 'out.json');
    await saveFile(path, 'earlier');
    function* pieces() {
      yield 'half';
      throw new Error('no more');
    }
    expect(await saveFile(path, pieces())).toMatchObject({ ok: false, error: { code: 'cannot-write' } });
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('makes no folder that was not there, and says what to do', async () => {
    expect(await saveFile(join(folder, 'no-such', 'out.json'), 'x')).toMatchObject({
      ok: false,
      error: { code: 'cannot-write', fix: 'Check the path, or make the folder first.' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('whether a file can be saved, asked before the work', () => {
  it('is answered as saving answers, and writes nothing', async () => {
    writeFileSync(join(folder, 'there.json'), 'earlier');
    for (const name of ['plan.json', 'there.json', join('missing', 'plan.json'), '.']) {
      const path = join(folder, name);
      const asked = await canSaveFile(path);
      expect(readdirSync(folder), name).toEqual(['there.json']);
      expect(readFileSync(join(folder, 'there.json'), 'utf8'), name).toBe('earlier');
      if (!asked.ok) expect(await saveFile(path, 'x'), name).toEqual(asked);
      expect(asked.ok, name).toBe(['plan.json', 'there.json'].includes(name));
    }
  });
});
