/** Hosts that serve neither TestMu AI nor JumpCloud: set-ups of several services are often open in tabs side by side. */
const services: readonly (readonly [string, readonly string[]])[] = [
  ['Okta', ['okta.com', 'oktapreview.com', 'okta-emea.com']],
  ['Microsoft Entra', ['microsoftonline.com', 'windows.net', 'azure.com', 'microsoft.com']],
  ['Google', ['google.com', 'googleapis.com']],
  ['OneLogin', ['onelogin.com']],
  ['Ping Identity', ['pingone.com', 'pingone.eu', 'pingidentity.com']],
  ['Slack', ['slack.com']],
  ['GitHub', ['github.com']],
  ['GitLab', ['gitlab.com']],
  ['Atlassian', ['atlassian.com', 'atlassian.net']],
  ['Zoom', ['zoom.us']],
  ['BrowserStack', ['browserstack.com']],
  ['Sauce Labs', ['saucelabs.com']],
];

export const hostedBy = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** Whose host it is, where that is known and wrong. */
export const serviceOf = (host: string): string | null => services.find(([, domains]) => hostedBy(host, domains))?.[0] ?? null;

/** Beginnings of keys that other services give out, from their documentation. */
const keys: readonly (readonly [RegExp, string])[] = [
  [/^jca_/, 'JumpCloud’s API key'],
  [/^(?:gh[opsu]_|github_pat_)/, 'a GitHub token'],
  [/^glpat-/, 'a GitLab token'],
  [/^xox[abeprs]-/, 'a Slack token'],
  [/^(?:sk|pk|rk)_(?:live|test)_/, 'a Stripe key'],
  [/^(?:AKIA|ASIA)[A-Z0-9]{16}$/, 'an AWS access key'],
  [/^ATATT3/, 'an Atlassian token'],
  [/^AIza/, 'a Google API key'],
  [/^SG\./, 'a SendGrid key'],
  [/^npm_/, 'an npm token'],
];

export const keyOf = (token: string): string | null => keys.find(([beginning]) => beginning.test(token))?.[1] ?? null;
