import { createHash } from 'node:crypto';
import { createLive, type Live } from '../../../../../electron/node/live/live';
import type { LivePorts, NetworkSettings } from '../../../../../electron/node/live/ports';
import { createCallLedger } from '../../../../../electron/node/net/call-ledger';
import { createNetDoor } from '../../../../../electron/node/net/net-door';
import { MemoryDocuments } from '../../../../../electron/node/stores/memory-documents';
import type { PlanReading } from '../../../../../shared/golive/plan-reading';
import type { SamlReading } from '../../../../../shared/golive/run-sheet';
import type { PulledScenario } from '../../../../../shared/golive/tenant-scenario';
import { regions } from '../../../../../shared/jumpcloud/regions';
import type { Roster } from '../../../../../shared/jumpcloud/roster';
import { ok } from '../../../../../shared/result';

export const W = 'acme';
export const NOW_MS = Date.UTC(2026, 10, 24, 9, 30, 0);

/** The live side on a desk of its own: real network door and documents, the rest of the app as plain variables. */
export interface LiveDesk {
  readonly live: Live;
  readonly documents: MemoryDocuments;
  readonly pushed: { topic: string; payload: unknown }[];
  token: string | null;
  roster: Roster | null;
  organisation: PulledScenario['organisation'] | null;
  plan: PlanReading | null;
  saml: SamlReading | null;
  rules: string;
  burnt: { email: string; at: string; baseUrl: string }[];
}

/** `jumpCloud` stands in for JumpCloud's address in every region. */
export function liveDesk(token: string | null = null, jumpCloud?: string): LiveDesk {
  const documents = new MemoryDocuments();
  let settings: NetworkSettings = { offline: false, caFile: null };
  let ids = 0;
  let now = NOW_MS;
  const calls = createCallLedger();
  const state: Omit<LiveDesk, 'live'> = {
    documents,
    pushed: [],
    token,
    roster: null,
    organisation: null,
    plan: null,
    saml: null,
    rules: '[]',
    burnt: [],
  };
  const ports: LivePorts = {
    network: {
      door: createNetDoor({
        isOffline: () => settings.offline,
        proxyFor: async () => null,
        extraCa: () => [],
        ledger: calls,
        now: Date.now,
      }),
      calls,
      settings: () => settings,
      change: (next) => {
        settings = next;
        return ok(null);
      },
      usesExtraCa: () => false,
    },
    documents,
    organisationName: () => 'Acme',
    token: () => state.token,
    keepToken: async (_, next) => {
      state.token = next;
      return ok(null);
    },
    burn: async (_, email, baseUrl) => {
      state.burnt.push({ email, at: new Date(now).toISOString(), baseUrl });
    },
    burntEmails: () => state.burnt,
    roster: async () => state.roster,
    adoptRoster: async (_, roster) => {
      state.roster = roster;
      return ok(null);
    },
    adoptOrganisation: async (_, organisation) => {
      state.organisation = organisation;
      return ok(null);
    },
    plan: async () => ok(state.plan === null ? null : { plan: state.plan, text: JSON.stringify(state.plan) }),
    rulesText: async () => state.rules,
    saml: async () => state.saml,
    push: (topic, payload) => state.pushed.push({ topic, payload }),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    newId: () => {
      ids += 1;
      return `0000000${ids}-id`;
    },
    now: () => {
      now += 1000;
      return now;
    },
    random: () => 0.5,
    sleep: async () => {},
    jumpCloudAddress: (region) => jumpCloud ?? regions[region].baseUrl,
  };
  return Object.assign(state, { live: createLive(ports) });
}

export const value = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: string } },
): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
