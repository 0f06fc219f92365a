import { parseAddress } from './parse-address';

/** Finds the proxy for a URL: null is a direct connection. In the window the operating system is asked, here the environment. */
export type ProxyFor = (url: URL) => Promise<URL | null>;

/** `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` in either case, as curl reads them. Loopback never goes through a proxy. */
export function envProxy(env: Readonly<Record<string, string | undefined>>): ProxyFor {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? '';
  return async (url) => {
    const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
    if (host === 'localhost' || host === '::1' || /^127\./.test(host)) return null;
    if (isExempt(host, url.port, read('NO_PROXY'))) return null;
    const text = (url.protocol === 'https:' ? read('HTTPS_PROXY') : read('HTTP_PROXY')) || read('ALL_PROXY');
    if (text === '') return null;
    const candidate = text.includes('://') ? text : `http://${text}`;
    return parseAddress(candidate);
  };
}

function isExempt(host: string, port: string, noProxy: string): boolean {
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [name = '', onlyPort] = entry.split(':');
      if (onlyPort !== undefined && onlyPort !== port) return false;
      const suffix = name.replace(/^\*?\.?/, '');
      return host === suffix || host.endsWith(`.${suffix}`);
    });
}
