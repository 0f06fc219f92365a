import { redactSecrets } from '../redact-secrets';

const secretHeaders = /^(authorization|cookie|set-cookie|proxy-authorization|x-api-key)$/i;

/** Headers that may be written down: the journal holds no Authorization header; a secret elsewhere is taken out all the same. */
export const publicHeaders = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !secretHeaders.test(name))
      .map(([name, value]) => [name, redactSecrets(value)]),
  );
