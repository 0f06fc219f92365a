import { contextBridge, ipcRenderer } from 'electron';
import { type PreflightApi, pushWire, requestWire } from '../shared/ipc/preflight-api';

/** Two functions and nothing else reach the window; Electron's own objects and events stay on this side. */
const api: PreflightApi = {
  invoke: (channel, input) => ipcRenderer.invoke(requestWire, channel, input),
  subscribe: (topic, listener) => {
    const hear = (_event: unknown, told: string, payload: unknown) => {
      if (told === topic) listener(payload);
    };
    ipcRenderer.on(pushWire, hear);
    return () => {
      ipcRenderer.removeListener(pushWire, hear);
    };
  },
};

contextBridge.exposeInMainWorld('preflight', api);
