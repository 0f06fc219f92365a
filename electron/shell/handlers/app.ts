import { app, clipboard, shell } from 'electron';
import type { AppPlace, appRequests } from '../../../shared/ipc/app';
import { openExternalLink } from '../external-links';
import { logFolder } from '../log';
import type { Handlers } from './handlers';

/** No value of the guide is longer; a whole disk image on the clipboard must not cross to the window. */
const clipboardLimit = 100_000;

const places = (): Readonly<Record<AppPlace, string>> => ({ data: app.getPath('userData'), logs: logFolder() });

export const appHandlers: Handlers<keyof typeof appRequests> = {
  'app:versions': () => ({
    app: app.getVersion(),
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    node: process.versions.node,
  }),
  'app:open-link': ({ url }) => openExternalLink(url),
  'app:copy': ({ text }) => clipboard.writeText(text),
  'app:read-clipboard': async () => (await clipboard.readText()).slice(0, clipboardLimit),
  'app:places': () => places(),
  'app:open-place': async ({ place }) => (await shell.openPath(places()[place])) || null,
};
