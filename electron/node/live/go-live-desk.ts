import type { AppError } from '../../../shared/app-error';
import { dangerId, dangersOf } from '../../../shared/golive/danger';
import { compareInsights, type InsightsFindings, parseInsights } from '../../../shared/golive/directory-insights';
import { compareStates, type DirectoryState, type Drift } from '../../../shared/golive/drift';
import type { PlanReading } from '../../../shared/golive/plan-reading';
import { printRunSheet } from '../../../shared/golive/print-run-sheet';
import {
  acceptDanger,
  type Checklist,
  fingerprint,
  type InputDigests,
  inputNames,
  makeChecklist,
  type RunSheet,
  staleInputs,
} from '../../../shared/golive/run-sheet';
import { stateOfTenant } from '../../../shared/golive/tenant-state';
import type { GoLiveView } from '../../../shared/ipc/live';
import { decodeText } from '../../../shared/jumpcloud/decode-text';
import { err, ok, type Result } from '../../../shared/result';
import { goLiveDocument, preflightDocument } from './live-documents';
import type { LivePorts } from './ports';
import type { TenantDesk } from './tenant-desk';

type Answer<T> = Promise<Result<T, AppError>>;
type GoLiveRecord = { acceptances: RunSheet['acceptances']; sheet: RunSheet | null };

export interface GoLiveDesk {
  readonly view: (workspaceId: string) => Answer<GoLiveView>;
  readonly accept: (workspaceId: string, id: string, by: string) => Answer<GoLiveView>;
  readonly withdraw: (workspaceId: string, id: string) => Answer<GoLiveView>;
  readonly makeSheet: (workspaceId: string) => Answer<GoLiveView>;
  /** The sheet as Markdown; an error where none was made. */
  readonly sheetText: (workspaceId: string) => Answer<string>;
  readonly comparePlan: (workspaceId: string) => Answer<readonly Drift[]>;
  readonly readInsights: (workspaceId: string, bytes: Uint8Array) => Answer<InsightsFindings>;
}

interface Inputs {
  readonly plan: PlanReading | null;
  readonly digests: InputDigests;
  readonly checklist: Checklist;
}

