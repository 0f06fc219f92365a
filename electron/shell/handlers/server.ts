import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { clipboard, dialog } from 'electron';
import type { AppError } from '../../../shared/app-error';
import type { ReplaySource, serverRequests } from '../../../shared/ipc/server';
import { err, ok, type Result } from '../../../shared/result';
import type { ReplayOrder } from '../../node/local-server/replay-order';
import type { ServerDesk } from '../../node/local-server/server-desk';
import { saveAs } from '../save-as';
import type { Handlers, RequestContext } from './handlers';

/** The embedded SCIM server for the window; here only what needs a dialog or the clipboard. */
export function serverHandlers({ server }: { readonly server: ServerDesk }): Handlers<keyof typeof serverRequests> {
  return {
    'server:view': ({ workspaceId }) => server.view(workspaceId),
    'server:start': ({ workspaceId, port }) => server.start(workspaceId, port),
    'server:stop': ({ workspaceId }) => server.stop(workspaceId),
    'server:set-profile': ({ workspaceId, profile }) => server.setProfile(workspaceId, profile),
    'server:copy-token': ({ workspaceId }) => {
      clipboard.writeText(server.of(workspaceId).token());
      return ok(true);
    },
    'server:new-token': ({ workspaceId }) => server.newToken(workspaceId),
    'server:set-group-provisioning': ({ workspaceId, on }) => server.of(workspaceId).setGroupProvisioning(on),
    'server:set-log-bound': ({ workspaceId, bound }) => server.of(workspaceId).setLogBound(bound),
    'server:check-journal': ({ workspaceId }) => server.of(workspaceId).checkJournal(),
    'server:leave-check': ({ workspaceId }) => server.of(workspaceId).leaveCheck(),
    'server:recover-journal': ({ workspaceId }) => server.recoverJournal(workspaceId),
    'server:reset': ({ workspaceId }) => server.reset(workspaceId),
    'server:undo-reset': ({ workspaceId }) => server.undoReset(workspaceId),

    'server:log': ({ workspaceId, expression, before, limit }) => server.log(workspaceId, expression, before, limit),
    'server:exchange': ({ workspaceId, id }) => server.exchange(workspaceId, id),
    'server:pin': ({ workspaceId, id, pinned }) => server.pin(workspaceId, id, pinned),
    'server:remove': ({ workspaceId, ids }) => server.remove(workspaceId, ids),
    'server:clear': ({ workspaceId }) => server.clear(workspaceId),
    'server:undo-removal': ({ workspaceId, removalId }) => server.undoRemoval(workspaceId, removalId),
    'server:export': async ({ workspaceId, ...what }, { window }) => {
      const pieces = await server.export(workspaceId, what);
      if (!pieces.ok) return pieces;
      return saveAs(window(), {
        title: 'Where to save the log',
        fileName: `scim-log.${what.format}`,
        kind: [what.format === 'har' ? 'HTTP archive' : 'JSON', [what.format]],
        content: pieces.value,
      });
    },
    'server:copy-curl': async ({ workspaceId, id }) => {
      const text = await server.curl(workspaceId, id);
      if (!text.ok) return text;
      if (text.value === null) return err({ code: 'gone', message: 'This exchange is no longer in the log.' });
      clipboard.writeText(text.value);
      return ok(true);
    },

    'server:replay': async ({ workspaceId, source, target, watch }, context) => {
      const chosen = await chooseSource(source, context);
      if (!chosen.ok) return chosen;
      return chosen.value === null ? ok(null) : server.replay(workspaceId, { source: chosen.value, target, watch });
    },
    'server:replay-step': ({ workspaceId }) => server.driveReplay(workspaceId, (session) => session.step()),
    'server:replay-run': ({ workspaceId, until }) => server.driveReplay(workspaceId, (session) => session.run(until)),
    'server:replay-stop': ({ workspaceId }) => server.driveReplay(workspaceId, (session) => session.stop()),
    'server:replay-close': async ({ workspaceId }) => {
      await server.closeReplay(workspaceId);
      return ok(null);
    },
    'server:replay-view': ({ workspaceId }) => ok(server.replayView(workspaceId)),
    'server:replay-rows': ({ workspaceId, offset, limit }) => ok(server.replayRows(workspaceId, offset, limit)),
    'server:history': ({ workspaceId, userName }) => server.history(workspaceId, userName),
  };
}

const largestFile = 512 * 1_048_576;

/** A file is asked for and read here; null when the dialog was closed. */
async function chooseSource(source: ReplaySource, { window }: RequestContext): Promise<Result<ReplayOrder['source'] | null, AppError>> {
  if (source.kind !== 'file') return ok(source);
  const parent = window();
  const options: Electron.OpenDialogOptions = {
    title: 'Recorded traffic to play again',
    filters: [{ name: 'HTTP archive or export of the log', extensions: ['har', 'json'] }],
    properties: ['openFile'],
  };
  const { canceled, filePaths } = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
  const [path] = filePaths;
  if (canceled || path === undefined) return ok(null);
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > largestFile)
      return err({
        code: 'too-large',
        path,
        message: `Expected at most 512 MiB, found ${Math.round(size / 1_048_576)} MiB.`,
        fix: 'Cut the traffic into smaller files.',
      });
    return ok({ kind: 'text', name: basename(path), text: await file.readFile('utf8') });
  } finally {
    await file.close();
  }
}
