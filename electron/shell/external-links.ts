import { shell } from 'electron';
import { externalHosts } from '../../shared/external-hosts';
import { parseAddress } from '../node/net/parse-address';

/** Only https, only a listed host on its usual port, no credentials in the address. */
export function isAllowedLink(address: string): boolean {
  const url = parseAddress(address);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    externalHosts.has(url.hostname)
  );
}

/** Opens the system's browser; answers false, and opens nothing, when the link is not allowed. */
export async function openExternalLink(address: string): Promise<boolean> {
  if (!isAllowedLink(address)) return false;
  await shell.openExternal(new URL(address).href);
  return true;
}
