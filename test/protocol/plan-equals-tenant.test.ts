import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createCallLedger } from '../../electron/node/net/call-ledger';
import { createNetDoor } from '../../electron/node/net/net-door';
import { pullTenant } from '../../electron/node/scim-client/pull-tenant';
import { defaultRetry } from '../../electron/node/scim-client/read-with-retry';
import { createScimClient } from '../../electron/node/scim-client/scim-client';
import { createScimServer, type ScimServer } from '../../electron/node/scim-server/scim-server';
import { VirtualJumpCloud } from '../../electron/node/virtual-jumpcloud/virtual-jumpcloud';
import { compareStates } from '../../shared/golive/drift';
import { mergeTenant } from '../../shared/golive/merge-tenant';
import { scenarioOfTenant } from '../../shared/golive/tenant-scenario';
import { stateOfTenant } from '../../shared/golive/tenant-state';
import { parseRosterCsv } from '../../shared/jumpcloud/roster-csv';
import { rosterEvents } from '../../shared/jumpcloud/roster-events';
import { defaultDialect } from '../../shared/jumpcloud/virtual/dialect';
import { directoryOf } from '../../shared/jumpcloud/virtual/directory';
import { builtInScripts } from '../../shared/jumpcloud/virtual/scripts';
import { buildPlan } from '../../shared/plan/build-plan';
import { planSteps } from '../../shared/plan/planned';
import { err, type Result } from '../../shared/result';
import { defaultAssumptions } from '../../shared/vendor/assumptions';
import { loadOrganisation } from '../../shared/vendor/load-organisation';
import { findGroup, isInOtherOrganisation } from '../../shared/vendor/organisation';
import type { OrganisationSpec } from '../../shared/vendor/scenario';

const value = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const token = 'round-trip-token-of-a-test';

/** Our own embedded server, as a live tenant over a real socket. */
async function tenant(
  organisation: OrganisationSpec,
  profile: 'vendor' | 'rfc',
): Promise<{ readonly server: ScimServer; readonly baseUrl: string }> {
  const server = value(createScimServer({ data: null, token, profile, origin: { organisation, assumptions: defaultAssumptions } }));
  open.push(() => server.close());
  return { server, baseUrl: value(await server.listen(0)).baseUrl };
}

async function pull(baseUrl: string) {
  const door = createNetDoor({
    isOffline: () => false,
    proxyFor: async () => null,
    extraCa: () => [],
    ledger: createCallLedger(),
    now: Date.now,
  });
  const connection = value(door.open({ baseUrl, privateNetwork: 'refused', keepAlive: true }));
  open.push(async () => connection.close());
  const waiting = { policy: defaultRetry, sleep: async () => {}, random: () => 0, now: Date.now };
  return value(await pullTenant(createScimClient(connection, baseUrl, token), { waiting }));
}

