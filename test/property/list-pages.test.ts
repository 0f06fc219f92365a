import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScimServer, type ScimServer } from '../../electron/node/scim-server/scim-server';
import type { ProfileName } from '../../shared/scim/profile';
import { patchBody, userBody, vendorUserUrn } from '../protocol/scim/messages';
import { openServer, startOfTime, token } from '../protocol/scim/open-server';

/** More than two texts of a page hold, some names of more bytes than characters. */
const atFirst = 150;
const nameOf = (at: number): string => (at % 9 === 0 ? `zoë${at}💥@x.example` : `person${at}@x.example`);
const idOf = (at: number): string => String(20_000 + 2 * at);

const user = fc.nat({ max: atFirst - 1 });
const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom('activity' as const, 'role' as const, 'externalId' as const, 'rename' as const, 'delete' as const),
    user,
  }),
  fc.record({ kind: fc.constantFrom('create' as const, 'renameEntity' as const, 'membership' as const), user }),
);
const page = fc.record({ startIndex: fc.integer({ min: 1, max: atFirst + 10 }), count: fc.integer({ min: 0, max: 160 }) });

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let made = 0;

async function play(open: ReturnType<typeof openServer>, { kind, user: at }: Step): Promise<void> {
  const path = `/Users/${idOf(at)}`;
  switch (kind) {
    case 'activity':
      await open.ask('PATCH', path, patchBody({ op: 'replace', path: 'active', value: at % 2 === 0 }));
      return;
    case 'role':
      await open.ask('PATCH', path, patchBody({ op: 'replace', path: `${vendorUserUrn}:OrganizationRole`, value: 'Admin' }));
      return;
    case 'externalId':
      await open.ask('PATCH', path, patchBody({ op: 'replace', path: 'externalId', value: `ext-é"${at}` }));
      return;
    case 'rename':
      await open.ask('PUT', path, userBody(`renamed${at}@x.example`));
      return;
    case 'delete':
      await open.ask('DELETE', path);
      return;
    case 'create':
      made += 1;
      await open.ask('POST', '/Users', userBody(`new${made}@x.example`));
      return;
    case 'renameEntity':
      await open.server.act({ type: 'renameEntity', entity: { type: 'ConcurrencyGroup', name: 'Fast' }, to: `Fast ${at}` });
      await open.server.act({ type: 'renameEntity', entity: { type: 'ConcurrencyGroup', name: `Fast ${at}` }, to: 'Fast' });
      return;
    case 'membership':
      await open.ask(
        'PATCH',
        '/Groups/50001',
        patchBody({ op: at % 2 === 0 ? 'add' : 'remove', path: 'members', value: [{ value: idOf(at) }] }),
      );
      return;
  }
}

async function textOf(server: ScimServer, path: string): Promise<string> {
  const response = await server.app.request(`http://127.0.0.1/scim/v2${path}`, { headers: { Authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return response.text();
}

/** The same organisation in a server that has rendered nothing yet. */
function anew(server: ScimServer, profile: ProfileName): ScimServer {
  const start = JSON.parse(JSON.stringify(server.snapshot()));
  const opened = createScimServer({ data: null, token, profile, start, clock: () => startOfTime });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

test.each(['vendor', 'rfc'] as const)('any page after any changes is what a server that starts anew answers (%s)', async (profile) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, page), { minLength: 1, maxLength: 8 }), async (steps) => {
      const open = openServer({
        profile,
        organisation: {
          users: Array.from({ length: atFirst }, (_, at) => ({
            userName: nameOf(at),
            ...(at % 5 === 0 ? { concurrencyGroup: 'Fast' } : { givenName: `G${at}` }),
          })),
          groups: [{ displayName: 'Some', members: [nameOf(1), nameOf(64)], roles: ['Guest'] }],
        },
      });
      await textOf(open.server, '/Users?count=1000');
      for (const [taken, { startIndex, count }] of steps) {
        await play(open, taken);
        const fresh = anew(open.server, profile);
        for (const path of [`/Users?startIndex=${startIndex}&count=${count}`, '/Users?count=1000']) {
          const text = await textOf(open.server, path);
          expect(text).toBe(await textOf(fresh, path));
          expect(text).toBe(JSON.stringify(JSON.parse(text)));
        }
        await fresh.close();
      }
      await open.server.close();
    }),
    { numRuns: 40 },
  );
});
