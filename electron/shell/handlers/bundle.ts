import { app } from 'electron';
import type { AppError } from '../../../shared/app-error';
import type { bundleRequests } from '../../../shared/ipc/bundle';
import { ok, type Result } from '../../../shared/result';
import { askWhere } from '../save-as';
import type { Services } from '../services';
import type { Handlers } from './handlers';

/** Support bundles: a thread of their own answers; only the dialog is opened here, and what the server recorded is handed over. */
export function bundleHandlers({
  bundles,
  server,
  sent,
}: Pick<Services, 'bundles' | 'server' | 'sent'>): Handlers<keyof typeof bundleRequests> {
  return {
    'bundle:make': async ({ workspaceId, source }) => {
      await bundles.make.drop();
      const begun = bundles.make.drops;
      const recorded = source === 'server' ? await server.recorded(workspaceId) : ok(null);
      if (!recorded.ok) return recorded;
      if (bundles.make.drops !== begun) return ok({ kind: 'cancelled' });
      const made = await bundles.make.ask('make', { workspaceId, version: app.getVersion(), recorded: recorded.value });
      return orCancelled(made, (value) => ({ kind: 'made', made: value }));
    },
    'bundle:look-for': (input) => bundles.make.ask('look-for', input),
    'bundle:records': (input) => bundles.make.ask('records', input),
    'bundle:save': async (_input, { window }) => {
      const path = await askWhere(window(), {
        title: 'Save the support bundle',
        fileName: 'support-bundle.json',
        kind: ['JSON', ['json']],
      });
      return path === null ? ok(null) : bundles.make.ask('save', { path });
    },

    'bundle:open': async ({ name, fileId }) => {
      const parts = sent.take(fileId);
      if (!parts.ok) return parts;
      await bundles.open.drop();
      const handedOver = parts.value.map((part) => part.buffer);
      return orCancelled(await bundles.open.ask('open', { name, parts: parts.value }, handedOver), (played) => ({
        kind: 'played',
        played,
      }));
    },
    'bundle:people': (input) => bundles.open.ask('people', input),
    'bundle:findings': (input) => bundles.open.ask('findings', input),
    'bundle:exchanges': (input) => bundles.open.ask('exchanges', input),

    'bundle:cancel': ({ job }) => bundles[job].drop(),
  };
}

/** A cancel is what the admin asked for, and no failure. */
function orCancelled<T, O>(result: Result<T, AppError>, done: (value: T) => O): Result<O | { readonly kind: 'cancelled' }, AppError> {
  if (result.ok) return ok(done(result.value));
  return result.error.code === 'cancelled' ? ok({ kind: 'cancelled' }) : result;
}
