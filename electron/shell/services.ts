import { join } from 'node:path';
import type { PreviewService } from '../node/preview/preview-service';
import { beforeClosing } from './closing';
import { openPreview } from './open-preview';

/** What the handlers answer with; each is started once and closed in the opposite order. */
export interface Services {
  readonly preview: PreviewService;
}

export function createServices(userData: string, mainFolder: string): Services {
  const workspacesFolder = join(userData, 'workspaces');
  const preview = openPreview(mainFolder, workspacesFolder);
  beforeClosing(() => preview.close());
  return { preview };
}
