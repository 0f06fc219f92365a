import { safeStorage } from 'electron';
import type { SecretKeeping } from '../../../shared/ipc/workspaces';
import type { Cipher } from '../../node/stores/secrets';

/** Electron's safeStorage (Keychain, DPAPI, Secret Service, KWallet). Only to be asked after the app is ready. */
export function safeStorageCipher(): Cipher {
  return {
    keeping: judgeKeeping(),
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => {
      try {
        return safeStorage.decryptString(Buffer.from(bytes));
      } catch {
        return null;
      }
    },
  };
}

/** With `basic_text` Chromium encrypts with a password that everybody knows: that is no keeping, and is treated as none. */
function judgeKeeping(): SecretKeeping {
  const backend = linuxBackend();
  if (backend === 'basic_text') return { kind: 'memory', why: 'This desktop offers no keyring (only “basic_text”, which hides nothing).' };
  if (!safeStorage.isEncryptionAvailable()) return { kind: 'memory', why: 'The system’s keyring is not available to this app.' };
  return { kind: 'keyring', backend: backend ?? names[process.platform] ?? 'the system’s keyring' };
}

const names: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'macOS Keychain',
  win32: 'Windows DPAPI',
  linux: 'the system’s keyring',
};

/** Linux only, and not in Electron 25; null where it cannot be told. There `isEncryptionAvailable` is false without a real keyring. */
function linuxBackend(): string | null {
  if (process.platform !== 'linux' || typeof safeStorage.getSelectedStorageBackend !== 'function') return null;
  return safeStorage.getSelectedStorageBackend();
}
