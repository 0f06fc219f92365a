import { hostOf } from '../../preflight/base-url';
import { hostedBy } from './other-services';

/** For values that are one web address. There is no URL parser in this room; the patterns are of RFC 3986's parts. */

const address = /https?:\/\/[^\s"'`<>“”‘’«»|\\^{}]+/gi;

export const addressesIn = (text: string): readonly string[] => [...text.matchAll(address)].map(([found]) => found.replace(trailing, ''));

/** Punctuation of the sentence around it. */
export const trailing = /[.,;:!?'"“”’»>)\]}*~]+$/;

export const isAlone = (text: string): boolean => /^https?:\/\/\S*$/i.test(text);

/** Markup or a certificate: taking an address out of it would only hide what was pasted. */
export const isDocument = (text: string): boolean => text.startsWith('<') || text.startsWith('-----BEGIN ');

/** An address and one word behind a space: perhaps its own other half, so nothing is thrown away unasked. */
export const isSplit = (text: string): boolean => /^https?:\/\/\S+\s+(?:[\w/.-]+|\S*[/?=&]\S*)$/i.test(text);

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
export const isLoopback = (text: string): boolean => loopback.test(hostOf(text));

export const vendorDomains = ['lambdatest.com', 'testmuai.com', 'testmu.ai'] as const;
export const isVendorAddress = (text: string): boolean => hostedBy(hostOf(text), vendorDomains);
/** Hosts at which people, not programs, are served: pages of settings, of the product and of documentation. */
export const isSettingsHost = (text: string): boolean => isVendorAddress(text) && /^(?:accounts|www|automation)\./.test(hostOf(text));
export const isJumpCloudAddress = (text: string): boolean => hostedBy(hostOf(text), ['jumpcloud.com']);

/** Path, query and fragment as they stand. */
export const behindHost = (text: string): string => /^https?:\/\/[^/?#]*(.*)$/i.exec(text)?.[1] ?? '';

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
