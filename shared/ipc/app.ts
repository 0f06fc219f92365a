import { z } from 'zod';
import { request } from './define';

export interface AppVersions {
  readonly app: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
}

/** The application itself: versions, links out, the clipboard. */
export const appRequests = {
  'app:versions': request<AppVersions>()(z.undefined()),
  /** Opens an https link of the allowed hosts in the system browser; answers false when the host is not allowed. */
  'app:open-link': request<boolean>()(z.object({ url: z.url() })),
  'app:copy': request<void>()(z.object({ text: z.string().max(1_000_000) })),
};
