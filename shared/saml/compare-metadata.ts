import type { Certificate } from './certificate';
import type { IdpMetadata } from './metadata';
import type { MetadataProblem } from './metadata-problem';

/** What changed since the metadata was read last time; a changed signing certificate is a rotation (see `rotation.ts`). */
export function compareMetadata(before: IdpMetadata, after: IdpMetadata): readonly MetadataProblem[] {
  const problems: MetadataProblem[] = [];
  if (before.entityId !== after.entityId)
    problems.push({
      kind: 'entity-id-changed',
      before: before.entityId,
      after: after.entityId,
    });
  const bindings = new Set([...before.ssoServices, ...after.ssoServices].map((service) => service.binding));
  for (const binding of bindings) {
    const old = locationOf(before, binding);
    const now = locationOf(after, binding);
    if (old !== now)
      problems.push({
        kind: 'endpoint-changed',
        binding,
        before: old,
        after: now,
      });
  }
  const oldCertificates = signingCertificates(before);
  const newCertificates = signingCertificates(after);
  const removed = oldCertificates.filter((one) => !newCertificates.some((other) => other.sha256 === one.sha256));
  const added = newCertificates.filter((one) => !oldCertificates.some((other) => other.sha256 === one.sha256));
  if (removed.length + added.length > 0) problems.push({ kind: 'certificate-rotated', removed, added });
  return problems;
}

function locationOf(idp: IdpMetadata, binding: string): string | null {
  return idp.ssoServices.find((service) => service.binding === binding)?.location ?? null;
}

/** The certificates whose keys may sign a response, each once. */
export function signingCertificates(idp: IdpMetadata): readonly Certificate[] {
  const certificates = idp.keys.flatMap((key) =>
    key.use !== 'encryption' && key.reading.kind === 'certificate' ? [key.reading.certificate] : [],
  );
  return certificates.filter((one, index) => certificates.findIndex((other) => other.sha256 === one.sha256) === index);
}
