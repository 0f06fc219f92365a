import { session } from 'electron';
import type { ProxyFor } from '../node/net/env-proxy';
import { parseAddress } from '../node/net/parse-address';

/** The proxy that the operating system names for an address (PAC files and all). Loopback never goes through one. */
export const systemProxy: ProxyFor = async (url) => {
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host === '::1' || /^127\./.test(host)) return null;
  // "PROXY host:8080; DIRECT": the first usable one counts.
  const answer = await session.defaultSession.resolveProxy(url.href);
  for (const entry of answer.split(';').map((part) => part.trim())) {
    if (entry === 'DIRECT' || entry === '') return null;
    const found = /^(PROXY|HTTPS)\s+(\S+)$/.exec(entry);
    if (found !== null) return parseAddress(`${found[1] === 'HTTPS' ? 'https' : 'http'}://${found[2]}`);
  }
  return null;
};
