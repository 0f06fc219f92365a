import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFileProfile, plainRecordFile } from '../../../../fakes/file-profile';
import { noCipher, turningCipher } from '../../../../fakes/plain-cipher';
import { must, openProfile } from '../../../../fakes/profile';

const folder = mkdtempSync(join(tmpdir(), 'vault-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const token = 'planted-token-0123456789-ABCDEF';
const id = 'bearer-token';

/** Every byte under a folder, file names included. */
function everyByte(root: string): Buffer {
  const entries = readdirSync(root, { withFileTypes: true });
  return Buffer.concat(
    entries.map((entry) => {
      const path = join(root, entry.name);
      return Buffer.concat([Buffer.from(entry.name), entry.isDirectory() ? everyByte(path) : readFileSync(path)]);
    }),
  );
}

const spellings = [token, Buffer.from(token).toString('base64'), Buffer.from(token).toString('hex'), token.slice(0, 20)];

describe('tokens whose keyring or disk refuses midway', () => {
  const open = () => {
    const keyring = { locked: false };
    const turning = turningCipher();
    const encrypt = (text: string) => {
      if (keyring.locked) throw new Error('the keyring is locked');
      return turning.encrypt(text);
    };
    return { keyring, profile: openProfile(new Map(), { ...turning, encrypt }) };
  };

  it('work from memory, are told, and are nothing else after a restart', () => {
    const { keyring, profile } = open();
    const { texts, secrets, workspaces } = profile;
    secrets.keep('w', id, 'the token before it');
    keyring.locked = true;
    secrets.keep('w', id, token);
    expect(secrets.read('w', id)).toBe(token);
    expect(secrets.keeping).toEqual({ kind: 'memory', why: 'The system’s keyring did not take a token.' });
    expect(workspaces.view().reports).toMatchObject([
      { file: 'secrets.json', outcome: 'not-written', problem: { code: 'keyring-refused' } },
    ]);
    expect(openProfile(texts).secrets.read('w', id)).toBeNull();
  });

  it('are taken along when the next one is kept', () => {
    const { keyring, profile } = open();
    const { texts, secrets } = profile;
    keyring.locked = true;
    secrets.keep('w', id, token);
    keyring.locked = false;
    secrets.keep('w', 'local-server-token', 'another');
    expect(secrets.keeping.kind).toBe('keyring');
    expect(openProfile(texts).secrets.read('w', id)).toBe(token);
  });
});

describe('tokens with a keyring', () => {
  it('survive a restart', () => {
    const { texts, secrets } = openProfile();
    secrets.keep('w', id, token);
    expect(openProfile(texts).secrets.read('w', id)).toBe(token);
  });

  it('are forgotten from memory and file', () => {
    const { texts, secrets } = openProfile();
    secrets.keep('w', id, token);
    secrets.forget('w', id);
    expect([secrets.read('w', id), openProfile(texts).secrets.read('w', id)]).toEqual([null, null]);
  });

  it('are nothing when the keyring has another key by now', () => {
    const { texts, secrets } = openProfile();
    secrets.keep('w', id, token);
    const forgetful = { ...turningCipher(), decrypt: () => null };
    expect(openProfile(texts, forgetful).secrets.read('w', id)).toBeNull();
  });

  it('in a damaged file are lost with a report, and the file is kept', () => {
    const { texts } = openProfile();
    texts.set('secrets.json', '{"format":"scim-preflight/secrets@1","entries":{"w/bearer-token":"no base64!"}}');
    const { workspaces, secrets } = openProfile(texts);
    expect(secrets.read('w', id)).toBeNull();
    expect(workspaces.view().reports).toMatchObject([{ file: 'secrets.json', outcome: 'started-anew' }]);
  });

  it('in a file of a newer version are left alone, and new ones stay in memory', () => {
    const newer = '{"format":"scim-preflight/secrets@9","vault":"x"}';
    const { texts, secrets } = openProfile(new Map([['secrets.json', newer]]));
    secrets.keep('w', id, token);
    expect([secrets.read('w', id), secrets.keeping.kind, texts.get('secrets.json')]).toEqual([token, 'memory', newer]);
  });
});

describe('tokens without a keyring', () => {
  it('are held until the app ends, and nothing of them is written', () => {
    const { texts, secrets } = openProfile(new Map(), noCipher);
    secrets.keep('w', id, token);
    expect([secrets.read('w', id), texts.has('secrets.json')]).toEqual([token, false]);
    expect(openProfile(texts, noCipher).secrets.read('w', id)).toBeNull();
  });
});

describe.each([
  ['with a keyring', turningCipher()],
  ['without one', noCipher],
])('planted tokens, %s', (_what, cipher) => {
  it('are in no byte of the profile, whatever is done with them', async () => {
    const root = mkdtempSync(join(folder, 'profile-'));
    const { workspaces, guide } = openFileProfile(root, plainRecordFile, cipher);
    const first = must(workspaces.create('Acme')).activeId ?? '';
    must(await guide.setValue(first, 'scim-base-url', 'https://auth.lambdatest.com/api/scim'));
    must(await guide.setToken(first, token));
    must(await guide.compareToken(first, '12', token));
    must(await guide.compareToken(first, '12', `${token}x`));
    await guide.setToken(first, `Bearer ${token}`);
    await guide.setToken(first, `${token}ä`);
    const second = must(await workspaces.duplicate(first, 'Copy')).activeId ?? '';
    const [entry] = must(await workspaces.delete(first)).trash;
    must(workspaces.restore(entry?.trashId ?? ''));
    must(await workspaces.delete(second));
    openFileProfile(root, plainRecordFile, cipher);
    const bytes = everyByte(root);
    expect(bytes.length).toBeGreaterThan(1000);
    for (const spelling of spellings) expect(bytes.includes(spelling)).toBe(false);
    expect(statSync(root).isDirectory()).toBe(true);
  });
});
