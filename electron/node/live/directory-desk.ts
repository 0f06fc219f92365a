import type { AppError } from '../../../shared/app-error';
import type { RosterOffer } from '../../../shared/ipc/live';
import { explainJumpCloudFault } from '../../../shared/jumpcloud/api-fault';
import { type Region, regions } from '../../../shared/jumpcloud/regions';
import { type Roster, rosterGroups } from '../../../shared/jumpcloud/roster';
import { rosterFromDirectory } from '../../../shared/jumpcloud/roster-api';
import { diffRosters } from '../../../shared/jumpcloud/roster-diff';
import { explainNetFailure } from '../../../shared/preflight/explain-net-failure';
import { err, ok, type Result } from '../../../shared/result';
import { createJumpCloudClient } from '../jumpcloud-client/jumpcloud-client';
import { readDirectory } from '../jumpcloud-client/read-directory';
import { defaultRetry } from '../scim-client/read-with-retry';
import type { Jobs } from './jobs';
import type { LivePorts } from './ports';

export interface DirectoryDesk {
  readonly setApiKey: (workspaceId: string, apiKey: string) => void;
  readonly hasApiKey: (workspaceId: string) => boolean;
  readonly read: (input: {
    readonly workspaceId: string;
    readonly region: Region;
    readonly orgId: string | null;
    readonly applicationId: string | null;
  }) => Promise<Result<RosterOffer, AppError>>;
  readonly adopt: (workspaceId: string, offerId: string) => Promise<Result<null, AppError>>;
}

/** What is read and not decided about yet is kept for a few files only: a roster of 100,000 people is large. */
const maxKept = 3;

/** Rosters from JumpCloud's API: read, shown with what would change, and taken over on a click. */
export function createDirectoryDesk(ports: LivePorts, jobs: Jobs): DirectoryDesk {
  /** Keys carry all rights of their admin: in this memory only, gone with the app (jumpcloud-behaviour section 3). */
  const apiKeys = new Map<string, string>();
  const offers = new Map<string, { readonly workspaceId: string; readonly roster: Roster; readonly source: string }>();

  const offer = async (workspaceId: string, roster: Roster, source: string): Promise<RosterOffer> => {
    const offerId = ports.newId();
    offers.set(offerId, { workspaceId, roster, source });
    trim(offers);
    const before = await ports.roster(workspaceId);
    const members = new Map<string, number>();
    for (const person of roster.people) for (const group of person.groups) members.set(group, (members.get(group) ?? 0) + 1);
    return {
      offerId,
      source,
      people: roster.people.length,
      staged: roster.people.filter((person) => person.staged === true).length,
      suspended: roster.people.filter((person) => !person.active && person.staged !== true).length,
      groups: [...rosterGroups(roster), ...roster.emptyGroups].map((name) => ({ name, members: members.get(name) ?? 0 })),
      problems: roster.problems,
      diff: before === null ? null : diffRosters(before, roster),
    };
  };

  return {
    setApiKey: (workspaceId, apiKey) => {
      const key = apiKey.trim();
      if (key === '') apiKeys.delete(workspaceId);
      else apiKeys.set(workspaceId, key);
    },
    hasApiKey: (workspaceId) => apiKeys.has(workspaceId),
    read: ({ workspaceId, region, orgId, applicationId }) =>
      jobs.run(workspaceId, async (signal) => {
        const apiKey = apiKeys.get(workspaceId);
        if (apiKey === undefined)
          return err({
            code: 'no-api-key',
            message: 'No JumpCloud API key was entered.',
            fix: 'Enter it; it is kept in memory until the app ends.',
          });
        const baseUrl = ports.jumpCloudAddress(region);
        const opened = ports.network.door.open({ baseUrl, privateNetwork: 'refused', keepAlive: true });
        if (!opened.ok) return err(explainNetFailure(opened.error));
        try {
          const client = createJumpCloudClient(
            opened.value,
            { baseUrl, apiKey, orgId },
            {
              policy: defaultRetry,
              sleep: ports.sleep,
              random: ports.random,
              now: ports.now,
              signal,
              onWait: (ms, why) => ports.push('live:waiting', { workspaceId, ms, why }),
            },
          );
          const directory = await readDirectory(client, {
            applicationId,
            orgId,
            onProgress: ({ list, done, total }) => ports.push('live:progress', { workspaceId, job: 'jumpcloud', list, done, total }),
          });
          if (!directory.ok) return err(explainJumpCloudFault(directory.error));
          return ok(await offer(workspaceId, rosterFromDirectory(directory.value), `JumpCloud, ${regions[region].label}`));
        } finally {
          opened.value.close();
        }
      }),
    adopt: async (workspaceId, offerId) => {
      const chosen = offers.get(offerId);
      if (chosen === undefined || chosen.workspaceId !== workspaceId)
        return err({ code: 'offer-gone', message: 'This roster is no longer at hand.', fix: 'Read it once more.' });
      const adopted = await ports.adoptRoster(workspaceId, chosen.roster, chosen.source);
      if (adopted.ok) offers.delete(offerId);
      return adopted;
    },
  };
}

function trim<T>(kept: Map<string, T>): void {
  for (const key of kept.keys()) if (kept.size > maxKept) kept.delete(key);
}
