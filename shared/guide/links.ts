import type { ConsoleLink } from './console';

/** The addresses of the consoles (vendor-behaviour.md section 1); the hosts are those of external-hosts.ts. */
export const links = {
  signIn: { kind: 'fixed', label: 'TestMu AI: sign in', url: 'https://accounts.lambdatest.com/login' },
  register: { kind: 'fixed', label: 'TestMu AI: register', url: 'https://accounts.lambdatest.com/register' },
  sso: { kind: 'fixed', label: 'TestMu AI: Authentication & SSO', url: 'https://accounts.lambdatest.com/auth/sso' },
  vendorGuide: { kind: 'fixed', label: 'The vendor’s own guide', url: 'https://www.testmuai.com/support/docs/jumpcloud-scim/' },
  groupGuide: { kind: 'fixed', label: 'The vendor on groups', url: 'https://www.testmuai.com/support/docs/scim/' },
  adminLogin: { kind: 'jumpcloud', label: 'JumpCloud: admin console', path: '/login/admin' },
  applications: { kind: 'jumpcloud', label: 'JumpCloud: SSO Applications', path: '/#/applications' },
} as const satisfies Record<string, ConsoleLink>;
