import type { AppError } from '../../../shared/app-error';
import { explainNetFailure } from '../../../shared/preflight/explain-net-failure';
import { err, ok, type Result } from '../../../shared/result';
import { METADATA_LIMITS } from '../../../shared/saml/xml-refusal';
import type { NetDoor } from '../net/net-door';

export interface FetchOptions {
  /** The admin confirmed that the host belongs to their own network. */
  readonly allowPrivateNetwork: boolean;
  readonly signal?: AbortSignal;
}

/** Fetches metadata from the address the admin gave, on their click. A redirect to another host is shown, not followed. */
export async function fetchMetadata(
  net: NetDoor,
  url: string,
  { allowPrivateNetwork, signal }: FetchOptions,
): Promise<Result<string, AppError>> {
  const opened = net.open({
    baseUrl: url,
    privateNetwork: allowPrivateNetwork ? 'confirmed' : 'refused',
  });
  if (!opened.ok) return err(explainNetFailure(opened.error));
  try {
    const answer = await opened.value.send({
      method: 'GET',
      url,
      purpose: 'read identity provider metadata',
      headers: {
        Accept: 'application/samlmetadata+xml, application/xml, text/xml',
      },
      maxBytes: METADATA_LIMITS.maxLength,
      timeoutMs: 15_000,
      signal,
    });
    if (!answer.ok) return err({ ...explainNetFailure(answer.error), path: url });
    if (answer.value.status !== 200) {
      return err({
        code: 'http-status',
        message: `Expected status 200; found ${answer.value.status}.`,
        path: url,
        fix: 'Copy the metadata URL again from the SSO tab; the application must be active in JumpCloud.',
      });
    }
    return ok(answer.value.body);
  } finally {
    opened.value.close();
  }
}