/** The checklist before going live, made from what the workspace holds now; and the comparison afterwards. */
export function createGoLiveDesk(ports: LivePorts, tenants: TenantDesk): GoLiveDesk {
  const digest = (value: unknown): string | null =>
    value === null || value === undefined ? null : ports.hash(typeof value === 'string' ? value : JSON.stringify(value));

  const load = async (workspaceId: string): Answer<GoLiveRecord> => {
    const read = await ports.documents.of(workspaceId).read(goLiveDocument);
    return read.ok ? ok(read.value ?? { acceptances: {}, sheet: null }) : read;
  };
  const save = (workspaceId: string, record: GoLiveRecord) =>
    ports.documents
      .of(workspaceId)
      .write(goLiveDocument, { format: 'scim-preflight/go-live@1', acceptances: record.acceptances, sheet: record.sheet });

  const gather = async (workspaceId: string, acceptances: RunSheet['acceptances']): Answer<Inputs> => {
    const plan = await ports.plan(workspaceId);
    if (!plan.ok) return plan;
    const preflight = await ports.documents.of(workspaceId).read(preflightDocument);
    if (!preflight.ok) return preflight;
    const tenant = await tenants.stored(workspaceId);
    if (!tenant.ok) return tenant;
    const saml = await ports.saml(workspaceId);
    const digests: InputDigests = {
      plan: digest(plan.value?.text ?? null),
      roster: digest(await ports.roster(workspaceId)),
      rules: digest(await ports.rulesText(workspaceId)),
      tenant: digest(tenant.value),
      preflight: digest(preflight.value),
      saml: digest(saml),
    };
    const checklist = makeChecklist(
      {
        plan: plan.value?.plan ?? null,
        preflight:
          preflight.value === null
            ? null
            : {
                verdict: preflight.value.verdict,
                at: preflight.value.at,
                failed: preflight.value.probes.filter((probe) => probe.result === 'fail').map((probe) => probe.meaning),
              },
        saml,
        adminsAfter: plan.value?.plan.warnings.some((warning) => warning.code === 'last-admin-lost') === true ? 0 : null,
        acceptances,
      },
      ports.hash,
    );
    return ok({ plan: plan.value?.plan ?? null, digests, checklist });
  };

  const viewOf = (record: GoLiveRecord, { digests, checklist }: Inputs): GoLiveView => ({
    checklist,
    inputs: inputNames.map((name) => ({ name, present: digests[name] !== null })),
    fingerprint: fingerprint(digests, ports.hash),
    sheet:
      record.sheet === null
        ? null
        : { madeAt: record.sheet.madeAt, fingerprint: record.sheet.fingerprint, stale: staleInputs(record.sheet, digests) },
    acceptances: record.acceptances,
  });

  const change = async (
    workspaceId: string,
    changed: (record: GoLiveRecord, inputs: Inputs) => Result<GoLiveRecord, AppError>,
  ): Answer<GoLiveView> => {
    const record = await load(workspaceId);
    if (!record.ok) return record;
    const inputs = await gather(workspaceId, record.value.acceptances);
    if (!inputs.ok) return inputs;
    const next = changed(record.value, inputs.value);
    if (!next.ok) return next;
    const saved = await save(workspaceId, next.value);
    if (!saved.ok) return saved;
    const after = await gather(workspaceId, next.value.acceptances);
    return after.ok ? ok(viewOf(next.value, after.value)) : after;
  };

  return {
    view: async (workspaceId) => {
      const record = await load(workspaceId);
      if (!record.ok) return record;
      const inputs = await gather(workspaceId, record.value.acceptances);
      return inputs.ok ? ok(viewOf(record.value, inputs.value)) : inputs;
    },
    accept: (workspaceId, id, by) =>
      change(workspaceId, (record, { plan }) => {
        const danger = plan === null ? undefined : dangersOf(plan).find((one) => dangerId(one) === id);
        if (danger === undefined)
          return err({ code: 'no-danger', message: 'This danger is not in the plan any more.', fix: 'Look at the list again.' });
        const acceptance = acceptDanger(danger, by, new Date(ports.now()).toISOString(), ports.hash);
        return ok({ ...record, acceptances: { ...record.acceptances, [id]: acceptance } });
      }),
    withdraw: (workspaceId, id) =>
      change(workspaceId, (record) =>
        ok({ ...record, acceptances: Object.fromEntries(Object.entries(record.acceptances).filter(([key]) => key !== id)) }),
      ),
    makeSheet: (workspaceId) =>
      change(workspaceId, (record, { digests }) =>
        ok({
          ...record,
          sheet: {
            format: 'scim-preflight/run-sheet@1',
            organisation: ports.organisationName(workspaceId) ?? workspaceId,
            madeAt: new Date(ports.now()).toISOString(),
            fingerprint: fingerprint(digests, ports.hash),
            inputs: digests,
            acceptances: record.acceptances,
          },
        }),
      ),
    sheetText: async (workspaceId) => {
      const record = await load(workspaceId);
      if (!record.ok) return record;
      if (record.value.sheet === null) return err({ code: 'no-sheet', message: 'No run sheet was made yet.', fix: 'Make it first.' });
      const inputs = await gather(workspaceId, record.value.acceptances);
      if (!inputs.ok) return inputs;
      return ok(printRunSheet(record.value.sheet, inputs.value.checklist, staleInputs(record.value.sheet, inputs.value.digests)));
    },
    comparePlan: async (workspaceId) => {
      const states = await bothStates(ports, tenants, workspaceId);
      return states.ok ? ok(compareStates(states.value.expected, states.value.found)) : states;
    },
    readInsights: async (workspaceId, bytes) => {
      const decoded = decodeText(bytes);
      if (!decoded.ok) return decoded;
      const reading = parseInsights(decoded.value.text);
      if (!reading.ok) return reading;
      const plan = await ports.plan(workspaceId);
      if (!plan.ok) return plan;
      if (plan.value === null) return err(noPlan);
      const { people, groups } = plan.value.plan;
      return ok(
        compareInsights(reading.value, {
          users: people.filter((person) => person.after?.active === true).map((person) => person.userName),
          groups: groups.filter((group) => group.state === 'active').map((group) => group.displayName),
        }),
      );
    },
  };
}

const noPlan: AppError = {
  code: 'no-plan',
  message: 'There is no preview to compare with, or it is stale.',
  fix: 'Run the preview first.',
};

/** The plan's outcome beside the tenant as it was pulled last. People whom the plan does not change are expected as the pull before saw them. */
async function bothStates(
  ports: LivePorts,
  tenants: TenantDesk,
  workspaceId: string,
): Answer<{ readonly expected: DirectoryState; readonly found: DirectoryState }> {
  const plan = await ports.plan(workspaceId);
  if (!plan.ok) return plan;
  if (plan.value === null) return err(noPlan);
  const tenant = await tenants.stored(workspaceId);
  if (!tenant.ok) return tenant;
  if (tenant.value === null)
    return err({ code: 'no-tenant', message: 'The tenant was not pulled yet.', fix: 'Pull it after going live, then compare.' });
  const found = stateOfTenant({ users: tenant.value.users, groups: tenant.value.groups, findings: [] });
  const changed = new Map(plan.value.plan.people.map((person) => [person.userName.toLowerCase(), person]));
  const base = tenant.value.before?.state.users ?? found.users;
  const kept = base.filter((user) => !changed.has(user.userName.toLowerCase()));
  const planned = plan.value.plan.people.flatMap(({ userName, after }) =>
    after === null ? [] : [{ userName, active: after.active, role: after.role }],
  );
  return ok({ expected: { users: [...kept, ...planned], groups: null }, found });
}
