// The certificate library's container asks for this polyfill before it is loaded.
import 'reflect-metadata';

import { webcrypto } from 'node:crypto';
import { cryptoProvider, X509Certificate, X509CertificateGenerator } from '@peculiar/x509';

// It looks for a global `crypto`, which Electron 25's Node 18 does not have in the main process.
cryptoProvider.set(webcrypto as unknown as Crypto);

/** The one place that loads the certificate library, made ready for every Node the app runs on. */
export { X509Certificate, X509CertificateGenerator };
