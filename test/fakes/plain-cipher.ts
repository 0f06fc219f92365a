import type { Cipher } from '../../electron/node/stores/secrets';

/** A keyring that can be looked at: turns every byte around. Tokens are not found as text, and come back. */
export const turningCipher = (backend = 'fake keyring'): Cipher => ({
  keeping: { kind: 'keyring', backend },
  encrypt: (text) => Buffer.from(text, 'utf8').map((byte) => byte ^ 0xff),
  decrypt: (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString('utf8'),
});

export const noCipher: Cipher = {
  keeping: { kind: 'memory', why: 'there is no keyring in this test' },
  encrypt: () => {
    throw new Error('asked to encrypt without a keyring');
  },
  decrypt: () => null,
};
