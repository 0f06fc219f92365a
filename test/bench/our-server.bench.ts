import { createScimServer } from '../../electron/node/scim-server/scim-server';
import { defaultAssumptions } from '../../shared/vendor/assumptions';
import type { OrganisationSpec } from '../../shared/vendor/scenario';
import { benchToken, type ServerReady } from './messages';
import { tellMemoryWhenAsked } from './tell-memory';

/** Ours as `serve --data` runs it: durable, its journal in a folder. Started with the folder and the organisation's users and groups. */
process.on('message', (message: { readonly kind: 'open'; readonly data: string; readonly organisation: OrganisationSpec }) => {
  if (typeof message !== 'object' || message.kind !== 'open') return;
  void open(message.data, message.organisation);
});

async function open(data: string, organisation: OrganisationSpec): Promise<void> {
  const created = createScimServer({
    data,
    token: benchToken,
    profile: 'vendor',
    origin: { organisation, assumptions: defaultAssumptions },
  });
  if (!created.ok) throw new Error(created.error.message);
  const listening = await created.value.listen(0);
  if (!listening.ok) throw new Error(listening.error.message);
  const ready: ServerReady = { kind: 'ready', port: listening.value.port, basePath: '/scim/v2' };
  process.send?.(ready);
}

tellMemoryWhenAsked();
process.send?.({ kind: 'started' });

process.once('SIGINT', () => process.exit(0));
