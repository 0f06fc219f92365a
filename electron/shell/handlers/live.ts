import { readFileSync } from 'node:fs';
import { dialog } from 'electron';
import type { liveRequests } from '../../../shared/ipc/live';
import { err, ok } from '../../../shared/result';
import type { Live } from '../../node/live/live';
import { saveAs } from '../save-as';
import type { Handlers } from './handlers';

/** The live side for the window. */
export function liveHandlers({ live }: { readonly live: Live }): Handlers<keyof typeof liveRequests> {
  const { preflight, tenant, directory, goLive } = live;
  return {
    'live:network': () => live.network(),
    'live:set-offline': ({ offline }) => live.setOffline(offline),
    'live:choose-ca': async ({ clear }, { window }) => {
      if (clear) return live.setCaFile(null);
      const parent = window();
      const options: Electron.OpenDialogOptions = {
        title: 'A certificate authority to trust besides the public ones',
        filters: [{ name: 'PEM', extensions: ['pem', 'crt', 'cer'] }],
        properties: ['openFile'],
      };
      const { canceled, filePaths } = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      const [file] = filePaths;
      if (canceled || file === undefined) return ok(live.network());
      if (!isPem(file))
        return err({ code: 'ca-file', message: 'Expected a PEM file with certificates, found none that can be read.', path: file });
      return live.setCaFile(file);
    },
    'live:preflight': (input) => preflight.run(input),
    'live:last-preflight': ({ workspaceId }) => preflight.last(workspaceId),
    'live:burnt-emails': ({ workspaceId }) => live.burntEmails(workspaceId),
    'live:cancel': ({ workspaceId }) => live.jobs.cancel(workspaceId),
    'live:rotate-token': (input) => preflight.rotateToken(input),
    'live:pull': (input) => tenant.pull(input),
    'live:tenant': ({ workspaceId }) => tenant.view(workspaceId),
    'live:set-api-key': ({ workspaceId, apiKey }) => directory.setApiKey(workspaceId, apiKey),
    'live:has-api-key': ({ workspaceId }) => directory.hasApiKey(workspaceId),
    'live:read-jumpcloud': (input) => directory.read(input),
    'live:adopt-roster': ({ workspaceId, offerId }) => directory.adopt(workspaceId, offerId),
    'live:go-live': ({ workspaceId }) => goLive.view(workspaceId),
    'live:accept-danger': ({ workspaceId, id, by }) => goLive.accept(workspaceId, id, by),
    'live:withdraw-acceptance': ({ workspaceId, id }) => goLive.withdraw(workspaceId, id),
    'live:make-run-sheet': ({ workspaceId }) => goLive.makeSheet(workspaceId),
    'live:save-run-sheet': async ({ workspaceId }, { window }) => {
      const content = await goLive.sheetText(workspaceId);
      if (!content.ok) return content;
      return saveAs(window(), {
        title: 'Save the run sheet',
        fileName: 'run-sheet.md',
        kind: ['Markdown', ['md']],
        content: content.value,
      });
    },
    'live:compare-plan': ({ workspaceId }) => goLive.comparePlan(workspaceId),
    'live:read-insights': ({ workspaceId, bytes }) => goLive.readInsights(workspaceId, bytes),
  };
}

function isPem(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes('-----BEGIN CERTIFICATE-----');
  } catch {
    return false;
  }
}
