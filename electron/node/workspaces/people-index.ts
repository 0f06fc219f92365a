import type { EmailOwner, RosterDomain } from '../../../shared/guide/checks/check-context';
import { organisationDocument } from '../../../shared/preview/organisation-document';
import { rosterDocument } from '../../../shared/preview/roster-document';
import type { DocumentSpec, Documents } from '../stores/documents';

interface People {
  readonly stamp: string | null;
  /** Lower case. */
  readonly emails: ReadonlySet<string>;
  readonly domains: readonly RosterDomain[];
}

const nobody: People = { stamp: null, emails: new Set(), domains: [] };

/** Who is who in a workspace, for the checks of the test e-mail and the SSO domains. Read again only when a file is another one. */
export class PeopleIndex {
  private readonly rosters = new Map<string, People>();
  private readonly organisations = new Map<string, People>();

  constructor(private readonly documents: Documents) {}

  async emailOwner(workspaceId: string, email: string): Promise<EmailOwner | null> {
    const wanted = email.trim().toLowerCase();
    if (wanted === '') return null;
    if ((await this.roster(workspaceId)).emails.has(wanted)) return { email: wanted, where: 'roster' };
    if ((await this.organisation(workspaceId)).emails.has(wanted)) return { email: wanted, where: 'organisation' };
    return null;
  }

  async rosterDomains(workspaceId: string): Promise<readonly RosterDomain[]> {
    return (await this.roster(workspaceId)).domains;
  }

  forget(workspaceId: string): void {
    this.rosters.delete(workspaceId);
    this.organisations.delete(workspaceId);
  }

  private roster(workspaceId: string): Promise<People> {
    return this.cached(this.rosters, workspaceId, rosterDocument, async () => {
      const read = await this.documents.of(workspaceId).read(rosterDocument);
      return read.ok && read.value !== null ? read.value.people.map(({ email }) => email) : [];
    });
  }

  private organisation(workspaceId: string): Promise<People> {
    return this.cached(this.organisations, workspaceId, organisationDocument, async () => {
      const read = await this.documents.of(workspaceId).read(organisationDocument);
      if (!read.ok || read.value === null) return [];
      const { users = [], usersInOtherOrganisations = [] } = read.value.organisation;
      return [...users.map(({ userName }) => userName), ...usersInOtherOrganisations];
    });
  }

  private async cached(
    cache: Map<string, People>,
    workspaceId: string,
    spec: DocumentSpec,
    read: () => Promise<readonly string[]>,
  ): Promise<People> {
    const stamp = await this.documents.stampOf(workspaceId, spec);
    const known = cache.get(workspaceId);
    if (known !== undefined && known.stamp === stamp) return known;
    const people = stamp === null ? nobody : peopleOf(stamp, await read());
    cache.set(workspaceId, people);
    return people;
  }
}

function peopleOf(stamp: string, emails: readonly string[]): People {
  const lower = emails.map((email) => email.toLowerCase());
  const counts = new Map<string, number>();
  for (const email of lower) {
    const domain = email.slice(email.lastIndexOf('@') + 1);
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const domains = [...counts].map(([domain, people]) => ({ domain, people })).sort((one, other) => other.people - one.people);
  return { stamp, emails: new Set(lower), domains };
}
