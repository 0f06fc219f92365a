import { app, clipboard } from 'electron';
import type { appRequests } from '../../../shared/ipc/app';
import { openExternalLink } from '../external-links';
import type { Handlers } from './handlers';

export const appHandlers: Handlers<keyof typeof appRequests> = {
  'app:versions': () => ({
    app: app.getVersion(),
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    node: process.versions.node,
  }),
  'app:open-link': ({ url }) => openExternalLink(url),
  'app:copy': ({ text }) => clipboard.writeText(text),
};