/** What `dry-run` makes of an organisation and a roster. */
function planFor(organisation: OrganisationSpec, roster: ReturnType<typeof parseRosterCsv>) {
  const baseline = value(loadOrganisation(organisation, defaultAssumptions));
  const steps = planSteps({
    baseline,
    events: [],
    continueWith: (outcome) =>
      rosterEvents(roster, {
        hasActiveGroup: (displayName) => findGroup(outcome, displayName) !== undefined,
        isInOtherOrganisation: (email) => isInOtherOrganisation(outcome, email),
      }).events,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return buildPlan(step.value, { all: true });
  }
}

const small = `email,firstname,lastname,active,groups
ann@acme.example,Ann,Lee,true,eng-backend;qa-web-team
bob@acme.example,Bob,Ray,true,qa-web-team;qa-app-team
cyd@acme.example,Cyd,Fox,true,EU;eng-backend
dan@acme.example,Dan,Gil,false,eng-backend
eve@acme.example,Eve,Ode,true,unmapped people
`;
const smallOrganisation: OrganisationSpec = {
  name: 'Acme',
  entities: [
    { type: 'Team', name: 'eng-backend' },
    { type: 'SubOrganization', name: 'EU' },
  ],
  users: [
    { userName: 'ann@acme.example', givenName: 'Ann', familyName: 'Lee', role: 'Admin' },
    { userName: 'dan@acme.example', givenName: 'Dan', familyName: 'Gil', teams: ['eng-backend'] },
  ],
  rules: [
    { type: 'prefix', pattern: 'eng-', target: 'Team', autoApprove: true, priority: 3 },
    { type: 'regex', pattern: '^qa-.*-team$', target: 'ConcurrencyGroup', autoApprove: true, priority: 2 },
    { type: 'prefix', pattern: 'EU', target: 'SubOrganization', autoApprove: true, priority: 1 },
  ],
};

describe('pull, preview, sync by the virtual JumpCloud: the tenant is as the plan foretold', () => {
  it.each([
    ['five people and every kind of entity', small, smallOrganisation, 'vendor'],
    ['five people, at a generic service provider', small, { name: 'Acme', users: smallOrganisation.users }, 'rfc'],
    [
      'two hundred people of acme',
      readFileSync('../shared/data/acme/roster.csv', 'utf8').split('\n').slice(0, 201).join('\n'),
      { ...smallOrganisation, users: [] },
      'vendor',
    ],
  ] as const)('%s', async (_, csv, organisation, profile) => {
    const read = parseRosterCsv(csv);
    // JumpCloud cannot send a role (J7): the preview of a roster that has some warns of it (I7) and is of what is sent without.
    const roster = { ...read, people: read.people.map(({ role: _, ...person }) => person) };
    const { server, baseUrl } = await tenant(organisation as OrganisationSpec, profile);
    const before = await pull(baseUrl);
    const mirrored = mergeTenant(organisation as OrganisationSpec, scenarioOfTenant(before, 'Acme').scenario.organisation);
    const plan = planFor(mirrored, roster);

    const jumpCloud = new VirtualJumpCloud({
      directory: directoryOf(roster, []),
      now: () => 0,
      nonce: () => '1',
      setUp: async () => err({ code: 'none', message: 'nothing to set up' }),
      onChange: () => undefined,
    });
    const script = builtInScripts(defaultDialect).find((one) => one.id === 'first-sync');
    if (script === undefined) throw new Error('the first sync is gone');
    value(
      await jumpCloud.start({
        script,
        target: { baseUrl, token, confirmedHost: null },
        change: null,
        testEmail: 't@acme.example',
        groupBox: true,
      }),
    );
    await jumpCloud.runToEnd();
    expect(jumpCloud.view?.outcome).toMatchObject({ result: 'pass' });

    const after = stateOfTenant(await pull(baseUrl));
    const people = plan.people.flatMap(({ userName, after: to }) => (to === null ? [] : [{ userName, active: to.active, role: to.role }]));
    // The embedded server shows a person's own OrganizationRole; a plan's is the effective one, equal while no group carries roles.
    expect(compareStates({ users: people, groups: null }, after)).toEqual([]);
    const groups = plan.groups.filter((group) => group.state === 'active').map((group) => group.displayName);
    expect(after.groups?.map((group) => group.displayName).sort()).toEqual([...groups].sort());
    // Places are not in SCIM: the mirror's own organisation is asked.
    const mirror = planOfMirror(server);
    expect(mirror).toEqual(Object.fromEntries(plan.people.map((person) => [person.userName, person.after])));
  });
});

/** Everybody's places as the embedded server's organisation has them now. */
function planOfMirror(server: ScimServer) {
  const steps = planSteps({ baseline: server.organisation(), events: [] });
  for (;;) {
    const step = steps.next();
    if (step.done === true)
      return Object.fromEntries(buildPlan(step.value, { all: true }).people.map((person) => [person.userName, person.after]));
  }
}
