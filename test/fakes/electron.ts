import { EventEmitter } from 'node:events';

/**
 * Stands in for the module `electron` in unit tests (vitest.config.ts): as much of it as the shell uses, with what was asked of it kept
 * to be looked at. What Electron itself does is proven on the real window (test/e2e).
 */

const paths = new Map<string, string>();
const switches = new Map<string, string>();

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  lockIsFree: true,
  quits: 0,
  relaunches: 0,
  exits: [] as number[],
  getVersion: () => '0.0.0',
  getPath: (name: string) => paths.get(name) ?? `/fake/${name}`,
  setPath: (name: string, path: string) => void paths.set(name, path),
  requestSingleInstanceLock: () => app.lockIsFree,
  quit: () => {
    app.quits += 1;
    app.emit('before-quit', cancellable());
  },
  relaunch: () => {
    app.relaunches += 1;
  },
  exit: (code: number) => void app.exits.push(code),
  commandLine: {
    appendSwitch: (name: string, value = '') => void switches.set(name, value),
    getSwitchValue: (name: string) => switches.get(name) ?? '',
    hasSwitch: (name: string) => switches.has(name),
    removeSwitch: (name: string) => void switches.delete(name),
  },
});

type InvokeListener = (event: unknown, ...args: unknown[]) => unknown;

export const ipcMain = {
  listeners: new Map<string, InvokeListener>(),
  handle: (wire: string, listener: InvokeListener) => void ipcMain.listeners.set(wire, listener),
};

export const shell = {
  opened: [] as string[],
  openExternal: async (address: string) => void shell.opened.push(address),
  openPath: async () => '',
};

export const clipboard = {
  text: '',
  writeText: (text: string) => {
    clipboard.text = text;
  },
  readText: () => clipboard.text,
  clear: () => {
    clipboard.text = '';
  },
};

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

/** The page of a window: events are emitted by the test, messages to it are kept. */
export class FakeContents extends EventEmitter {
  readonly sent: unknown[][] = [];
  openHandler: OpenHandler = () => ({ action: 'allow' });
  readonly mainFrame: { readonly url: string };

  constructor(readonly url: string) {
    super();
    this.mainFrame = { url };
  }

  getURL = () => this.url;
  send = (...message: unknown[]) => void this.sent.push(message);
  setWindowOpenHandler = (handler: OpenHandler) => {
    this.openHandler = handler;
  };
}

export class BrowserWindow {
  static all: BrowserWindow[] = [];
  static getAllWindows = () => BrowserWindow.all;
  readonly webContents: FakeContents;
  minimised = false;
  readonly done: string[] = [];

  constructor({ url = 'app://preflight/' }: { readonly url?: string } = {}) {
    this.webContents = new FakeContents(url);
  }

  isMinimized = () => this.minimised;
  restore = () => void this.done.push('restore');
  show = () => void this.done.push('show');
  focus = () => void this.done.push('focus');
}

export interface FakeMenuItem {
  readonly role?: string;
  readonly label?: string;
  readonly click?: () => void;
  readonly submenu?: readonly FakeMenuItem[];
}

export const Menu = {
  shown: [] as readonly FakeMenuItem[],
  buildFromTemplate: (template: readonly FakeMenuItem[]) => template,
  setApplicationMenu: (menu: readonly FakeMenuItem[]) => {
    Menu.shown = menu;
  },
};

type ProtocolHandler = (request: { readonly method: string; readonly url: string }) => Promise<Response> | Response;

export const protocol = {
  privileged: [] as readonly unknown[],
  handlers: new Map<string, ProtocolHandler>(),
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => {
    protocol.privileged = schemes;
  },
  handle: (scheme: string, handler: ProtocolHandler) => void protocol.handlers.set(scheme, handler),
};

/** An event that remembers whether its default was prevented. */
export const cancellable = (more: object = {}) => {
  const event = {
    prevented: false,
    preventDefault: () => {
      event.prevented = true;
    },
    ...more,
  };
  return event;
};

/** Forgets everything that earlier tests asked for. */
export function resetElectron(): void {
  paths.clear();
  switches.clear();
  app.removeAllListeners();
  Object.assign(app, { isPackaged: false, lockIsFree: true, quits: 0, exits: [] });
  ipcMain.listeners.clear();
  shell.opened.length = 0;
  clipboard.text = '';
  BrowserWindow.all = [];
  Menu.shown = [];
  protocol.privileged = [];
  protocol.handlers.clear();
}
