import { randomUUID } from 'node:crypto';
import type { PlainValueId } from '../../shared/guide/value-id';
import type { Workspace } from '../../shared/guide/workspace';
import { rosterDocument } from '../../shared/preview/roster-document';
import type { NetDoor } from '../node/net/net-door';
import { createSamlLab, type SamlLab } from '../node/saml-lab/lab';
import type { SamlLedger } from '../node/saml-lab/ports';
import type { Documents } from '../node/stores/documents';
import type { Workspaces } from '../node/workspaces/workspaces';

interface SamlNeeds {
  readonly workspaces: Workspaces;
  readonly documents: Documents;
  readonly net: NetDoor;
}

/** The SAML lab with the workspaces' ledgers and rosters. */
export function openSaml({ workspaces, documents, net }: SamlNeeds): SamlLab {
  return createSamlLab({
    ledger: async (id) => {
      const found = workspaces.get(id);
      return found.ok ? ledgerOf(found.value) : noLedger;
    },
    documents,
    people: async (id) => {
      const roster = await documents.of(id).read(rosterDocument);
      return roster.ok ? (roster.value?.people ?? []) : [];
    },
    otherExpiries: async (id) => {
      const found = workspaces.get(id);
      const expiresAt = found.ok ? (found.value.token?.expiresAt ?? null) : null;
      if (!found.ok || expiresAt === null) return [];
      return [
        {
          id: `token-${id}`,
          title: `SCIM bearer token of ${found.value.name} ends`,
          description: 'Make a new one at TestMu AI and exchange it under "Live side" before then: provisioning stops without a word.',
          atMs: Date.parse(expiresAt),
        },
      ];
    },
    net,
    now: Date.now,
    newId: randomUUID,
  });
}

const noLedger: SamlLedger = {
  idpEntityId: null,
  spEntityId: null,
  acsUrl: null,
  loginUrl: null,
  nameIdFormat: null,
  ssoDomains: [],
  metadataUrl: null,
};

function ledgerOf(workspace: Workspace): SamlLedger {
  const text = (id: PlainValueId): string | null => {
    const value = workspace.values[id]?.text ?? '';
    return value === '' ? null : value;
  };
  return {
    idpEntityId: text('idp-entity-id'),
    spEntityId: text('sp-entity-id'),
    acsUrl: text('acs-url'),
    loginUrl: text('login-url'),
    nameIdFormat: text('name-id-format'),
    ssoDomains: (text('sso-domains') ?? '').split(/[\s,;]+/).filter((domain) => domain !== ''),
    metadataUrl: text('metadata-url'),
  };
}
