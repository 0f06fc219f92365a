import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, planOf as planSteps } from '../../../../shared/bundle/bundle-plan';
import { makeBundle } from '../../../../shared/bundle/make-bundle';
import { createPseudonyms } from '../../../../shared/bundle/pseudonyms';
import { replayBundle } from '../../../../shared/bundle/replay-bundle';
import type { Plan } from '../../../../shared/plan/plan';
import { readScenario, type Scenario } from '../../../../shared/vendor/scenario';

const value = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const scenarioOf = (json: object): Scenario => value(readScenario(JSON.stringify({ format: 'scim-preflight/scenario@1', ...json })));

const planOf = (scenario: Scenario) => finish(planSteps(scenario));

const small = scenarioOf({
  organisation: {
    name: 'Acme',
    users: [
      { userName: 'Ann@acme.example', givenName: 'Ann', familyName: 'Lee', role: 'Admin' },
      { userName: 'not-an-email', givenName: '', familyName: 'Lee' },
    ],
    usersInOtherOrganisations: ['old@other.example'],
    groups: [{ displayName: 'eng', members: ['ann@ACME.example'], roles: ['Guest'] }],
    rules: [{ type: 'prefix', pattern: 'eng', target: 'Team', autoApprove: true, priority: 1 }],
  },
  assumptions: { A2: 'user' },
  events: [
    { type: 'pushUser', userName: 'bob@acme.example', givenName: 'Bob', familyName: 'Lee' },
    { type: 'pushUser', userName: 'OLD@other.example' },
    { type: 'pushGroup', displayName: 'eng-web', members: ['bob@acme.example', 'ANN@acme.example'] },
    { type: 'setRole', userName: 'bob@acme.example', role: 'Guest' },
    { type: 'deactivateUser', userName: 'ann@acme.example' },
  ],
});

describe('pseudonyms', () => {
  it('are the same for the same person, whatever the case, and keep who shares a domain', () => {
    const { userName } = createPseudonyms();
    expect(userName('Ann@acme.example')).toBe('person-1@domain-1.example');
    expect(userName('ann@ACME.example')).toBe('person-1@domain-1.example');
    expect(userName('bob@acme.example')).toBe('person-2@domain-1.example');
    expect(userName('ann@other.example')).toBe('person-3@domain-2.example');
    expect(userName('ann')).toBe('name-4');
  });

  it('are e-mails exactly where the name was one', () => {
    const isEmail = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '@', '.', ' ', 'ß', '_') }), (text) => {
        expect(isEmail(createPseudonyms().userName(text))).toBe(isEmail(text));
      }),
    );
  });
});

describe('a bundle', () => {
  it('holds no name and no address of anybody', () => {
    const text = JSON.stringify(
      value(
        makeBundle({
          scenario: small,
          version: '1',
          exchanges: [
            {
              at: '',
              method: 'GET',
              path: '/Users?filter=userName eq "ann@acme.example"',
              status: 200,
              durationMs: 1,
              request: null,
              response: '{"userName":"Bob@acme.example"}',
            },
          ],
        }),
      ),
    );
    for (const name of ['ann', 'bob', 'lee', 'acme', 'other.example', 'not-an-email']) expect(text.toLowerCase()).not.toContain(name);
    expect(text).toContain('eng-web');
  });

  it('plays back identically, and tells where it does not', () => {
    const bundle = value(makeBundle({ scenario: small, version: '1', exchanges: [] }));
    expect(value(replayBundle(JSON.stringify(bundle)))).toEqual({ identical: true, differences: [] });
    const people = bundle.plan.people.map((person, at) =>
      at === 0 && person.after !== null ? { ...person, after: { ...person.after, role: 'Guest' as const } } : person,
    );
    const changed = value(replayBundle(JSON.stringify({ ...bundle, plan: { ...bundle.plan, people } })));
    expect(changed.identical).toBe(false);
    expect(changed.differences.map((difference) => difference.path)).toEqual(['people[0].after.role']);
  });

  it('has the plan of the real names, name for name', () => {
    const acme = value(readScenario(readFileSync('../shared/data/acme/scenario.json', 'utf8')));
    for (const scenario of [small, acme]) {
      const { userName } = createPseudonyms();
      const outcomes = (plan: Plan, rename: (name: string) => string) =>
        Object.fromEntries(plan.people.map((person) => [rename(person.userName), [person.before, person.after]]));
      const bundle = value(makeBundle({ scenario, version: '1', exchanges: [] }));
      // The pseudonyms number people as they come: first those of the organisation, as here.
      for (const user of scenario.organisation.users ?? []) userName(user.userName);
      for (const other of scenario.organisation.usersInOtherOrganisations ?? []) userName(other);
      for (const group of scenario.organisation.groups ?? []) for (const member of group.members ?? []) userName(member);
      for (const event of scenario.events) {
        if ('userName' in event) userName(event.userName);
        if ('members' in event) for (const member of event.members ?? []) userName(member);
      }
      expect(outcomes(bundle.plan, (name) => name)).toEqual(outcomes(value(planOf(scenario)), userName));
      expect(bundle.plan.summary).toEqual(value(planOf(scenario)).summary);
    }
  });

  it.each([
    ['{}', 'unknown-format'],
    ['{"format":"scim-preflight/bundle@9"}', 'unknown-format'],
    ['{"format":"scim-preflight/bundle@1"}', 'invalid-field'],
    [
      '{"format":"scim-preflight/bundle@1","madeBy":{"app":"","version":""},"redacted":true,"scenario":{"format":"scim-preflight/scenario@1","events":[{"type":"sink"}]},"plan":{},"exchanges":[]}',
      'invalid-field',
    ],
    ['nonsense', 'not-json'],
  ])('%s is refused as %s', (text, code) => {
    expect(replayBundle(text)).toMatchObject({ ok: false, error: { code } });
  });
});
