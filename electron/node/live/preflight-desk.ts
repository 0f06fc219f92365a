import type { AppError } from '../../../shared/app-error';
import type { PreflightView } from '../../../shared/ipc/live';
import { readBaseUrl } from '../../../shared/preflight/base-url';
import { jsonOf } from '../../../shared/preflight/exchange';
import { explainNetFailure } from '../../../shared/preflight/explain-net-failure';
import { judgeToken } from '../../../shared/preflight/judge-access';
import type { Probe } from '../../../shared/preflight/probe';
import { readListPage } from '../../../shared/preflight/read-resource';
import { err, ok, type Result } from '../../../shared/result';
import { runPreflight } from '../scim-client/run-preflight';
import { createScimClient } from '../scim-client/scim-client';
import type { Jobs } from './jobs';
import { preflightDocument } from './live-documents';
import type { LivePorts } from './ports';

export interface Endpoint {
  readonly workspaceId: string;
  readonly baseUrl: string;
  readonly privateNetwork: boolean;
}

export interface PreflightDesk {
  readonly run: (
    input: Endpoint & { readonly testEmail: string | null; readonly writeConfirmation: string | null },
  ) => Promise<Result<PreflightView, AppError>>;
  readonly last: (workspaceId: string) => Promise<PreflightView | null>;
  readonly rotateToken: (input: Endpoint & { readonly newToken: string }) => Promise<Result<Probe, AppError>>;
}

export const noToken: AppError = {
  code: 'no-token',
  message: 'No bearer token is at hand for this workspace.',
  fix: 'Enter it in the guide, step 3. Where there is no keyring it is forgotten when the app ends.',
};

/** The preflight of a workspace, with its token; and the exchange of the token for a new one. */
export function createPreflightDesk(ports: LivePorts, jobs: Jobs): PreflightDesk {
  return {
    run: (input) =>
      jobs.run(input.workspaceId, async (signal) => {
        const token = ports.token(input.workspaceId);
        if (token === null) return err(noToken);
        const refused = refuseWriting(ports, input);
        if (refused !== null) return err(refused);
        const write = input.writeConfirmation !== null;
        const report = await runPreflight(ports.network.door, {
          baseUrl: input.baseUrl,
          token,
          testEmail: input.testEmail,
          write,
          privateNetwork: input.privateNetwork ? 'confirmed' : 'refused',
          nonce: ports.newId().replaceAll('-', '').slice(0, 8),
          nowMs: ports.now(),
          usesExtraCa: ports.network.usesExtraCa(),
          signal,
          onProbe: (probe) => ports.push('live:probe', { workspaceId: input.workspaceId, probe }),
        });
        if (report.testEmailUsed && input.testEmail !== null) await ports.burn(input.workspaceId, input.testEmail, input.baseUrl);
        const view: PreflightView = {
          at: new Date(ports.now()).toISOString(),
          baseUrl: input.baseUrl,
          testEmail: input.testEmail,
          wrote: write,
          verdict: report.verdict,
          probes: report.probes,
          forecast: report.forecast,
          leftBehind: report.leftBehind,
        };
        const kept = await ports.documents.of(input.workspaceId).write(preflightDocument, {
          format: 'scim-preflight/preflight@1',
          ...view,
          probes: [...view.probes],
          forecast: [...view.forecast],
          leftBehind: [...view.leftBehind],
        });
        return kept.ok ? ok(view) : kept;
      }),
    last: async (workspaceId) => {
      const read = await ports.documents.of(workspaceId).read(preflightDocument);
      if (!read.ok || read.value === null) return null;
      const { format: _, ...view } = read.value;
      return view;
    },
    rotateToken: (input) =>
      jobs.run(input.workspaceId, async (signal) => {
        const shape = readBaseUrl(input.baseUrl);
        if (shape.usable === null)
          return err({
            code: 'bad-url',
            message: shape.probe.meaning,
            path: 'SCIM base URL',
            ...(shape.probe.fix === null ? {} : { fix: shape.probe.fix }),
          });
        const opened = ports.network.door.open({ baseUrl: shape.usable, privateNetwork: input.privateNetwork ? 'confirmed' : 'refused' });
        if (!opened.ok) return err(explainNetFailure(opened.error));
        try {
          const client = createScimClient(opened.value, shape.usable, input.newToken.trim());
          const exchange = await client.call({
            method: 'GET',
            path: '/Users',
            query: { startIndex: 1, count: 1 },
            purpose: 'check the new token',
            signal,
          });
          const probe = judgeToken(exchange);
          if (probe.result !== 'pass' || !readListPage(jsonOf(exchange)).ok)
            return ok(
              probe.result === 'pass'
                ? { ...probe, result: 'fail', meaning: 'The token was accepted, but the answer is no list of users.' }
                : probe,
            );
          const kept = await ports.keepToken(input.workspaceId, input.newToken.trim());
          return kept.ok ? ok(probe) : kept;
        } finally {
          opened.value.close();
        }
      }),
  };
}

/** Writing needs a test e-mail that is not burnt, and the organisation's name typed as it is. */
function refuseWriting(
  ports: LivePorts,
  input: { readonly workspaceId: string; readonly testEmail: string | null; readonly writeConfirmation: string | null },
): AppError | null {
  if (input.writeConfirmation === null) return null;
  const name = ports.organisationName(input.workspaceId);
  if (name === null || input.writeConfirmation !== name)
    return {
      code: 'not-confirmed',
      message: 'Nothing was written: the organisation’s name was not typed as it is.',
      fix: 'Type it exactly.',
    };
  if (input.testEmail === null)
    return {
      code: 'no-test-email',
      message: 'A write test needs a test e-mail that belongs to nobody (J3).',
      fix: 'Enter one in the guide, step 14.',
    };
  const wanted = input.testEmail.toLowerCase();
  const burnt = ports.burntEmails(input.workspaceId).find((one) => one.email.toLowerCase() === wanted);
  return burnt === undefined
    ? null
    : {
        code: 'burnt-email',
        message: `${burnt.email} was used in a test before, on ${burnt.at.slice(0, 10)}: it stays at the vendor as a deactivated account (I1).`,
        fix: 'Take a fresh one, such as a plus-address with another number.',
      };
}
