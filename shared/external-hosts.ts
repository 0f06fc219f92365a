/** The only hosts to which a click may lead out of the app: JumpCloud's and the vendor's consoles, sign-in and documentation. */
export const externalHosts: ReadonlySet<string> = new Set([
  'jumpcloud.com',
  'console.jumpcloud.com',
  'console.eu.jumpcloud.com',
  'console.in.jumpcloud.com',
  'accounts.lambdatest.com',
  'auth.lambdatest.com',
  'www.lambdatest.com',
  'www.testmuai.com',
]);
