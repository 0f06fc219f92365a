/**
 * The nonce of this load, with which the content security policy lets styles be added at run time.
 * The main process puts a fresh one into the page for each load; it is empty where no policy is set (unit tests).
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Libraries that add a style element on their own (the scroll lock behind dialogs) look for the nonce under this global name. */
export function shareStyleNonce(): void {
  Reflect.set(globalThis, '__webpack_nonce__', styleNonce());
}
