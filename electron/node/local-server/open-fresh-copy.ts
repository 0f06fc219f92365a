import type { AppError } from '../../../shared/app-error';
import type { Result } from '../../../shared/result';
import { createScimServer, type ScimServer } from '../scim-server/scim-server';
import type { LocalServer } from './local-server';

/**
 * A server of its own in memory, which ends with the replay. Requests of the log are played from where that log began, so that they
 * find the ids that they name; requests of a file from the workspace's organisation.
 */
export async function openFreshCopy(
  local: LocalServer,
  server: ScimServer,
  token: string,
  fromLog: boolean,
): Promise<Result<ScimServer, AppError>> {
  const start = fromLog ? server.beginning() : null;
  const { profile } = server;
  if (start !== null) return createScimServer({ data: null, token, profile, start });
  const origin = await local.origin();
  if (!origin.ok) return origin;
  const { organisation, assumptions } = origin.value;
  return createScimServer({ data: null, token, profile, origin: { organisation, assumptions } });
}
