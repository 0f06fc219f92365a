import type { AppError } from '../../../shared/app-error';
import { organisationDocument } from '../../../shared/preview/organisation-document';
import { emptyPreview, previewDocument } from '../../../shared/preview/preview-document';
import { ok, type Result } from '../../../shared/result';
import { type AssumptionId, assumptionIds } from '../../../shared/vendor/assumptions';
import type { Origin } from '../scim-server/load-mirror';
import type { Documents } from '../stores/documents';
import { emptyServer, type ServerDocument, serverDocument } from './server-document';

/** `stamp` tells one state of the workspace's organisation and assumptions from another. */
export type StampedOrigin = Origin & { readonly stamp: string };

/** What the workspace's documents say to its server: its settings, and what a new journal begins with. */
export class ServerSettings {
  constructor(
    private readonly documents: Documents,
    private readonly workspaceId: string,
  ) {}

  async read(): Promise<Result<ServerDocument, AppError>> {
    const read = await this.documents.of(this.workspaceId).read(serverDocument);
    return read.ok ? ok(read.value ?? emptyServer) : read;
  }

  async change(parts: Partial<ServerDocument>): Promise<Result<null, AppError>> {
    const settings = await this.read();
    if (!settings.ok) return settings;
    return this.documents.of(this.workspaceId).write(serverDocument, { ...settings.value, ...parts });
  }

  /** The workspace's organisation as it is now. */
  async origin(): Promise<Result<StampedOrigin, AppError>> {
    const documents = this.documents.of(this.workspaceId);
    const organisation = await documents.read(organisationDocument);
    if (!organisation.ok) return organisation;
    const preview = await documents.read(previewDocument);
    if (!preview.ok) return preview;
    const others = new Set<AssumptionId>((preview.value ?? emptyPreview).otherAssumptions);
    const assumptions = Object.fromEntries(assumptionIds.map((id) => [id, others.has(id) ? 'other' : 'default'])) as Origin['assumptions'];
    return ok({ organisation: organisation.value?.organisation ?? {}, assumptions, stamp: await this.stampNow() });
  }

  async stampNow(): Promise<string> {
    const preview = await this.documents.of(this.workspaceId).read(previewDocument);
    const others = preview.ok ? (preview.value ?? emptyPreview).otherAssumptions : [];
    return `${await this.documents.stampOf(this.workspaceId, organisationDocument)} ${[...others].sort().join(' ')}`;
  }
}
