import type { Source } from './step';

/** A fact's number, or the section of a document: `J5`, `vendor §3`. */
export const fact = (id: string): Source => ({ id });

/** A public thread in which admins or maintainers report it. */
export const issue = (repository: string, number: number): Source => ({
  id: `${repository}#${number}`,
  url: `https://github.com/${repository}/issues/${number}`,
});

export const pull = (repository: string, number: number): Source => ({
  id: `${repository} PR#${number}`,
  url: `https://github.com/${repository}/pull/${number}`,
});

/** A page of somebody's documentation. */
export const page = (name: string, url: string): Source => ({ id: name, url });

export const vendorPages = {
  jumpcloud: page('vendor: JumpCloud guide', 'https://www.testmuai.com/support/docs/jumpcloud-scim/'),
  selfServe: page('vendor: create an SSO connection', 'https://www.testmuai.com/support/docs/testmu-sso-self-serve/'),
  google: page('vendor: Google Workspace guide', 'https://www.testmuai.com/support/docs/testmu-sso-google/'),
  oneLogin: page('vendor: OneLogin guide', 'https://www.lambdatest.com/support/docs/lambdatest-sso-onelogin-using-saml/'),
  azure: page('vendor: Azure SCIM guide', 'https://www.testmuai.com/support/docs/scim/azure/'),
  manage: page('vendor: manage an SSO connection', 'https://www.testmuai.com/support/docs/testmu-sso-manage-connection/'),
} as const;
