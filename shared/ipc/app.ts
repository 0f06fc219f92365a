import { z } from 'zod';
import { request } from './define';

export interface AppVersions {
  readonly app: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
}

/** Folders of this app's own data that the settings show. */
export const appPlaces = ['data', 'logs'] as const;
export type AppPlace = (typeof appPlaces)[number];

/** The application itself: versions, links out, the clipboard, its folders. */
export const appRequests = {
  'app:versions': request<AppVersions>()(z.undefined()),
  /** Opens an https link of the allowed hosts in the system browser; answers false when the host is not allowed. */
  'app:open-link': request<boolean>()(z.object({ url: z.url() })),
  'app:copy': request<void>()(z.object({ text: z.string().max(1_000_000) })),
  /** The clipboard's text, for a paste button; the window itself has no permission to read it. Empty when it holds no text. */
  'app:read-clipboard': request<string>()(z.undefined()),
  'app:places': request<Readonly<Record<AppPlace, string>>>()(z.undefined()),
  /** Shows a folder in the system's file manager; answers the reason when it could not. */
  'app:open-place': request<string | null>()(z.object({ place: z.enum(appPlaces) })),
};

/** A place in the window, as its address names it: `bundle`, `make`. */
export interface AppPushes {
  /** Somebody chose an entry of the application's menu that leads there. */
  readonly 'app:go': { readonly screen: string; readonly detail: readonly string[] };
}
