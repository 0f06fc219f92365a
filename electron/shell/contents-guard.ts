import { app, type Session, type WebContents } from 'electron';
import { openExternalLink } from './external-links';
import { isOurPage } from './page-origin';

/** Whatever is created later too: no leaving the page, no windows, no embedded guests (Electron's checklist, items 12 to 14). */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }, address: string) => {
    if (!isOurPage(address)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternalLink(url);
    return { action: 'deny' };
  });
}

/**
 * The window needs no camera, place, notification, device or network: its own files and the bridge are all it has. To be called before
 * the window is made: with the first page Chromium would fetch a dictionary for its spell checker.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
}

const isLocal = (address: string): boolean => isOurPage(address) || /^(devtools|data|blob):/.test(address);
