import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDemo } from '../../../../../electron/node/workspaces/demo';
import { organisationDocument } from '../../../../../shared/preview/organisation-document';
import { rosterDocument } from '../../../../../shared/preview/roster-document';
import { must, openProfile } from '../../../../fakes/profile';

const token = 'abcdefghijklmnopqrstuvwxyz0123456789';
const open = () => {
  const profile = openProfile();
  return { ...profile, id: must(profile.workspaces.create('Acme')).activeId ?? '' };
};

describe('the token at the desk', () => {
  it('is kept apart; the state has its last four characters and a fingerprint', async () => {
    const { guide, id, secrets, texts } = open();
    const { workspace, facts, tokenStoredIn } = must(await guide.setToken(id, token));
    // SHA-256 of the token begins so: printf %s abcdefghijklmnopqrstuvwxyz0123456789 | sha256sum
    expect(workspace.token).toMatchObject({ last4: '6789', fingerprint: '011fc299', expiresAt: null });
    expect([facts.tokenHeld, tokenStoredIn, secrets.read(id, 'bearer-token')]).toEqual([true, 'keyring', token]);
    expect([...texts.values()].join()).not.toContain(token);
  });

  it.each([`Bearer ${token}`, 'https://auth.lambdatest.com/api/scim', '••••••••'])(
    'with an error is refused, and the earlier one stays: %s',
    async (text) => {
      const { guide, id, secrets } = open();
      must(await guide.setToken(id, token));
      const refused = await guide.setToken(id, text);
      expect(refused).toMatchObject({ ok: false, error: { code: 'token-not-usable' } });
      expect(JSON.stringify(refused)).not.toContain(token);
      expect(secrets.read(id, 'bearer-token')).toBe(token);
    },
  );

  it('is forgotten by an empty text', async () => {
    const { guide, id, secrets } = open();
    must(await guide.setToken(id, token));
    expect(must(await guide.setToken(id, '')).workspace.token).toBeNull();
    expect(secrets.read(id, 'bearer-token')).toBeNull();
  });

  it('comes back with its ticks when it was forgotten by mistake, once', async () => {
    const { guide, id, secrets } = open();
    must(await guide.setToken(id, token));
    const { workspace: before } = must(await guide.setPasted(id, 'bearer-token', '13', true));
    must(await guide.setToken(id, ''));
    expect(must(await guide.restoreToken(id)).workspace.token).toEqual(before.token);
    expect(secrets.read(id, 'bearer-token')).toBe(token);
    expect(await guide.restoreToken(id)).toMatchObject({ ok: false, error: { code: 'token-gone' } });
  });

  it('does not come back over another one that was entered since', async () => {
    const { guide, id, secrets } = open();
    must(await guide.setToken(id, token));
    must(await guide.setToken(id, ''));
    must(await guide.setToken(id, `${token}new`));
    expect(await guide.restoreToken(id)).toMatchObject({ ok: false, error: { code: 'token-gone' } });
    expect(secrets.read(id, 'bearer-token')).toBe(`${token}new`);
  });

  it('is compared by what it is, or by eye', async () => {
    const { guide, id } = open();
    must(await guide.setToken(id, token));
    const same = async (found: string | null) => must(await guide.compareToken(id, '12', found)).workspace.token?.again['12']?.same;
    expect([await same(token), await same(`${token}x`), await same(` ${token}\n`), await same(null)]).toEqual([true, false, true, true]);
  });
});

describe('test e-mails at the desk', () => {
  it('are used up by the tick that the test went through, once', async () => {
    const { guide, id } = open();
    must(await guide.setValue(id, 'scim-base-url', 'https://auth.lambdatest.com/api/scim'));
    must(await guide.setValue(id, 'test-email', 'ann+1@acme.example'));
    must(await guide.setSeen(id, '14', ['test-passed'], true));
    const { workspace } = must(await guide.burnTestEmail(id));
    expect(workspace.burntEmails).toMatchObject([{ email: 'ann+1@acme.example', baseUrl: 'https://auth.lambdatest.com/api/scim' }]);
    expect(must(await guide.unburnTestEmail(id, 'ANN+1@acme.example')).workspace.burntEmails).toEqual([]);
  });

  it('are used up by no other tick', async () => {
    const { guide, id } = open();
    must(await guide.setValue(id, 'test-email', 'ann+1@acme.example'));
    must(await guide.setSeen(id, '14', ['activated'], true));
    expect(must(await guide.setSeen(id, '14', ['test-passed'], false)).workspace.burntEmails).toEqual([]);
  });
});

describe('undo', () => {
  it('puts values and steps back exactly, ticks included', async () => {
    const { guide, id } = open();
    must(await guide.setValue(id, 'connection-name', 'jumpcloud'));
    const { workspace: before } = must(await guide.setPasted(id, 'connection-name', '8', true));
    must(await guide.setValue(id, 'connection-name', 'other'));
    must(await guide.setVerdict(id, '1', { kind: 'skipped', reason: 'x' }));
    const { workspace } = must(await guide.putBack(id, before));
    expect([workspace.values, workspace.steps]).toEqual([before.values, before.steps]);
  });
});

describe('the demo at the desk', () => {
  it('has Acme’s roster and organisation, and opens again as it was left', async () => {
    const { workspaces, documents, secrets, guide } = openProfile();
    const folder = resolve(import.meta.dirname, '../../../../../build/demo');
    const make = (id: string, at: string) => makeDemo({ folder, documents, secrets }, id, at);
    const id = must(await workspaces.openDemo(make)).activeId ?? '';
    const roster = must(await documents.of(id).read(rosterDocument));
    const organisation = must(await documents.of(id).read(organisationDocument));
    expect([roster?.people.length, organisation?.organisation.users?.length, organisation?.organisation.rules?.length]).toEqual([
      2000, 1000, 6,
    ]);
    expect(roster?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    must(await guide.setNote(id, '13', 'mine'));
    must(workspaces.create('Own'));
    const again = must(await workspaces.openDemo(make));
    expect([again.activeId, again.workspaces.length]).toEqual([id, 2]);
    expect(must(workspaces.get(id)).steps['13']?.note).toBe('mine');
  });

  it('whose data is missing says which file', async () => {
    const { workspaces, documents, secrets } = openProfile();
    const made = await workspaces.openDemo((id, at) => makeDemo({ folder: '/nowhere', documents, secrets }, id, at));
    expect(made).toMatchObject({ ok: false, error: { code: 'demo-missing', path: '/nowhere/roster.csv' } });
    expect(workspaces.view().workspaces).toEqual([]);
  });
});
