/** Why a request got no answer that counts. Data only: the words are in explain-net-failure.ts. Hosts carry no credentials. */
export type NetFailure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'bad-url'; readonly found: string }
  | { readonly kind: 'not-named'; readonly host: string; readonly named: string }
  | { readonly kind: 'insecure'; readonly host: string }
  | { readonly kind: 'private-network'; readonly host: string; readonly address: string }
  | { readonly kind: 'name-not-found'; readonly host: string }
  | { readonly kind: 'refused'; readonly host: string; readonly port: number }
  | { readonly kind: 'unreachable'; readonly host: string; readonly code: string }
  | { readonly kind: 'cut'; readonly host: string }
  | { readonly kind: 'timed-out'; readonly host: string; readonly afterMs: number }
  | { readonly kind: 'tls'; readonly host: string; readonly code: string; readonly detail: string }
  | { readonly kind: 'too-large'; readonly host: string; readonly limitBytes: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'redirect-elsewhere'; readonly host: string; readonly to: string; readonly status: number }
  | { readonly kind: 'redirect-without-target'; readonly host: string; readonly status: number }
  | { readonly kind: 'redirect-of-write'; readonly host: string; readonly to: string; readonly status: number }
  | { readonly kind: 'too-many-redirects'; readonly host: string; readonly limit: number }
  | { readonly kind: 'malformed-answer'; readonly host: string; readonly code: string }
  | { readonly kind: 'proxy'; readonly host: string; readonly detail: string };

/** Trouble that may be over a moment later, so that a read may be tried again. */
export function isPassing(failure: NetFailure): boolean {
  return failure.kind === 'cut' || failure.kind === 'timed-out' || failure.kind === 'unreachable' || failure.kind === 'refused';
}
