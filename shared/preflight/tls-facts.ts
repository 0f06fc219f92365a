/** What a TLS handshake showed, trusted or not. */
export interface TlsFacts {
  readonly protocol: string;
  readonly subject: string;
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly names: string;
  /** Certificates that the service sent or that were found above it. */
  readonly chainLength: number;
  /** OpenSSL's code of the first thing wrong with it; null when the connection is trusted. */
  readonly problem: string | null;
}
