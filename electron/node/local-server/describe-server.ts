import type { ServerView } from '../../../shared/ipc/server';
import { explainUnchecked } from '../journal/explain-unchecked';
import type { Listening, ScimServer } from '../scim-server/scim-server';
import { countOrganisation } from './count-organisation';
import type { ServerDocument } from './server-document';

export interface ServerState extends Pick<ServerView, 'token' | 'recovery' | 'canUndoReset'> {
  readonly server: ScimServer;
  readonly listening: Listening | null;
  readonly settings: ServerDocument;
  readonly check: ServerView['journal']['check'];
  /** Of the workspace's organisation as it is now (`ServerSettings.stampNow`). */
  readonly stampNow: string;
}

/** The server as the window shows it. */
export function describeServer({ server, listening, settings, token, check, stampNow, recovery, canUndoReset }: ServerState): ServerView {
  const { originStamp, port, profile, logBound } = settings;
  const { uncheckedBytes } = server;
  return {
    state: listening === null ? { kind: 'stopped' } : { kind: 'running', ...listening },
    port,
    profile,
    token,
    counts: countOrganisation(server.organisation()),
    logged: server.log.list({ limit: 1 }).total,
    journal: {
      bound: logBound,
      dropped: server.droppedRequests(),
      unchecked: uncheckedBytes === null || check.kind === 'sound' ? null : explainUnchecked(uncheckedBytes),
      check,
    },
    stale: originStamp !== null && originStamp !== stampNow,
    recovery,
    canUndoReset,
  };
}
