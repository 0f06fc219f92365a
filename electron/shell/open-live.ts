import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { mergeTenant } from '../../shared/golive/merge-tenant';
import { regions } from '../../shared/jumpcloud/regions';
import type { Roster } from '../../shared/jumpcloud/roster';
import { organisationDocument } from '../../shared/preview/organisation-document';
import { rosterDocument } from '../../shared/preview/roster-document';
import { ok } from '../../shared/result';
import { createLive, type Live } from '../node/live/live';
import type { NetworkPorts } from '../node/live/ports';
import type { PreviewService } from '../node/preview/preview-service';
import type { SamlLab } from '../node/saml-lab/lab';
import type { Documents } from '../node/stores/documents';
import type { GuideDesk } from '../node/workspaces/guide-desk';
import type { Workspaces } from '../node/workspaces/workspaces';
import { push } from './push';

interface LiveNeeds {
  readonly network: NetworkPorts;
  readonly workspaces: Workspaces;
  readonly guide: GuideDesk;
  readonly documents: Documents;
  readonly preview: PreviewService;
  readonly saml: SamlLab;
}

/** The live side with the workspaces' tokens, rosters and previews. */
export function openLive({ network, workspaces, guide, documents, preview, saml }: LiveNeeds): Live {
  return createLive({
    network,
    documents,
    organisationName: (id) => {
      const found = workspaces.get(id);
      return found.ok ? found.value.name : null;
    },
    token: guide.token,
    keepToken: async (id, token) => {
      const kept = await guide.setToken(id, token);
      return kept.ok ? ok(null) : kept;
    },
    burn: async (id, email) => {
      await guide.burnTestEmail(id, email);
    },
    burntEmails: (id) => {
      const found = workspaces.get(id);
      return found.ok ? found.value.burntEmails : [];
    },
    roster: async (id) => {
      const read = await documents.of(id).read(rosterDocument);
      if (!read.ok || read.value === null) return null;
      const { people, emptyGroups, hasNames, problems } = read.value;
      return { people, emptyGroups, hasNames, problems };
    },
    adoptRoster: async (id, roster, name) => {
      const source = { kind: 'jumpcloud', name, readAt: new Date().toISOString() } as const;
      const written = await documents.of(id).write(rosterDocument, { format: 'scim-preflight/roster@1', source, ...writable(roster) });
      preview.forget(id);
      return written;
    },
    adoptOrganisation: async (id, pulled) => {
      const read = await documents.of(id).read(organisationDocument);
      if (!read.ok) return read;
      const organisation = mergeTenant(read.value?.organisation ?? {}, pulled);
      const written = await documents.of(id).write(organisationDocument, { format: 'scim-preflight/organisation@1', organisation });
      preview.forget(id);
      return written;
    },
    plan: async (id) => {
      const plan = await preview.ask('plan:current', { workspaceId: id });
      return plan.ok ? ok(plan.value === null ? null : { plan: plan.value, text: JSON.stringify(plan.value) }) : plan;
    },
    rulesText: async (id) => {
      const read = await documents.of(id).read(organisationDocument);
      return read.ok && read.value !== null ? JSON.stringify(read.value.organisation.rules ?? []) : null;
    },
    saml: saml.lastJudged,
    // LivePushes is a part of Pushes, which the compiler does not see through the type parameter.
    push: (topic, payload) => push(topic, payload as never),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    newId: randomUUID,
    now: Date.now,
    random: Math.random,
    sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
    jumpCloudAddress: (region) => regions[region].baseUrl,
  });
}

/** The document's lists are its own. */
function writable({ people, emptyGroups, hasNames, problems }: Roster) {
  return {
    people: people.map((person) => ({ ...person, groups: [...person.groups] })),
    emptyGroups: [...emptyGroups],
    hasNames,
    problems: problems.map((problem) => ({ ...problem })),
  };
}
