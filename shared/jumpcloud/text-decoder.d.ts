/** The part of the Encoding standard's TextDecoder used here; Node and every browser have it, the ES library does not name it. */
declare class TextDecoder {
  constructor(label: 'utf-8' | 'utf-16le', options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
