import type { Probe } from './probe';

/** Hosts at which the vendor serves SCIM (vendor-behaviour.md section 1). */
export const isVendorHost = (host: string): boolean =>
  host === 'auth.lambdatest.com' || host.endsWith('.lambdatest.com') || host.endsWith('.testmuai.com');

export interface BaseUrlReading {
  readonly probe: Probe;
  /** The URL to go on with, repaired where that is mechanical; null where there is nothing to go on with. */
  readonly usable: string | null;
}

const urlPattern = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i;
const loopback = /^(localhost|127(?:\.\d+){3}|\[::1\])$/;

/** J5: JumpCloud appends `/Users` as it stands, so the shape decides before anything is sent. */
export function readBaseUrl(text: string): BaseUrlReading {
  const trimmed = text.trim();
  if (!urlPattern.test(trimmed)) {
    return {
      probe: shape(
        'fail',
        `Expected an address such as https://auth.lambdatest.com/api/scim, found "${trimmed.slice(0, 80)}".`,
        'Paste the whole SCIM base URL, starting with https://.',
      ),
      usable: null,
    };
  }
  const [withoutFragment = ''] = trimmed.split('#', 1);
  const [path = ''] = withoutFragment.split('?', 1);
  const withoutSlash = path.replace(/\/+$/, '');
  const usable = withoutSlash.replace(/\/(Users|Groups|ServiceProviderConfig|Schemas|ResourceTypes)$/i, '');
  const host = hostOf(usable);
  if (trimmed !== withoutFragment || withoutFragment !== path) {
    return {
      probe: shape(
        'fail',
        'The base URL carries a query or fragment ("?" or "#"): JumpCloud appends /Users behind it, so no request arrives where it should.',
        `Use ${usable}`,
      ),
      usable,
    };
  }
  if (usable !== withoutSlash)
    return {
      probe: shape(
        'fail',
        `The base URL ends in ${withoutSlash.slice(usable.length)}: JumpCloud appends that part itself.`,
        `Use ${usable}`,
      ),
      usable,
    };
  if (path !== withoutSlash)
    return {
      probe: shape('fail', 'The base URL ends in "/": JumpCloud appends /Users, and //Users is not found (J5).', `Use ${usable}`),
      usable,
    };
  if (!trimmed.toLowerCase().startsWith('https:') && !loopback.test(host)) {
    return {
      probe: shape('fail', 'The base URL starts with http: the token would travel readable.', `Use ${usable.replace(/^http:/i, 'https:')}`),
      usable,
    };
  }
  if (text !== trimmed) return { probe: shape('fail', 'There is white space before or behind the base URL.', `Use ${usable}`), usable };
  if (!/scim/i.test(usable)) {
    return {
      probe: shape(
        'warn',
        'The base URL does not contain "scim": most endpoints do, and the vendor\'s is https://auth.lambdatest.com/api/scim.',
        'Check that nothing was cut off when copying.',
      ),
      usable,
    };
  }
  const scheme = /^https:/i.test(usable) ? 'https' : 'http on this machine';
  return { probe: shape('pass', `${scheme}, no trailing slash, no query: JumpCloud can append /Users to it.`, null), usable };
}

/** Host name without the port; a shape check above made sure that there is one. */
export function hostOf(url: string): string {
  const authority = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? '';
  return authority.replace(/:\d+$/, '').toLowerCase();
}

function shape(result: Probe['result'], meaning: string, fix: string | null): Probe {
  return { code: 'base-url-shape', result, request: null, status: null, meaning, fix };
}
