import type { AppError } from '../../../shared/app-error';
import { compareStates } from '../../../shared/golive/drift';
import { explainPullFault } from '../../../shared/golive/pull-fault';
import { explainFinding, type Tenant } from '../../../shared/golive/tenant';
import { scenarioOfTenant } from '../../../shared/golive/tenant-scenario';
import { stateOfTenant } from '../../../shared/golive/tenant-state';
import type { PullOutcome, TenantView } from '../../../shared/ipc/live';
import { hostOf, readBaseUrl } from '../../../shared/preflight/base-url';
import { explainNetFailure } from '../../../shared/preflight/explain-net-failure';
import { err, ok, type Result } from '../../../shared/result';
import { type PullProgress, pullTenant } from '../scim-client/pull-tenant';
import { defaultRetry } from '../scim-client/read-with-retry';
import { createScimClient } from '../scim-client/scim-client';
import type { Jobs } from './jobs';
import { type TenantDocument, tenantDocument } from './live-documents';
import type { LivePorts } from './ports';
import { type Endpoint, noToken } from './preflight-desk';

export interface TenantDesk {
  readonly pull: (input: Endpoint & { readonly resume: boolean }) => Promise<Result<PullOutcome, AppError>>;
  readonly view: (workspaceId: string) => Promise<TenantView | null>;
  readonly stored: (workspaceId: string) => Promise<Result<TenantDocument | null, AppError>>;
}

/** The tenant pulled whole or not at all, kept, and taken over as the organisation the preview starts from. */
export function createTenantDesk(ports: LivePorts, jobs: Jobs): TenantDesk {
  /** Where a pull stopped, to go on from there; in memory only, for the same address only. */
  const halfway = new Map<string, { readonly baseUrl: string; readonly progress: PullProgress }>();

  const stored: TenantDesk['stored'] = (workspaceId) => ports.documents.of(workspaceId).read(tenantDocument);

  return {
    stored,
    view: async (workspaceId) => {
      const read = await stored(workspaceId);
      return read.ok && read.value !== null ? viewOf(read.value) : null;
    },
    pull: (input) =>
      jobs.run(input.workspaceId, async (signal): Promise<Result<PullOutcome, AppError>> => {
        const { workspaceId } = input;
        const token = ports.token(workspaceId);
        if (token === null) return err(noToken);
        const shape = readBaseUrl(input.baseUrl);
        if (shape.usable === null)
          return err({
            code: 'bad-url',
            message: shape.probe.meaning,
            path: 'SCIM base URL',
            ...(shape.probe.fix === null ? {} : { fix: shape.probe.fix }),
          });
        const opened = ports.network.door.open({
          baseUrl: shape.usable,
          privateNetwork: input.privateNetwork ? 'confirmed' : 'refused',
          keepAlive: true,
        });
        if (!opened.ok) return err(explainNetFailure(opened.error));
        const earlier = halfway.get(workspaceId);
        const resumeFrom = input.resume && earlier?.baseUrl === shape.usable ? earlier.progress : undefined;
        try {
          const pulled = await pullTenant(createScimClient(opened.value, shape.usable, token), {
            waiting: {
              policy: defaultRetry,
              sleep: ports.sleep,
              random: ports.random,
              now: ports.now,
              signal,
              onWait: (ms, why) => ports.push('live:waiting', { workspaceId, ms, why }),
            },
            ...(resumeFrom === undefined ? {} : { resumeFrom }),
            onProgress: ({ list, done, total }) => ports.push('live:progress', { workspaceId, job: 'pull', list, done, total }),
          });
          if (!pulled.ok) {
            const { fault, progress } = pulled.error;
            halfway.set(workspaceId, { baseUrl: shape.usable, progress });
            return ok({
              kind: 'stopped',
              error: explainPullFault(fault),
              usersRead: progress.users.items.length,
              groupsRead: progress.groups.items.length,
            });
          }
          halfway.delete(workspaceId);
          return await keep(ports, workspaceId, shape.usable, pulled.value, await stored(workspaceId));
        } finally {
          opened.value.close();
        }
      }),
  };
}

async function keep(
  ports: LivePorts,
  workspaceId: string,
  baseUrl: string,
  tenant: Tenant,
  earlier: Result<TenantDocument | null, AppError>,
): Promise<Result<PullOutcome, AppError>> {
  if (!earlier.ok) return earlier;
  const name = ports.organisationName(workspaceId) ?? hostOf(baseUrl);
  const { scenario, findings } = scenarioOfTenant(tenant, name);
  const document: TenantDocument = {
    format: 'scim-preflight/tenant@1',
    at: new Date(ports.now()).toISOString(),
    baseUrl,
    users: tenant.users.map((user) => ({ ...user })),
    groups:
      tenant.groups?.map((group) => ({
        ...group,
        memberIds: group.memberIds === null ? null : [...group.memberIds],
        roles: [...group.roles],
      })) ?? null,
    notes: [...tenant.findings, ...findings].map(explainFinding),
    before: earlier.value === null || earlier.value.baseUrl !== baseUrl ? null : { at: earlier.value.at, state: plainState(earlier.value) },
  };
  const kept = await ports.documents.of(workspaceId).write(tenantDocument, document);
  if (!kept.ok) return kept;
  const adopted = await ports.adoptOrganisation(workspaceId, scenario.organisation);
  return adopted.ok ? ok({ kind: 'done', tenant: viewOf(document) }) : adopted;
}

function plainState(document: TenantDocument): NonNullable<TenantDocument['before']>['state'] {
  const { users, groups } = stateOfTenant({ users: document.users, groups: document.groups, findings: [] });
  return {
    users: users.map((user) => ({ ...user })),
    groups: groups?.map(({ displayName, members }) => ({ displayName, members: [...members] })) ?? null,
  };
}

function viewOf(document: TenantDocument): TenantView {
  return {
    at: document.at,
    baseUrl: document.baseUrl,
    users: document.users.length,
    activeUsers: document.users.filter((user) => user.active).length,
    admins: document.users.filter((user) => user.active && user.role === 'Admin').length,
    groups: document.groups?.length ?? null,
    notes: document.notes,
    drift:
      document.before === null ? null : { since: document.before.at, drifts: compareStates(document.before.state, plainState(document)) },
  };
}
