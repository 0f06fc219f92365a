import { BrowserWindow } from 'electron';
import type { Pushes, PushTopic } from '../../shared/ipc/contract';
import { pushWire } from '../../shared/ipc/preflight-api';
import { isOurPage } from './page-origin';

/** Tells every window of ours; payloads are plain data. */
export function push<T extends PushTopic>(topic: T, payload: Pushes[T]): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (isOurPage(window.webContents.getURL())) window.webContents.send(pushWire, topic, payload);
  }
}
