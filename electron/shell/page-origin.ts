import { protocol } from 'electron';
import { answerPageRequest } from './page-files';

const scheme = 'app';
export const pageOrigin = `${scheme}://preflight`;
export const pageAddress = `${pageOrigin}/`;

/** Whether an address is a page of this app. Node gives the origin of an unknown scheme as "null", so the text is compared. */
export const isOurPage = (address: string): boolean => address.startsWith(pageAddress);

/** Before the app is ready: an origin of its own, with the powers of https, instead of file: (Electron's checklist, item 18). */
export function claimPageOrigin(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Once the app is ready: serves the built window from a folder. */
export function servePage(folder: string): void {
  protocol.handle(scheme, (request) => (isOurPage(request.url) ? answerPageRequest(folder, request) : new Response(null, { status: 404 })));
}
