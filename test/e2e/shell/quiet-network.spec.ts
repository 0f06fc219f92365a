import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../app/fixtures';
import { openDemo } from '../app/open-demo';
import { openScreen } from '../app/open-screen';
import { screenAddresses } from '../app/screen-addresses';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

test('calls nobody: not at the start, not with the demo, not on any screen', async ({ start, userData }) => {
  test.setTimeout(120_000);
  const file = join(userData, 'net-log.json');
  const app = await start({ args: [`--log-net-log=${file}`] });
  await openDemo(app.window);
  for (const address of await screenAddresses(app.window)) await openScreen(app.window, address);
  const network = await app.window.evaluate(() =>
    (globalThis as unknown as { preflight: { invoke: (channel: string) => Promise<unknown> } }).preflight.invoke('live:network'),
  );
  expect(network).toMatchObject({ ok: true, value: { calls: [], dropped: 0 } });
  await app.electron.close();

  const { constants, events } = JSON.parse(await readFile(file, 'utf8')) as NetLog;
  const { URL_REQUEST_START_JOB: requested, HOST_RESOLVER_MANAGER_REQUEST: resolved } = constants.logEventTypes;
  expect([typeof requested, typeof resolved]).toEqual(['number', 'number']);
  const asked = events
    .filter(({ type }) => type === requested || type === resolved)
    .flatMap(({ params }) => [params?.['url'], params?.['host']].filter((value) => typeof value === 'string'));
  expect(asked).toEqual([]);
});
