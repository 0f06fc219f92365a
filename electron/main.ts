import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { closeCleanly } from './shell/closing';
import { guardAllContents } from './shell/contents-guard';
import { appHandlers } from './shell/handlers/app';
import { bundleHandlers } from './shell/handlers/bundle';
import { guideHandlers } from './shell/handlers/guide';
import { liveHandlers } from './shell/handlers/live';
import { previewHandlers } from './shell/handlers/preview';
import { samlHandlers } from './shell/handlers/saml';
import { serverHandlers } from './shell/handlers/server';
import { virtualHandlers } from './shell/handlers/virtual';
import { workspaceHandlers } from './shell/handlers/workspaces';
import { giveUp, tellFaults } from './shell/last-faults';
import { logError, openLog } from './shell/log';
import { setMenu } from './shell/menu';
import { claimPageOrigin, servePage } from './shell/page-origin';
import { quietNetwork } from './shell/quiet-network';
import { openRequestDoor } from './shell/request-door';
import { createServices } from './shell/services';
import { holdSingleInstance } from './shell/single-instance';
import { runSmoke } from './shell/smoke';
import { chooseUserData } from './shell/user-data';
import { openMainWindow } from './shell/window';

const startedAtMs = Number(process.env['SCIM_PREFLIGHT_STARTED_AT'] ?? performance.timeOrigin);
const distFolder = join(__dirname, '..');
let mainWindow: BrowserWindow | null = null;

claimPageOrigin();
quietNetwork();
// Root on Linux starts with --no-sandbox in development (build/set-up/set-up.mjs), which Chromium cannot combine with this.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

try {
  chooseUserData();
  if (holdSingleInstance(() => mainWindow)) {
    guardAllContents();
    closeCleanly();
    tellFaults();
    app.whenReady().then(open).catch(stopOpening);
  } else {
    app.exit(0);
  }
} catch (error) {
  giveUp(error);
}

function stopOpening(error: unknown): void {
  logError('opening', error);
  giveUp(error);
}

function open(): void {
  openLog();
  setMenu();
  servePage(join(distFolder, 'renderer'));
  const services = createServices(app.getPath('userData'), join(distFolder, 'main'));
  openRequestDoor(
    {
      ...appHandlers,
      ...workspaceHandlers(services),
      ...guideHandlers(services),
      ...previewHandlers(services),
      ...samlHandlers(services),
      ...liveHandlers(services),
      ...serverHandlers(services),
      ...virtualHandlers(services),
      ...bundleHandlers(services),
    },
    { window: () => mainWindow },
  );
  mainWindow = openMainWindow(distFolder);
  mainWindow.on('closed', () => {
    mainWindow = null;
  });
  if (process.argv.includes('--smoke')) void runSmoke(mainWindow, startedAtMs);
}
